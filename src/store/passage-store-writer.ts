import type { DocumentMetadata } from '../corpus/document.js'
import type { Originals } from '../duplicates/originals.js'
import { LANGUAGES, type Language } from '../language/language.js'
import type { ByteSink } from './bytes.js'
import { writeContainer } from './container.js'
import { type DocumentRow, writeRows } from './document-rows.js'
import { GrowingColumn } from './growing-column.js'
import { originalColumns } from './original-columns.js'
import { packNumbers } from './packed-column.js'
import type { PassageColumns } from './passage-columns.js'
import { PassageHashesWriter } from './passage-hashes.js'
import { CONFIDENCES, SEPARATOR } from './store-segment.js'
import { packStrings } from './strings.js'

/** A document on its way into the store. */
export interface StoredDocument {
  metadata: Omit<DocumentMetadata, 'id' | 'versionOf'> & { path: string }
  /** Bytes of its text in UTF-8. */
  textBytes: number
  passageCount: number
}

/** Some documents with their passages. */
export interface StoredDocuments {
  documents: readonly StoredDocument[]
  passages: PassageColumns
  /** Their texts, one after the other, in UTF-8. */
  texts: Uint8Array
  /** Of each section, its document and the headings above its passages. */
  sections: readonly { document: number; heading: readonly string[] }[]
  /** Names of speakers, of one document after the other. */
  speakers: readonly string[]
}

/** The file of the texts: it grows with the documents, and can be read meanwhile. */
export interface TextsFile extends ByteSink {
  read(offset: number, length: number): Uint8Array
}

/**
 * Packs documents and passages into the three files of the store. Texts are written as they come; of a passage, some seventy bytes are
 * kept.
 */
export class PassageStoreWriter {
  /** Those that were added, in order, once they have ids. */
  readonly documents: DocumentRow[] = []
  private readonly unnamed: Omit<DocumentRow, 'id'>[] = []
  /** Of each section, the headings above its passages. */
  readonly headings: (readonly string[])[] = []
  readonly speakers: string[] = []
  /** Bytes of all texts so far, in UTF-8. */
  textBytes = 0
  private readonly sectionDocuments = new GrowingColumn(Uint32Array)
  private readonly hashes = new PassageHashesWriter()
  private readonly columns = {
    document: new GrowingColumn(Uint32Array),
    start: new GrowingColumn(Uint32Array),
    end: new GrowingColumn(Uint32Array),
    sourceStart: new GrowingColumn(Uint32Array),
    sourceEnd: new GrowingColumn(Uint32Array),
    byteStart: new GrowingColumn(Float64Array),
    byteEnd: new GrowingColumn(Float64Array),
    language: new GrowingColumn(Uint8Array),
    confidence: new GrowingColumn(Float32Array),
    section: new GrowingColumn(Uint32Array),
    speaker: new GrowingColumn(Uint32Array),
    length: new GrowingColumn(Uint32Array),
  }

  constructor(private readonly texts: TextsFile) {}

  /** Number of passages so far, the next passage's number. */
  get passageCount(): number {
    return this.columns.document.length
  }

  /** Number of documents so far, those without ids among them. */
  get documentCount(): number {
    return this.unnamed.length
  }

  /** Adds the documents that come next. */
  add({ documents, passages, texts, sections, speakers }: StoredDocuments): void {
    const bases = {
      document: this.unnamed.length,
      section: this.headings.length,
      byteStart: this.textBytes,
      byteEnd: this.textBytes,
    }
    const firstSpeaker = this.speakers.length
    const speaker = (number: number) => (number === 0 ? 0 : firstSpeaker + number)
    for (const name of speakers) this.speakers.push(name)
    for (const section of sections) this.headings.push(section.heading)
    this.sectionDocuments.append(
      sections.map((section) => section.document),
      bases.document,
    )
    this.addDocuments(documents)
    for (const name of Object.keys(this.columns) as (keyof typeof this.columns)[])
      if (name === 'speaker') this.columns.speaker.append(passages.speaker.map(speaker))
      else this.columns[name].append(passages[name], bases[name as keyof typeof bases])
    for (const hash of passages.hashes) this.hashes.add(hash)
    this.texts.write(texts)
  }

  /** Names the documents, in their order, once all are there. */
  identify(identities: readonly Pick<DocumentMetadata, 'id' | 'versionOf'>[]): void {
    for (const [i, { id, ...version }] of identities.entries()) {
      const { textStart, textBytes, firstPassage, passageCount, ...metadata } = this.unnamed[i]!
      const place = { textStart, textBytes, firstPassage, passageCount }
      this.documents.push({ id, ...metadata, ...version, ...place })
    }
  }

