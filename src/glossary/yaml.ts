import type { Pair } from 'yaml'
import { isMap, isScalar } from 'yaml'
import { type Fault, quote } from '../entries/fault.js'
import { isEmpty, type WrittenEntry, YamlFile } from '../entries/yaml-file.js'
import { languageNamed } from '../language/language.js'
import type { TranslatedLanguage } from '../translation/lexicon.js'

/** Which way the lines below a heading go. */
interface Direction {
  /** The language that stands before the colon. */
  language: TranslatedLanguage
  bothWays: boolean
}

/** A line of a glossary as it was written. */
export interface WrittenLine extends Direction {
  line: number
  entries: WrittenEntry[]
  translations: WrittenEntry[]
}

const NO_LINE =
  'A glossary has lines like “short story: Kurzgeschichte”, the English first; this is none and is left out.'
const TOO_DEEP =
  'Below a heading stand lines like “short story: Kurzgeschichte”; a heading below a heading is left out.'

/** `en > de`, and the same in other signs and words. */
const HEADING = /^(.+?)\s*(=|<->|<>|↔|->|=>|>|→|\bto\b|\bnach\b)\s*(.+)$/iu
const BOTH_WAYS = new Set(['=', '<->', '<>', '↔'])

/** Reads a glossary's lines; what is wrong is reported by its line and left out. */
export function readYaml(source: string): { lines: WrittenLine[]; faults: Fault[] } {
  const reader = new GlossaryReader(new YamlFile(source))
  reader.read()
  return { lines: reader.lines, faults: reader.file.faults }
}

class GlossaryReader {
  readonly lines: WrittenLine[] = []

  constructor(readonly file: YamlFile) {}

  read(): void {
    const { contents } = this.file
    if (contents === null) return
    if (!isMap(contents)) this.file.report(contents, NO_LINE)
    else
      for (const pair of contents.items)
        if (isMap(pair.value)) this.readSection(pair.key, pair.value.items)
        else this.readLine(pair, { language: 'en', bothWays: true })
  }

  private readSection(key: unknown, items: readonly Pair[]): void {
    const heading = isScalar(key) ? String(key.value) : ''
    const direction = directionOf(heading)
    if (!direction) this.file.report(key, explainHeading(heading))
    else
      for (const pair of items)
        if (isMap(pair.value)) this.file.report(pair.key, TOO_DEEP)
        else this.readLine(pair, direction)
  }

  private readLine({ key, value }: Pair, direction: Direction): void {
    // A heading that nothing stands below yet.
    if (isEmpty(value) && isScalar(key) && directionOf(String(key.value))) return
    const entries = this.file.readEntries(key)
    if (entries.length === 0) return
    if (isEmpty(value)) this.file.report(key, explainMissing(entries[0]!.text))
    else {
      const line = this.file.lineOf(key)
      this.lines.push({ ...direction, line, entries, translations: this.file.readEntries(value) })
    }
  }
}

function directionOf(heading: string): Direction | undefined {
  const [, first = '', sign = '', second = ''] = HEADING.exec(heading.trim()) ?? []
  const [language, other] = [languageNamed(first), languageNamed(second)]
  const known = (language === 'en' && other === 'de') || (language === 'de' && other === 'en')
  return known ? { language, bothWays: BOTH_WAYS.has(sign) } : undefined
}

function explainHeading(heading: string): string {
  return `${quote(heading)} is left out with all below it: it is no heading. Above lines that go one way stands “en > de:” or “de > en:”, above lines with the German first “de = en:”.`
}

function explainMissing(text: string): string {
  return `${quote(text)} has no translation and is left out; write one after the colon, or several as in “[Erzählung, Geschichte]”.`
}
