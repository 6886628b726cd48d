import type { Originals } from '../duplicates/originals.js'
import type { ByteSource } from './bytes.js'
import { Container } from './container.js'
import { DocumentTable } from './document-rows.js'
import { readOriginals } from './original-columns.js'
import type { PackedColumn } from './packed-column.js'
import { PassageHashes } from './passage-hashes.js'
import type { StringTable } from './strings.js'

/** Between the parts of a section's key: document number, then headings. */
export const SEPARATOR = '\u001F'

/** How many confidences from 0 to 1 are told apart. */
export const CONFIDENCES = 1000

/** UTF-16 code units from one place to another, exclusive. */
export interface TextRange {
  start: number
  end: number
}

/** The files of a segment's documents and passages. */
export interface StoreFiles<T> {
  passages: T
  texts: T
  documents: T
}

/** Documents and passages as they were written together, by their numbers there. */
export class StoreSegment {
  readonly table: DocumentTable
  readonly passageCount: number
  /** By passage number. */
  readonly section: Uint32Array
  readonly speaker: Uint32Array
  readonly documentOf: Uint32Array
  readonly length: Uint16Array
  /** Places in `LANGUAGES`. */
  readonly language: Uint8Array
  readonly originals: Originals
  readonly hashes: PassageHashes
  /** Speakers by number, each document's its own; a passage's speaker column is one more, zero where there is none. */
  readonly speakers: StringTable
  readonly sectionCount: number
  private readonly confidence: PackedColumn
  /** In code units of the document's text, like the length; what is more in the file and in bytes is counted from there. */
  private readonly start: PackedColumn
  private readonly units: PackedColumn
  private readonly sourceShift: PackedColumn
  private readonly sourceMore: PackedColumn
  private readonly byteShift: PackedColumn
  private readonly byteMore: PackedColumn
  private readonly sections: StringTable

  constructor(private readonly files: StoreFiles<ByteSource>) {
    const container = new Container(files.passages)
    this.table = new DocumentTable(files.documents, container)
    this.language = new Uint8Array(container.numbers('language'))
    this.confidence = container.packed('confidence')
    this.section = container.numbers('section')
    this.speaker = container.numbers('speaker')
    this.length = new Uint16Array(container.numbers('length'))
    this.originals = readOriginals(container)
    this.start = container.packed('start')
    this.units = container.packed('units')
    this.sourceShift = container.packed('sourceShift')
    this.sourceMore = container.packed('sourceMore')
    this.byteShift = container.packed('byteShift')
    this.byteMore = container.packed('byteMore')
    this.hashes = new PassageHashes(container)
    this.sections = container.strings('sections')
    this.sectionCount = this.sections.length
    this.speakers = container.strings('speakers')
    this.passageCount = this.length.length
    this.documentOf = documentOf(this.table, this.passageCount)
  }

  /** A document's whole text. */
  documentText(document: number): string {
    const { start, bytes } = this.table.textOf(document)
    return this.readText(start, bytes)
  }

  passageText(passage: number): string {
    const text = this.table.textOf(this.documentOf[passage]!)
    const start = text.start + this.start.at(passage) + this.byteShift.signed(passage)
    return this.readText(start, this.units.at(passage) + this.byteMore.signed(passage))
  }

  /** How sure its language is, from 0 to 1. */
  confidenceOf(passage: number): number {
    return this.confidence.at(passage) / CONFIDENCES
  }

  /** Where a passage is in its document's text, and in the file, in UTF-16 code units. */
  rangesOf(passage: number): { start: number; end: number; source: TextRange } {
    const start = this.start.at(passage)
    const end = start + this.units.at(passage)
    const sourceStart = start + this.sourceShift.signed(passage)
    const sourceEnd = sourceStart + end - start + this.sourceMore.signed(passage)
    return { start, end, source: { start: sourceStart, end: sourceEnd } }
  }

  /** Headings above a passage, outermost first. */
  headingOf(passage: number): string[] {
    return this.sections.at(this.section[passage]!).split(SEPARATOR).slice(1)
  }

  speakerOf(passage: number): string | null {
    const speaker = this.speaker[passage]!
    return speaker === 0 ? null : this.speakers.at(speaker - 1)
  }

  close(): void {
    const { passages, texts, documents } = this.files
    for (const source of [passages, texts, documents]) source.close()
  }

  private readText(start: number, length: number): string {
    const { buffer, byteOffset, byteLength } = this.files.texts.borrow(start, length)
    return Buffer.from(buffer, byteOffset, byteLength).toString()
  }
}

/** By passage: the number of its document. */
function documentOf(table: DocumentTable, passageCount: number): Uint32Array {
  const numbers = new Uint32Array(passageCount)
  const { firstPassages } = table
  for (let document = 0; document < table.length; document++)
    numbers.fill(document, firstPassages[document], firstPassages[document + 1])
  return numbers
}
