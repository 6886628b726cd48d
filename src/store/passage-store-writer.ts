import type { DocumentMetadata } from '../corpus/document.js'
import type { Originals } from '../duplicates/originals.js'
import { LANGUAGES, type Language } from '../language/language.js'
import { ByteWriter } from './bytes.js'
import { packContainer } from './container.js'
import { type DocumentRow, type PassageRow, SEPARATOR } from './passage-store.js'
import { packStrings } from './strings.js'

/** Packs passages, given with their document's text and row, into the three files of the store. */
export class PassageStoreWriter {
  private readonly encoder = new TextEncoder()
  private readonly texts = new ByteWriter()
  /** Those that were added, in order. */
  readonly documents: DocumentRow[] = []
  private readonly rows: PassageRow[] = []
  private readonly byteStarts: number[] = []
  private readonly byteEnds: number[] = []
  private readonly sections = new Numbering()
  private readonly speakers = new Numbering()
  private readonly sectionColumn: number[] = []
  private readonly speakerColumn: number[] = []

  /** Number of passages so far, the next passage's number. */
  get passageCount(): number {
    return this.rows.length
  }

  addDocument(
    metadata: DocumentMetadata & { path: string },
    text: string,
    passages: readonly PassageRow[],
  ): void {
    const textStart = this.texts.length
    this.documents.push({
      ...metadata,
      textStart,
      textEnd: textStart + this.encoder.encode(text).length,
      firstPassage: this.rows.length,
      passageCount: passages.length,
    })
    let unit = 0
    for (const row of passages) {
      this.append(text.slice(unit, row.start))
      this.byteStarts.push(this.texts.length)
      this.append(text.slice(row.start, row.end))
      this.byteEnds.push(this.texts.length)
      unit = row.end
      this.addRow(row)
    }
    this.append(text.slice(unit))
  }

  /** Number of the section that a document's passages below these headings are in. */
  section(document: number, heading: readonly string[]): number {
    return this.sections.of([String(document), ...heading].join(SEPARATOR))
  }

  /** Number of a speaker. */
  speaker(name: string): number {
    return this.speakers.of(name)
  }

  /** Bytes of all texts so far, in UTF-8. */
  get textBytes(): number {
    return this.texts.length
  }

  /** A passage that was added, by number. */
  passage(number: number): Pick<PassageRow, 'language' | 'speaker' | 'heading'> & { text: string } {
    const bytes = this.texts.result().subarray(this.byteStarts[number], this.byteEnds[number])
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    const { language, speaker, heading } = this.rows[number]!
    return { text, language, speaker, heading }
  }

  /** The number of the passage with an id, or undefined. */
  passageNumber(id: string): number | undefined {
    const cut = id.lastIndexOf('#')
    const document = this.documents.find((row) => row.id === id.slice(0, cut))
    if (!document) return undefined
    const { firstPassage, passageCount } = document
    const rows = this.rows.slice(firstPassage, firstPassage + passageCount)
    const place = rows.findIndex(({ hash }) => hash === id.slice(cut + 1))
    return place < 0 ? undefined : firstPassage + place
  }

  languageOf(passage: number): Language {
    return this.rows[passage]!.language
  }

  /** Number of the document that a passage is in. */
  documentOf(passage: number): number {
    return this.rows[passage]!.document
  }

  /** The three files, once all passages are there. */
  files(originals: Originals): { passages: Uint8Array; texts: Uint8Array; documents: Uint8Array } {
    const hashes = packStrings(this.rows.map((row) => row.hash))
    const sections = packStrings(this.sections.list)
    const speakers = packStrings(this.speakers.list)
    const column = (pick: (row: PassageRow) => number) => Uint32Array.from(this.rows, pick)
    const passages = packContainer({
      document: column((row) => row.document),
      start: column((row) => row.start),
      end: column((row) => row.end),
      sourceStart: column((row) => row.sourceStart),
      sourceEnd: column((row) => row.sourceEnd),
      byteStart: Float64Array.from(this.byteStarts),
      byteEnd: Float64Array.from(this.byteEnds),
      language: Uint8Array.from(this.rows, (row) => LANGUAGES.indexOf(row.language)),
      confidence: Float32Array.from(this.rows, (row) => row.confidence),
      section: Uint32Array.from(this.sectionColumn),
      speaker: Uint32Array.from(this.speakerColumn),
      original: originals.first,
      originalCount: originals.count,
      length: Uint16Array.from(this.rows, (row) => Math.min(row.length, 0xffff)),
      hashes: hashes.bytes,
      hashesOffsets: hashes.offsets,
      sections: sections.bytes,
      sectionsOffsets: sections.offsets,
      speakers: speakers.bytes,
      speakersOffsets: speakers.offsets,
    })
    const documents = this.encoder.encode(JSON.stringify(this.documents, null, 1))
    return { passages, texts: this.texts.result(), documents }
  }

  private append(text: string): void {
    this.texts.bytes(this.encoder.encode(text))
  }

  private addRow(row: PassageRow): void {
    this.sectionColumn.push(this.section(row.document, row.heading))
    this.speakerColumn.push(row.speaker === null ? 0 : this.speaker(row.speaker) + 1)
    this.rows.push(row)
  }
}

/** Gives strings numbers in the order of their first appearance. */
class Numbering {
  readonly list: string[] = []
  private readonly numbers = new Map<string, number>()

  of(string: string): number {
    const known = this.numbers.get(string)
    if (known !== undefined) return known
    this.numbers.set(string, this.list.length)
    return this.list.push(string) - 1
  }
}
