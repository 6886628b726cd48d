import type { DocumentMetadata } from '../corpus/document.js'
import type { IndexedDocument } from '../search/engine.js'
import type { ByteSink, ByteSource } from './bytes.js'
import type { Container } from './container.js'
import { packNumbers } from './packed-column.js'

/** A document's metadata, and where its text and passages are. */
export interface DocumentRow extends DocumentMetadata {
  path: string
  /** Where its text begins in the texts file, and how long it is there, in bytes. */
  textStart: number
  textBytes: number
  firstPassage: number
  passageCount: number
}

/** Between two rows, and before the first one. */
const SEPARATOR_BYTES = 2

/** Rows that are read at once where all are. */
const AT_ONCE = 256

/**
 * Writes the metadata of documents as JSON, each on a line of its own: all may be too long for one string. Returns columns that say
 * where each row, its text and its passages are; they follow one another, so that their lengths tell that.
 */
export function writeRows(
  rows: readonly DocumentRow[],
  sink: ByteSink,
): Record<string, Uint32Array> {
  const encoder = new TextEncoder()
  const bytes = rows.map(({ textStart, textBytes, firstPassage, ...document }, i) => {
    const row = encoder.encode(JSON.stringify(document))
    sink.write(encoder.encode(i === 0 ? '[\n' : ',\n'))
    sink.write(row)
    return row.length
  })
  sink.write(encoder.encode(rows.length === 0 ? '[]' : '\n]'))
  const column = (at: (row: number) => number) => packNumbers(rows.length, at)
  return {
    rowBytes: column((row) => bytes[row]!),
    documentBytes: column((row) => rows[row]!.textBytes),
    documentPassages: column((row) => rows[row]!.passageCount),
  }
}

/** Documents by number: where their texts and passages are, and their metadata, read when they are asked for. */
export class DocumentTable {
  readonly length: number
  /** By document: its first passage; and then how many passages there are. */
  readonly firstPassages: Uint32Array
  /** By document: where its text begins, in bytes; and then how long all are. Metadata likewise. */
  private readonly textStarts: Float64Array
  private readonly rowStarts: Float64Array
  /** Those that were read; it has holes until all are. */
  private readonly known: IndexedDocument[]
  private isComplete = false

  /** @param columns As {@link writeRows} returns them. */
  constructor(
    private readonly rows: ByteSource,
    columns: Container,
  ) {
    const passages = columns.numbers('documentPassages')
    this.length = passages.length
    this.firstPassages = sums(passages, new Uint32Array(this.length + 1))
    this.textStarts = sums(columns.numbers('documentBytes'), new Float64Array(this.length + 1))
    const rowBytes = columns.numbers('rowBytes').map((bytes) => bytes + SEPARATOR_BYTES)
    this.rowStarts = sums(rowBytes, new Float64Array(this.length + 1))
    this.known = new Array(this.length)
  }

  /** All documents. */
  get documents(): readonly IndexedDocument[] {
    for (const _ of this.readAhead());
    return this.known
  }

  document(number: number): IndexedDocument {
    this.known[number] ??= this.read(number, number + 1)[0]!
    return this.known[number]
  }

  passageCountOf(document: number): number {
    return this.firstPassages[document + 1]! - this.firstPassages[document]!
  }

  firstPassageOf(document: number): number {
    return this.firstPassages[document]!
  }

  /** Where a document's text is. */
  textOf(document: number): { start: number; bytes: number } {
    const start = this.textStarts[document]!
    return { start, bytes: this.textStarts[document + 1]! - start }
  }

  /** Reads what has not been read, some documents from one step to the next. */
  *readAhead(): Generator<void> {
    if (this.isComplete) return
    for (let start = 0; start < this.length; start += AT_ONCE) {
      const end = Math.min(start + AT_ONCE, this.length)
      const documents = this.read(start, end)
      // Documents that were handed out stay the same ones.
      for (const [i, document] of documents.entries()) this.known[start + i] ??= document
      yield
    }
    this.isComplete = true
  }

  private read(start: number, end: number): IndexedDocument[] {
    const from = this.rowStarts[start]! + SEPARATOR_BYTES
    const bytes = this.rows.borrow(from, this.rowStarts[end]! - from)
    const documents = JSON.parse(`[${new TextDecoder().decode(bytes)}]`) as IndexedDocument[]
    return documents.map(shared)
  }
}

/** Of numbers before each place, and of all. */
function sums<T extends Uint32Array | Float64Array>(numbers: Uint32Array, into: T): T {
  let sum = 0
  for (let place = 0; place < numbers.length; place++) {
    sum += numbers[place]!
    into[place + 1] = sum
  }
  return into
}

const NONE: string[] = []

/** Nearly all documents have no speakers, or no tags: they have the same ones. */
function shared(document: IndexedDocument): IndexedDocument {
  if (document.speakers.length === 0) document.speakers = NONE
  if (document.tags.length === 0) document.tags = NONE
  return document
}