  /** A passage that was added, by number. */
  passage(number: number): { text: string; language: Language } {
    const start = this.columns.byteStart.at(number)
    const bytes = this.texts.read(start, this.columns.byteEnd.at(number) - start)
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    return { text, language: this.languageOf(number) }
  }

  /** The number of the passage with an id, or undefined. */
  passageNumber(id: string): number | undefined {
    const cut = id.lastIndexOf('#')
    const document = this.documents.find((row) => row.id === id.slice(0, cut))
    if (!document) return undefined
    const { firstPassage, passageCount } = document
    for (let number = firstPassage; number < firstPassage + passageCount; number++)
      if (this.hashes.at(number) === id.slice(cut + 1)) return number
    return undefined
  }

  languageOf(passage: number): Language {
    return LANGUAGES[this.columns.language.at(passage)]!
  }

  /** Number of the document that a passage is in. */
  documentOf(passage: number): number {
    return this.columns.document.at(passage)
  }

  /** Of a passage's text, in UTF-16 code units. */
  lengthOf(passage: number): number {
    return this.columns.end.at(passage) - this.columns.start.at(passage)
  }

  headingOf(passage: number): string | undefined {
    return this.headings[this.sectionOf(passage)]!.at(-1)
  }

  sectionOf(passage: number): number {
    return this.columns.section.at(passage)
  }

  speakerOf(passage: number): string | null {
    return this.speakers[this.columns.speaker.at(passage) - 1] ?? null
  }

  /** The number of a passage's speaker; -1 where it has none. */
  speakerNumberOf(passage: number): number {
    return this.columns.speaker.at(passage) - 1
  }

  /** By passage: words with weight. */
  get wordCounts(): Uint32Array {
    return this.columns.length.values()
  }

  /** Writes the other two files, once all passages are there. */
  write(originals: Originals, sinks: { passages: ByteSink; documents: ByteSink }): void {
    const packed = (at: (passage: number) => number) => packNumbers(this.passageCount, at)
    const { language, confidence, section, speaker, length } = this.columns
    const rows = writeRows(this.documents, sinks.documents)
    writeContainer(sinks.passages, {
      ...this.packedPlaces(),
      language: packed((passage) => language.at(passage)),
      confidence: packed((passage) => Math.round(confidence.at(passage) * CONFIDENCES)),
      section: packed((passage) => section.at(passage)),
      speaker: packed((passage) => speaker.at(passage)),
      ...originalColumns(originals),
      length: packed((passage) => Math.min(length.at(passage), 0xffff)),
      ...this.hashes.columns(),
      ...packStrings(
        'sections',
        this.headings.map((heading, i) =>
          [this.sectionDocuments.at(i), ...heading].join(SEPARATOR),
        ),
      ),
      ...packStrings('speakers', this.speakers),
      ...rows,
    })
  }

  /**
   * Where passages begin and how long they are, in code units of the text; and how much more that is in the file and in bytes. So
   * these are small numbers, of which those of neighbours are alike.
   */
  private packedPlaces() {
    const { document, start, end, sourceStart, sourceEnd, byteStart, byteEnd } = this.columns
    const packed = (at: (passage: number) => number) => packNumbers(this.passageCount, at)
    const lengthOf = (passage: number) => end.at(passage) - start.at(passage)
    return {
      start: packed((passage) => start.at(passage)),
      units: packed(lengthOf),
      sourceShift: packed((passage) => sourceStart.at(passage) - start.at(passage)),
      sourceMore: packed(
        (passage) => sourceEnd.at(passage) - sourceStart.at(passage) - lengthOf(passage),
      ),
      byteShift: packed((passage) => {
        const { textStart } = this.documents[document.at(passage)]!
        return byteStart.at(passage) - textStart - start.at(passage)
      }),
      byteMore: packed(
        (passage) => byteEnd.at(passage) - byteStart.at(passage) - lengthOf(passage),
      ),
    }
  }

  private addDocuments(documents: readonly StoredDocument[]): void {
    let firstPassage = this.passageCount
    for (const { metadata, textBytes, passageCount } of documents) {
      const textStart = this.textBytes
      this.textBytes += textBytes
      this.unnamed.push({ ...metadata, textStart, textBytes, firstPassage, passageCount })
      firstPassage += passageCount
    }
  }
}
