import type { Pair } from 'yaml'
import { isMap, isScalar, isSeq } from 'yaml'
import { type Fault, quote } from '../entries/fault.js'
import { isEmpty, YamlFile } from '../entries/yaml-file.js'
import type { Decision, Decisions } from './decisions.js'

const SHAPE =
  'An alignment has two lists, “confirm:” and “forbid:”, with lines like “- [synopsis.de#yfr3qb9m, synopsis.en#mtdg6fcg]”'

/**
 * Reads the text of an `alignment.yaml`. What is wrong is named by its line and left out; the rest is used.
 *
 * @example readAlignment('confirm:\n  - [a.de#yfr3qb9m, a.en#mtdg6fcg]\n').decisions.confirmed.length // 1
 */
export function readAlignment(source: string): { decisions: Decisions; faults: Fault[] } {
  const reader = new AlignmentReader(new YamlFile(source))
  reader.read()
  const { decisions, file } = reader
  return { decisions, faults: file.faults.sort((a, b) => a.line - b.line) }
}

class AlignmentReader {
  readonly decisions: Decisions = { confirmed: [], forbidden: [] }
  /** By the ids of a line, in order, where it stands. */
  private readonly said = new Map<string, number>()

  constructor(readonly file: YamlFile) {}

  read(): void {
    const { contents } = this.file
    if (contents === null) return
    if (isMap(contents)) for (const pair of contents.items) this.readList(pair)
    else this.file.report(contents, `${SHAPE}; this is none of them and is left out.`)
  }

  private readList({ key, value }: Pair): void {
    const name = isScalar(key) ? String(key.value) : ''
    if (name !== 'confirm' && name !== 'forbid')
      this.file.report(key, `${quote(name)} is left out with all below it. ${SHAPE}.`)
    else if (isSeq(value)) for (const item of value.items) this.readLine(item, name)
    else if (!isEmpty(value))
      this.file.report(key, `Below ${quote(`${name}:`)} stands a list, but this is none. ${SHAPE}.`)
  }

  private readLine(item: unknown, list: 'confirm' | 'forbid'): void {
    const nodes: unknown[] = isSeq(item) ? item.items : [item]
    const ids = nodes.map((node) =>
      isScalar(node) ? String(node.value ?? '').normalize('NFC') : '',
    )
    const fault = explainFault(ids, list)
    if (fault !== undefined) this.file.report(item, fault)
    else this.keep({ ids: [...new Set(ids)], line: this.file.lineOf(item) }, list, item)
  }

  private keep(decision: Decision, list: 'confirm' | 'forbid', item: unknown): void {
    const key = [...decision.ids].sort().join('\0')
    const earlier = this.said.get(key)
    if (earlier !== undefined) {
      const message = `This is left out: line ${earlier} is about the same passages.`
      this.file.report(item, message)
      return
    }
    this.said.set(key, decision.line)
    this.decisions[list === 'confirm' ? 'confirmed' : 'forbidden'].push(decision)
  }
}

function explainFault(ids: readonly string[], list: 'confirm' | 'forbid'): string | undefined {
  const wrong = ids.find((id) => !/^[^#]*.#[a-z2-9]+$/su.test(id))
  if (wrong !== undefined)
    return `${quote(wrong)} is no id of a passage, and the line is left out. ${SHAPE}.`
  if (list === 'confirm' && new Set(ids).size < 2)
    return 'The line is left out: it takes two passages to belong together.'
  return undefined
}
