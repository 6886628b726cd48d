import type { ByteWriter } from '../../../store/bytes.js'
import { BLOCK, PAYLOADS } from './block-list.js'

/** More passages than a list can tell apart. */
export const MOST_PASSAGES = 2 ** 25

/**
 * Writes a list that `BlockList` reads.
 *
 * @param passages Ascending, below {@link MOST_PASSAGES}.
 * @param payloads Below {@link PAYLOADS}, by place.
 */
export function writeBlockList(
  writer: ByteWriter,
  passages: Uint32Array,
  payloads: Uint8Array,
): void {
  const blocks = Math.ceil(passages.length / BLOCK)
  if (blocks === 0) return
  const of = (block: number) => blockOf(passages, payloads, block * BLOCK)
  if (blocks === 1) {
    const { first, low, width, size } = of(0)
    writer.varint(first)
    if (size > 1) {
      writer.varint(low)
      writer.varint(width)
    }
  } else
    for (let block = 0; block < blocks; block++) {
      const { first, low, width } = of(block)
      writer.uint(first, 4)
      writer.uint(low, 1)
      writer.uint(width, 1)
    }
  for (let block = 0; block < blocks; block++) writeBlock(writer, passages, payloads, of(block))
}

interface Block {
  start: number
  size: number
  first: number
  low: number
  width: number
}

function blockOf(passages: Uint32Array, payloads: Uint8Array, start: number): Block {
  const end = Math.min(start + BLOCK, passages.length)
  let low = payloads[start]!
  let widest = 0
  for (let i = start + 1; i < end; i++) {
    low = Math.min(low, payloads[i]!)
    widest = Math.max(widest, passages[i]! - passages[i - 1]!)
  }
  const width = widest < 2 ** 16 / PAYLOADS ? 2 : widest < 2 ** 24 / PAYLOADS ? 3 : 4
  return { start, size: end - start, first: passages[start]!, low, width }
}

function writeBlock(
  writer: ByteWriter,
  passages: Uint32Array,
  payloads: Uint8Array,
  { start, size, width }: Block,
): void {
  writer.uint(payloads[start]!, 1)
  for (let i = start + 1; i < start + size; i++)
    writer.uint((passages[i]! - passages[i - 1]!) * PAYLOADS + payloads[i]!, width)
}
