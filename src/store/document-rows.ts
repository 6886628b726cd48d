import type { DocumentMetadata } from '../corpus/document.js'
import type { IndexedDocument } from '../search/engine.js'
import type { ByteSink, ByteSource } from './bytes.js'

/** A document's metadata, and where its text and passages are. */
export interface DocumentRow extends DocumentMetadata {
  path: string
  /** Where its text begins in the texts file, and how long it is there, in bytes. */
  textStart: number
  textBytes: number
  firstPassage: number
  passageCount: number
}

/**
 * Writes rows as JSON, each on a line of its own: all may be too long for one string. Texts and passages of documents follow one
 * another, so that their lengths and numbers tell where they begin.
 */
export function writeRows(rows: readonly DocumentRow[], sink: ByteSink): void {
  const encoder = new TextEncoder()
  for (const [i, row] of rows.entries()) {
    const json = JSON.stringify({ ...row, textStart: undefined, firstPassage: undefined })
    sink.write(encoder.encode(`${i === 0 ? '[' : ','}\n${json}`))
  }
  sink.write(encoder.encode(rows.length === 0 ? '[]' : '\n]'))
}

/** Documents by number, and beside each where its text and passages are: as numbers, for there may be very many. */
export class DocumentTable {
  readonly documents: readonly IndexedDocument[]
  private readonly textStarts: Float64Array
  private readonly textBytes: Uint32Array
  private readonly firstPassages: Uint32Array

  constructor(source: ByteSource) {
    const json = new TextDecoder().decode(source.read(0, source.size))
    const rows = JSON.parse(json) as (IndexedDocument & Pick<DocumentRow, 'textBytes'>)[]
    this.documents = rows.map(({ textBytes: _, ...document }) => shared(document))
    this.textBytes = Uint32Array.from(rows, ({ textBytes }) => textBytes)
    this.textStarts = new Float64Array(rows.length)
    this.firstPassages = new Uint32Array(rows.length)
    for (let number = 1; number < rows.length; number++) {
      const { textBytes, passageCount } = rows[number - 1]!
      this.textStarts[number] = this.textStarts[number - 1]! + textBytes
      this.firstPassages[number] = this.firstPassages[number - 1]! + passageCount
    }
  }

  get length(): number {
    return this.documents.length
  }

  /** Where a document's text is. */
  textOf(document: number): { start: number; bytes: number } {
    return { start: this.textStarts[document]!, bytes: this.textBytes[document]! }
  }

  firstPassageOf(document: number): number {
    return this.firstPassages[document]!
  }
}

const NONE: string[] = []

/** Nearly all documents have no speakers, or no tags: they have the same ones. */
function shared(document: IndexedDocument): IndexedDocument {
  if (document.speakers.length === 0) document.speakers = NONE
  if (document.tags.length === 0) document.tags = NONE
  return document
}
