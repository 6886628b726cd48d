import type { ByteWriter } from '../../../store/bytes.js'
import { BLOCK, blockBytes, DIRECTORY_LINE, distanceBytes, packTraits } from './block-format.js'
import { ESCAPE, EXPECTED, type ExpectedPayloads } from './expected-payloads.js'

/**
 * Writes a list that `BlockList` reads, if there are a few bytes behind it (`BEHIND`).
 *
 * @param passages Ascending, below `MOST_PASSAGES`.
 * @param payloads Below `PAYLOADS`, by place.
 * @param expected What these are expected to be: the reader must expect the same.
 * @param length How many there are, if not as many as there is room for.
 */
export function writeBlockList(
  writer: ByteWriter,
  passages: Uint32Array,
  payloads: Uint8Array,
  expected: ExpectedPayloads | null,
  length = passages.length,
): void {
  if (length === 0) return
  const list = { passages, payloads, expected }
  if (length === 1) writeOnlyEntry(writer, list)
  else if (length <= BLOCK) writeOnlyBlock(writer, list, length)
  else writeBlocks(writer, list, length)
}

interface List {
  passages: Uint32Array
  payloads: Uint8Array
  expected: ExpectedPayloads | null
}

function writeOnlyEntry(writer: ByteWriter, { passages, payloads, expected }: List): void {
  const [passage, payload] = [passages[0]!, payloads[0]!]
  const isExpected = expected?.of(0, passage) === payload
  writer.varint(passage * 2 + (isExpected ? 0 : 1))
  if (!isExpected) writer.uint(payload, 1)
}

function writeOnlyBlock(writer: ByteWriter, list: List, length: number): void {
  writer.varint(list.passages[0]!)
  const traits = encode(list, 0, length)
  writer.varint(traits)
  writer.stretch(encoded, 0, blockBytes(length, traits))
}

/** A directory, whose lines are filled in while the blocks are written behind it. */
function writeBlocks(writer: ByteWriter, list: List, length: number): void {
  let line = writer.skip(Math.ceil(length / BLOCK) * DIRECTORY_LINE)
  for (let start = 0; start < length; start += BLOCK, line += DIRECTORY_LINE) {
    const end = Math.min(start + BLOCK, length)
    const traits = encode(list, start, end)
    writer.put(line, list.passages[start]!, 4)
    writer.put(line + 4, traits, 4)
    writer.stretch(encoded, 0, blockBytes(end - start, traits))
  }
}

/** The block that was encoded last: distances of 25 bits, a flag, half a byte and a byte for each entry at most. */
const encoded = new Uint8Array(BLOCK * 5)
/** By place in the block: which expectation it is. */
const expectations = new Uint8Array(BLOCK)

/** Encodes a block, and gives its traits, packed. */
function encode(list: List, start: number, end: number): number {
  const width = widestOf(list.passages, start, end)
  const size = end - start
  encodeDistances(list.passages, start, end, width)
  const { low, flagged, escaped } = findExpected(list, start, end)
  const at = distanceBytes(size, width)
  const coded = ((size + 7) >>> 3) + ((flagged + 1) >>> 1) + escaped
  if (flagged > 0 && coded >= size) {
    encoded.set(list.payloads.subarray(start, end), at)
    return packTraits({ low, width, flagged: size, escaped: size })
  }
  if (flagged > 0) encodePayloads(list.payloads, start, end, at, flagged)
  return packTraits({ low, width, flagged, escaped })
}

/** Bits of the largest distance, each of which is one less than it is. */
function widestOf(passages: Uint32Array, start: number, end: number): number {
  let bits = 0
  for (let i = start + 1; i < end; i++) bits |= passages[i]! - passages[i - 1]! - 1
  return 32 - Math.clz32(bits)
}

/** Bits are gathered in a number before they are written: at most 25, and seven from before. */
function encodeDistances(passages: Uint32Array, start: number, end: number, width: number): void {
  let place = 0
  let gathered = 0
  let bits = 0
  for (let i = start + 1; i < end; i++) {
    gathered |= (passages[i]! - passages[i - 1]! - 1) << bits
    for (bits += width; bits >= 8; bits -= 8) {
      encoded[place++] = gathered
      gathered >>>= 8
    }
  }
  if (bits > 0) encoded[place] = gathered
}

/** Fills {@link expectations}. */
function findExpected({ passages, payloads, expected }: List, start: number, end: number) {
  let low = payloads[start]!
  let flagged = 0
  let escaped = 0
  for (let i = start; i < end; i++) {
    const payload = payloads[i]!
    if (payload < low) low = payload
    const expectation = expected === null ? EXPECTED : expected.find(payload, passages[i]!)
    expectations[i - start] = expectation
    if (expectation > 0) flagged++
    if (expectation === EXPECTED) escaped++
  }
  return { low, flagged, escaped }
}

/** Flags, then half a byte for each that is flagged, then what these do not tell. */
function encodePayloads(
  payloads: Uint8Array,
  start: number,
  end: number,
  at: number,
  flagged: number,
): void {
  const size = end - start
  const codes = at + ((size + 7) >>> 3)
  let escaped = codes + ((flagged + 1) >>> 1)
  let seen = 0
  encoded.fill(0, at, escaped)
  for (let i = 0; i < size; i++) {
    const expectation = expectations[i]!
    if (expectation === 0) continue
    encoded[at + (i >>> 3)]! |= 1 << (i & 7)
    const code = expectation === EXPECTED ? ESCAPE : expectation - 1
    encoded[codes + (seen >>> 1)]! |= code << ((seen & 1) << 2)
    if (expectation === EXPECTED) encoded[escaped++] = payloads[start + i]!
    seen++
  }
}
