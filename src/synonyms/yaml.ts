import type { Pair, YAMLMap } from 'yaml'
import { isAlias, isMap, isScalar, isSeq } from 'yaml'
import { type Fault, quote } from '../entries/fault.js'
import { ALIAS, isEmpty, type WrittenEntry, YamlFile } from '../entries/yaml-file.js'
import { type Language, languageNamed } from '../language/language.js'

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
const HALF_RULE =
  'A rule needs both “from:” and “to:” and is left out without; a group is written “- [Film, Kinofilm]”.'

/** Reads the file's groups and rules; what is wrong is reported by its line and left out. */
export function readYaml(source: string): { rules: WrittenRule[]; faults: Fault[] } {
  const reader = new SynonymReader(new YamlFile(source))
  reader.read()
  return { rules: reader.rules, faults: reader.file.faults }
}

class SynonymReader {
  readonly rules: WrittenRule[] = []

  constructor(readonly file: YamlFile) {}

  read(): void {
    const { contents } = this.file
    if (contents === null) return
    if (isMap(contents)) for (const pair of contents.items) this.readLanguage(pair)
    else this.file.report(contents, NO_LANGUAGE)
  }

  private readLanguage({ key, value }: Pair): void {
    const name = isScalar(key) ? String(key.value) : ''
    const language = languageNamed(name)
    if (!language) this.file.report(key, explainUnknown(name))
    else if (isSeq(value)) for (const item of value.items) this.readItem(item, language)
    else if (!isEmpty(value)) this.file.report(key, explainNoList(name))
  }

  private readItem(item: unknown, language: Language): void {
    const line = this.file.lineOf(item)
    if (isMap(item)) this.readRule(item, language)
    else if (isSeq(item) || (isScalar(item) && !isEmpty(item)))
      this.rules.push({ language, line, from: this.file.readEntries(item), to: null })
    else this.file.report(item, isAlias(item) ? ALIAS : NEITHER)
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
      this.file.report(map, HALF_RULE)
      return
    }
    for (const { key } of others)
      this.file.report(
        key,
        `${quote(String(key))} is no part of a rule and is left out; only “from:” and “to:” are.`,
      )
    const read = (pairs: Pair[]) => pairs.flatMap(({ value }) => this.file.readEntries(value))
    const line = this.file.lineOf(map)
    this.rules.push({ language, line, from: read(sides.from), to: read(sides.to) })
  }
}

function explainUnknown(name: string): string {
  return `${quote(name)} is no language that is known and is left out with all below it; write “de:”, “en:” or, for texts in neither, “und:”.`
}

function explainNoList(name: string): string {
  return `Below ${quote(`${name}:`)} stands a list, but this is none and is left out; begin each line with “- ”, as in “- [Film, Kinofilm]”.`
}
