import type { Node, Pair, YAMLMap, YAMLParseError } from 'yaml'
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { type Language, languageNamed } from '../language/language.js'
import { quote, type SynonymFault } from './fault.js'

/** An entry as it was written. */
export interface WrittenEntry {
  text: string
  line: number
}

/** A group or a one-way rule as it was written. */
export interface WrittenRule {
  language: Language
  line: number
  from: WrittenEntry[]
  /** `null` in a group: all of `from` stand for each other. */
  to: WrittenEntry[] | null
}

const NEITHER =
  'A synonym is a group like “- [Film, Kinofilm]” or a rule with “from:” and “to:”; this is neither and is left out.'
const NO_LANGUAGE =
  'Synonyms stand below their language: write a line “de:” or “en:” and below it “- [Film, Kinofilm]”.'
const NO_ENTRY = 'An entry is a word or a few words; this is neither and is left out.'
const ALIAS =
  'An entry cannot begin with a star and is left out; write the word without it: its inflected forms count anyway.'
const HALF_RULE =
  'A rule needs both “from:” and “to:” and is left out without; a group is written “- [Film, Kinofilm]”.'

const TOO_DEEP = 'The file is nested too deeply and is left out; a list of lists is enough.'

/** A comma separates entries, unless it stands inside a number. */
const COMMA = /(?<!\p{Nd}),|,(?!\p{Nd})/u

/** Reads the file's groups and rules; what is wrong is reported by its line and left out. */
export function readYaml(source: string): { rules: WrittenRule[]; faults: SynonymFault[] } {
  const reader = new YamlReader()
  reader.read(source.replaceAll(/\r\n?/g, '\n'))
  return { rules: reader.rules, faults: reader.faults }
}

class YamlReader {
  readonly rules: WrittenRule[] = []
  readonly faults: SynonymFault[] = []
  private readonly counter = new LineCounter()

  read(source: string): void {
    const document = this.parse(source)
    if (!document || document.contents === null) return
    if (isMap(document.contents))
      for (const pair of document.contents.items) this.readLanguage(pair)
    else this.report(document.contents, NO_LANGUAGE)
  }

  private parse(source: string) {
    try {
      // With the failsafe schema every entry is the string that was written: no, 1984 and null included.
      const document = parseDocument(source, {
        schema: 'failsafe',
        lineCounter: this.counter,
        prettyErrors: false,
        uniqueKeys: false,
      })
      const [error] = document.errors
      if (!error) return document
      const { line } = this.counter.linePos(error.pos[0])
      this.faults.push({ line, message: explainYamlError(error) })
    } catch {
      this.faults.push({ line: 1, message: TOO_DEEP })
    }
    return undefined
  }

  private readLanguage({ key, value }: Pair): void {
    const name = isScalar(key) ? String(key.value) : ''
    const language = languageNamed(name)
    if (!language) this.report(key, explainUnknown(name))
    else if (isSeq(value)) for (const item of value.items) this.readItem(item, language)
    else if (!isEmpty(value)) this.report(key, explainNoList(name))
  }

  private readItem(item: unknown, language: Language): void {
    const line = this.lineOf(item)
    if (isMap(item)) this.readRule(item, language)
    else if (isSeq(item) || (isScalar(item) && !isEmpty(item)))
      this.rules.push({ language, line, from: this.readEntries(item), to: null })
    else this.report(item, isAlias(item) ? ALIAS : NEITHER)
  }

  private readRule(map: YAMLMap, language: Language): void {
    const sides = { from: [] as Pair[], to: [] as Pair[] }
    const others: Pair[] = []
    for (const pair of map.items) {
      const key = isScalar(pair.key) ? pair.key.value : undefined
      if (key === 'from' || key === 'to') sides[key].push(pair)
      else others.push(pair)
    }
    if (sides.from.length === 0 || sides.to.length === 0) {
      this.report(map, HALF_RULE)
      return
    }
    for (const { key } of others)
      this.report(
        key,
        `${quote(String(key))} is no part of a rule and is left out; only “from:” and “to:” are.`,
      )
    const read = (pairs: Pair[]) => pairs.flatMap(({ value }) => this.readEntries(value))
    const line = this.lineOf(map)
    this.rules.push({ language, line, from: read(sides.from), to: read(sides.to) })
  }

  /** A list, or text with commas. */
  private readEntries(node: unknown): WrittenEntry[] {
    if (isSeq(node)) return node.items.flatMap((item) => this.readText(item))
    return this.readText(node)
  }

  private readText(node: unknown): WrittenEntry[] {
    if (!isScalar(node) || isEmpty(node)) {
      this.report(node, isAlias(node) ? ALIAS : NO_ENTRY)
      return []
    }
    const line = this.lineOf(node)
    const texts = String(node.value).split(COMMA)
    const entries = texts.map((text) => ({ text: text.trim().replace(/\s+/g, ' '), line }))
    return entries.filter(({ text }) => text !== '')
  }

  private report(node: unknown, message: string): void {
    this.faults.push({ line: this.lineOf(node), message })
  }

  private lineOf(node: unknown): number {
    return this.counter.linePos((node as Node | null)?.range?.[0] ?? 0).line
  }
}

function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && String(node.value ?? '').trim() === '')
}

function explainYamlError(error: YAMLParseError): string {
  // Thousands of brackets exhaust the parser's stack.
  if (error.message.includes('call stack')) return TOO_DEEP
  const hint =
    'Mend this line or the one above; an entry that begins with a sign needs quotation marks.'
  return `The file is not valid YAML and is left out: ${error.message.replace(/\.$/, '')}. ${hint}`
}

function explainUnknown(name: string): string {
  return `${quote(name)} is no language that is known and is left out with all below it; write “de:”, “en:” or, for texts in neither, “und:”.`
}

function explainNoList(name: string): string {
  return `Below ${quote(`${name}:`)} stands a list, but this is none and is left out; begin each line with “- ”, as in “- [Film, Kinofilm]”.`
}
