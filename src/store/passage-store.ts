import type { DocumentMetadata } from '../corpus/document.js'
import type { Originals } from '../duplicates/originals.js'
import { LANGUAGES, type Language } from '../language/language.js'
import type { IndexedDocument, IndexedPassage } from '../search/engine.js'
import type { ByteSource } from './bytes.js'
import { Container } from './container.js'
import type { PagedColumn } from './paged-column.js'
import { PassageGroups } from './passage-groups.js'
import type { StringTable } from './strings.js'

/** What the store keeps of a passage besides its text. */
export interface PassageRow {
  /** Index of its document in the list of documents. */
  document: number
  /** The part of its id after `#`. */
  hash: string
  start: number
  end: number
  sourceStart: number
  sourceEnd: number
  language: Language
  confidence: number
  speaker: string | null
  heading: string[]
  /** Number of its words that carry weight. */
  length: number
}

/** A document's metadata, and where its text and passages are. */
export interface DocumentRow extends DocumentMetadata {
  path: string
  /** Bytes of its text in the texts file. */
  textStart: number
  textEnd: number
  firstPassage: number
  passageCount: number
}

/** What passages can be listed by. */
export type GroupedField = 'document' | 'section' | 'speaker'

/** Between the parts of a section's key: document number, then headings. */
export const SEPARATOR = '\u001F'

/** The stored documents and passages. Passages have numbers: their place in the whole collection. */
export class PassageStore {
  readonly documents: IndexedDocument[]
  readonly passageCount: number
  /** By passage number. */
  readonly section: Uint32Array
  readonly speaker: Uint32Array
  readonly documentOf: Uint32Array
  readonly length: Uint16Array
  readonly originals: Originals
  /** Places in {@link LANGUAGES}. */
  readonly language: Uint8Array
  private readonly confidence: PagedColumn<Float32Array>
  private readonly start: PagedColumn<Uint32Array>
  private readonly end: PagedColumn<Uint32Array>
  private readonly sourceStart: PagedColumn<Uint32Array>
  private readonly sourceEnd: PagedColumn<Uint32Array>
  private readonly byteStart: PagedColumn<Float64Array>
  private readonly byteEnd: PagedColumn<Float64Array>
  private readonly hashes: StringTable
  private readonly sections: StringTable
  /** Speakers by number, each document's its own; a passage's speaker column is one more, zero where there is none. */
  readonly speakers: StringTable
  private readonly rows: DocumentRow[]
  private readonly numbers: Map<string, number>
  /** Made when they are first asked for. */
  private readonly groups = new Map<GroupedField, PassageGroups>()

  constructor(
    private readonly files: { passages: ByteSource; texts: ByteSource; documents: ByteSource },
  ) {
    const decoder = new TextDecoder()
    const json = decoder.decode(files.documents.read(0, files.documents.size))
    this.rows = JSON.parse(json) as DocumentRow[]
    this.documents = this.rows.map(
      ({ textStart: _s, textEnd: _e, firstPassage: _f, ...document }) => document,
    )
    this.numbers = new Map(this.rows.map((row, number) => [row.id, number]))
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
    this.speakers = container.strings('speakers')
    this.passageCount = this.documentOf.length
  }

  /** The passages of each document, of each section, or of each speaker (from 1, 0 for those without). */
  groupedBy(field: GroupedField): PassageGroups {
    const known = this.groups.get(field) ?? this.makeGroups(field)
    this.groups.set(field, known)
    return known
  }

  /** A document's number, or undefined. */
  documentNumber(id: string): number | undefined {
    return this.numbers.get(id)
  }

  /** A document's whole text. */
  text(document: number): string {
    const { textStart, textEnd } = this.rows[document]!
    return this.readText(textStart, textEnd)
  }

  /** Numbers of a document's passages: first, and one past the last. */
  passagesOf(document: number): { first: number; end: number } {
    const { firstPassage, passageCount } = this.rows[document]!
    return { first: firstPassage, end: firstPassage + passageCount }
  }

  languageOf(passage: number): Language {
    return LANGUAGES[this.language[passage]!]!
  }

  /** The number of the passage with an id, or undefined. */
  passageNumber(id: string): number | undefined {
    const cut = id.lastIndexOf('#')
    const document = this.numbers.get(id.slice(0, cut))
    if (document === undefined) return undefined
    const { first, end } = this.passagesOf(document)
    const hash = id.slice(cut + 1)
    for (let passage = first; passage < end; passage++)
      if (this.hashes.at(passage) === hash) return passage
    return undefined
  }

  /** The id of a passage, by number. */
  passageId(number: number): string {
    return `${this.rows[this.documentOf[number]!]!.id}#${this.hashes.at(number)}`
  }

  passage(number: number): IndexedPassage {
    const document = this.documentOf[number]!
    const speaker = this.speaker[number]!
    return {
      id: this.passageId(number),
      ordinal: number - this.rows[document]!.firstPassage,
      text: this.readText(this.byteStart.at(number), this.byteEnd.at(number)),
      language: this.languageOf(number),
      confidence: Math.round(this.confidence.at(number) * 1000) / 1000,
      speaker: speaker === 0 ? null : this.speakers.at(speaker - 1),
      heading: this.sections.at(this.section[number]!).split(SEPARATOR).slice(1),
      start: this.start.at(number),
      end: this.end.at(number),
      source: { start: this.sourceStart.at(number), end: this.sourceEnd.at(number) },
      document: this.documents[document]!,
    }
  }

  close(): void {
    for (const source of Object.values(this.files)) source.close()
  }

  private makeGroups(field: GroupedField): PassageGroups {
    if (field === 'document') return new PassageGroups(this.documentOf, this.documents.length)
    if (field === 'section') return new PassageGroups(this.section, this.sections.length)
    return new PassageGroups(this.speaker, this.speakers.length + 1)
  }

  private readText(start: number, end: number): string {
    const { buffer, byteOffset, byteLength } = this.files.texts.read(start, end - start)
    return Buffer.from(buffer, byteOffset, byteLength).toString()
  }
}
