import type { DocumentMetadata } from '../corpus/document.js'
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

export function readRows(source: ByteSource): DocumentRow[] {
  const json = new TextDecoder().decode(source.read(0, source.size))
  const rows = JSON.parse(json) as DocumentRow[]
  let textStart = 0
  let firstPassage = 0
  for (const row of rows) {
    row.textStart = textStart
    row.firstPassage = firstPassage
    textStart += row.textBytes
    firstPassage += row.passageCount
  }
  return rows
}
