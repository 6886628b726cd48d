import type { ByteWriter } from '../../../store/bytes.js'
import { BLOCK, PAYLOADS } from './block-list.js'

/** More passages than a list can tell apart. */
export const MOST_PASSAGES = 2 ** 25

/**
 * Writes a list that `BlockList` reads.
 *
 * @param passages Ascending, below {@link MOST_PASSAGES}.
 * @param payloads Below {@link PAYLOADS}, by place.
 * @param length How many there are, if not as many as there is room for.
 */
export function writeBlockList(
  writer: ByteWriter,
  passages: Uint32Array,
  payloads: Uint8Array,
  length = passages.length,
): void {
  if (length === 0) return
  if (length <= BLOCK) writeOnlyBlock(writer, passages, payloads, length)
  else writeBlocks(writer, passages, payloads, length)
}

function writeOnlyBlock(
  writer: ByteWriter,
  passages: Uint32Array,
  payloads: Uint8Array,
  length: number,
): void {
  writer.varint(passages[0]!)
  let width = 0
  if (length > 1) {
    width = widthOf(passages, 0, length)
    writer.varint(leastOf(payloads, 0, length))
    writer.varint(width)
  }
  writeBlock(writer, passages, payloads, { start: 0, end: length, width })
}

function writeBlocks(
  writer: ByteWriter,
  passages: Uint32Array,
  payloads: Uint8Array,
  length: number,
): void {
  const blocks: Block[] = []
  for (let start = 0; start < length; start += BLOCK) {
    const end = Math.min(start + BLOCK, length)
    const width = widthOf(passages, start, end)
    writer.uint(passages[start]!, 4)
    writer.uint(leastOf(payloads, start, end), 1)
    writer.uint(width, 1)
    blocks.push({ start, end, width })
  }
  for (const block of blocks) writeBlock(writer, passages, payloads, block)
}

interface Block {
  start: number
  end: number
  width: number
}

function leastOf(payloads: Uint8Array, start: number, end: number): number {
  let least = payloads[start]!
  for (let i = start + 1; i < end; i++) if (payloads[i]! < least) least = payloads[i]!
  return least
}

function widthOf(passages: Uint32Array, start: number, end: number): number {
  let widest = 0
  for (let i = start + 1; i < end; i++) {
    const distance = passages[i]! - passages[i - 1]!
    if (distance > widest) widest = distance
  }
  return widest < 2 ** 16 / PAYLOADS ? 2 : widest < 2 ** 24 / PAYLOADS ? 3 : 4
}

function writeBlock(
  writer: ByteWriter,
  passages: Uint32Array,
  payloads: Uint8Array,
  { start, end, width }: Block,
): void {
  writer.uint(payloads[start]!, 1)
  for (let i = start + 1; i < end; i++)
    writer.uint((passages[i]! - passages[i - 1]!) * PAYLOADS + payloads[i]!, width)
}
