import type { DocumentMetadata } from '../corpus/document.js'
import type { Originals } from '../duplicates/originals.js'
import type { ByteSource } from './bytes.js'
import { Container } from './container.js'
import type { PagedColumn } from './paged-column.js'
import type { StringTable } from './strings.js'

/** A document's metadata, and where its text and passages are. */
export interface DocumentRow extends DocumentMetadata {
  path: string
  /** Bytes of its text in the texts file. */
  textStart: number
  textEnd: number
  firstPassage: number
  passageCount: number
}

/** Between the parts of a section's key: document number, then headings. */
export const SEPARATOR = '\u001F'

/** The files of a segment's documents and passages. */
export interface StoreFiles<T> {
  passages: T
  texts: T
  documents: T
}

/** Documents and passages as they were written together, by their numbers there. */
export class StoreSegment {
  readonly rows: readonly DocumentRow[]
  readonly passageCount: number
  /** By passage number. */
  readonly section: Uint32Array
  readonly speaker: Uint32Array
  readonly documentOf: Uint32Array
  readonly length: Uint16Array
  /** Places in `LANGUAGES`. */
  readonly language: Uint8Array
  readonly originals: Originals
  readonly confidence: PagedColumn<Float32Array>
  readonly start: PagedColumn<Uint32Array>
  readonly end: PagedColumn<Uint32Array>
  readonly sourceStart: PagedColumn<Uint32Array>
  readonly sourceEnd: PagedColumn<Uint32Array>
  readonly hashes: StringTable
  /** Speakers by number, each document's its own; a passage's speaker column is one more, zero where there is none. */
  readonly speakers: StringTable
  readonly sectionCount: number
  private readonly byteStart: PagedColumn<Float64Array>
  private readonly byteEnd: PagedColumn<Float64Array>
  private readonly sections: StringTable

  constructor(private readonly files: StoreFiles<ByteSource>) {
    const json = new TextDecoder().decode(files.documents.read(0, files.documents.size))
    this.rows = JSON.parse(json) as DocumentRow[]
    const container = new Container(files.passages)
    this.documentOf = container.column('document', Uint32Array)
    this.start = container.paged('start', Uint32Array)
    this.end = container.paged('end', Uint32Array)
    this.sourceStart = container.paged('sourceStart', Uint32Array)
    this.sourceEnd = container.paged('sourceEnd', Uint32Array)
    this.byteStart = container.paged('byteStart', Float64Array)
    this.byteEnd = container.paged('byteEnd', Float64Array)
    this.language = container.column('language', Uint8Array)
    this.confidence = container.paged('confidence', Float32Array)
    this.section = container.column('section', Uint32Array)
    this.speaker = container.column('speaker', Uint32Array)
    this.length = container.column('length', Uint16Array)
    this.originals = {
      first: container.column('original', Uint32Array),
      count: container.column('originalCount', Uint8Array),
    }
    this.hashes = container.strings('hashes')
    this.sections = container.strings('sections')
    this.sectionCount = this.sections.length
    this.speakers = container.strings('speakers')
    this.passageCount = this.documentOf.length
  }

  /** A document's whole text. */
  documentText(document: number): string {
    const { textStart, textEnd } = this.rows[document]!
    return this.readText(textStart, textEnd)
  }

  passageText(passage: number): string {
    return this.readText(this.byteStart.at(passage), this.byteEnd.at(passage))
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
    for (const source of Object.values(this.files) as ByteSource[]) source.close()
  }

  private readText(start: number, end: number): string {
    const { buffer, byteOffset, byteLength } = this.files.texts.borrow(start, end - start)
    return Buffer.from(buffer, byteOffset, byteLength).toString()
  }
}
