import type { Document, Node, YAMLParseError } from 'yaml'
import { isAlias, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Fault } from './fault.js'

/** An entry as it was written. */
export interface WrittenEntry {
  text: string
  line: number
}

const NO_ENTRY = 'An entry is a word or a few words; this is neither and is left out.'
const TOO_DEEP = 'The file is nested too deeply and is left out; a list of lists is enough.'

/** For what begins with a star, which YAML reads as a reference. */
export const ALIAS =
  'An entry cannot begin with a star and is left out; write the word without it: its inflected forms count anyway.'

/** A comma separates entries, unless it stands inside a number. */
const COMMA = /(?<!\p{Nd}),|,(?!\p{Nd})/u

/** A YAML file of entries, of which every node's line is known. */
export class YamlFile {
  readonly faults: Fault[] = []
  /** Null where the file is empty, or not to be understood. */
  readonly contents: Node | null
  private readonly counter = new LineCounter()

  constructor(source: string) {
    this.contents = this.parse(source.replaceAll(/\r\n?/g, '\n'))?.contents ?? null
  }

  private parse(source: string): Document | undefined {
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

  /** Entries as a list, or as text with commas. */
  readEntries(node: unknown): WrittenEntry[] {
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

  report(node: unknown, message: string): void {
    this.faults.push({ line: this.lineOf(node), message })
  }

  lineOf(node: unknown): number {
    return this.counter.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0).line
  }
}

export function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && String(node.value ?? '').trim() === '')
}

function explainYamlError(error: YAMLParseError): string {
  // Thousands of brackets exhaust the parser's stack.
  if (error.message.includes('call stack')) return TOO_DEEP
  const hint =
    'Mend this line or the one above; an entry that begins with a sign needs quotation marks.'
  return `The file is not valid YAML and is left out: ${error.message.replace(/\.$/, '')}. ${hint}`
}
