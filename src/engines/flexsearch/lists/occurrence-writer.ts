import { ByteWriter } from '../../../store/bytes.js'
import { BLOCK, PAYLOADS } from './block-format.js'
import { writeBlockList } from './block-list-writer.js'
import { expectedFrom } from './expected-payloads.js'

/** A payload that says: so often or more, and how often stands before the positions. */
export const MANY = PAYLOADS - 1

/** How often a form is in a passage: once, mostly. */
export const EXPECTED_COUNTS = expectedFrom(1)

/** A form's occurrences: passages, ascending, how often in each, and all positions one after the other, ascending within a passage. */
export interface Occurrences {
  passages: ArrayLike<number>
  counts: ArrayLike<number>
  positions: ArrayLike<number>
}

/**
 * Writes where a form occurs: the list of its passages, with how often it is there; where the positions of each block begin, if there
 * are several blocks; then the positions of one passage after the other, as differences (LEB128).
 */
export function writeOccurrences(writer: ByteWriter, occurrences: Occurrences): void {
  const { passages, counts } = occurrences
  const capped = Uint8Array.from(counts, (count) => Math.min(count, MANY))
  writeBlockList(writer, Uint32Array.from(passages), capped, EXPECTED_COUNTS)
  const positions = new ByteWriter()
  const starts: number[] = []
  for (let i = 0, next = 0; i < passages.length; next += counts[i]!, i++) {
    if (i % BLOCK === 0) starts.push(positions.length)
    if (counts[i]! >= MANY) positions.varint(counts[i]!)
    writePositions(positions, occurrences.positions, next, next + counts[i]!)
  }
  if (starts.length > 1) for (const start of starts) writer.uint(start, 4)
  writer.bytes(positions.result())
}

function writePositions(
  writer: ByteWriter,
  positions: ArrayLike<number>,
  start: number,
  end: number,
): void {
  let previous = 0
  for (let i = start; i < end; i++) {
    writer.varint(positions[i]! - previous)
    previous = positions[i]!
  }
}
