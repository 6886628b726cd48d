import { distanceBytes, escapedOf, flaggedOf, widthOf } from './block-format.js'
import { ESCAPE, type ExpectedPayloads } from './expected-payloads.js'

// Run for every posting that is read: no calls in the loops, and whole numbers of 32 bits only, said to be such, which V8 does not find out by itself.

/** Decodes the passages of a block from place `at` on, where the first of them is already. */
export function readPassages(
  bytes: DataView,
  start: number,
  width: number,
  passages: Uint32Array,
  at: number,
  end: number,
): void {
  const mask = (1 << width) - 1
  let passage = passages[at]! | 0
  if (width === 0) {
    // Nothing stands there, perhaps not even what is read at once.
    for (let i = at + 1; i < end; i++) passages[i] = ++passage
    return
  }
  for (let i = at + 1, bit = (8 * start) | 0; i < end; i++, bit = (bit + width) | 0) {
    passage = (passage + ((bytes.getInt32(bit >>> 3, true) >>> (bit & 7)) & mask) + 1) | 0
    passages[i] = passage
  }
}

/** Sets the bits of the passages of a block but for the first, without decoding them to anywhere. */
export function markEncoded(
  bytes: DataView,
  start: number,
  width: number,
  first: number,
  size: number,
  bits: Uint32Array,
): void {
  const mask = (1 << width) - 1
  let passage = first | 0
  if (width === 0) {
    for (let i = 1; i < size; i++) {
      passage++
      bits[passage >>> 5]! |= 1 << (passage & 31)
    }
    return
  }
  for (let i = 1, bit = (8 * start) | 0; i < size; i++, bit = (bit + width) | 0) {
    passage = (passage + ((bytes.getInt32(bit >>> 3, true) >>> (bit & 7)) & mask) + 1) | 0
    bits[passage >>> 5]! |= 1 << (passage & 31)
  }
}

/** Sets the bits of passages that are decoded, from one place to another. */
export function markAll(passages: Uint32Array, from: number, to: number, bits: Uint32Array): void {
  for (let i = from; i < to; i++) {
    const passage = passages[i]!
    bits[passage >>> 5]! |= 1 << (passage & 31)
  }
}

/** Decodes one of the payloads of a block, that of a passage. */
export function readPayload(
  bytes: DataView,
  block: number,
  traits: number,
  expected: ExpectedPayloads | null,
  passage: number,
  place: number,
  size: number,
): number {
  const start = block + distanceBytes(size, widthOf(traits))
  const flagged = flaggedOf(traits)
  if (escapedOf(traits) === size) return bytes.getUint8(start + place)
  const isFlagged =
    flagged > 0 && ((bytes.getUint8(start + (place >>> 3)) >>> (place & 7)) & 1) === 1
  if (!isFlagged) return expected!.of(0, passage)
  const codes = start + ((size + 7) >>> 3)
  const before = flagsBefore(bytes, start, place)
  const code = codeAt(bytes, codes, before)
  if (code !== ESCAPE) return expected!.of(code + 1, passage)
  let escaped = codes + ((flagged + 1) >>> 1)
  for (let i = 0; i < before; i++) if (codeAt(bytes, codes, i) === ESCAPE) escaped++
  return bytes.getUint8(escaped)
}

/** Which of some others a payload is that is not as expected. */
function codeAt(bytes: DataView, codes: number, place: number): number {
  return (bytes.getUint8(codes + (place >>> 1)) >>> ((place & 1) << 2)) & 15
}

/** How many bits before a place are set. */
function flagsBefore(bytes: DataView, start: number, place: number): number {
  let count = 0
  for (let at = 0; at <= place >>> 3; at++) {
    let flags = bytes.getUint8(start + at)
    if (at === place >>> 3) flags &= (1 << (place & 7)) - 1
    for (; flags !== 0; flags &= flags - 1) count++
  }
  return count
}

/** Decodes the payloads of a block whose passages are from place `at` on. */
export function readPayloads(
  bytes: DataView,
  block: number,
  traits: number,
  expected: ExpectedPayloads | null,
  passages: Uint32Array,
  payloads: Uint8Array,
  at: number,
  size: number,
): void {
  const start = block + distanceBytes(size, widthOf(traits))
  const flagged = flaggedOf(traits)
  if (escapedOf(traits) === size) {
    for (let i = 0; i < size; i++) payloads[at + i] = bytes.getUint8(start + i)
    return
  }
  // What is not escaped was expected.
  expected!.fill(passages, payloads, at, at + size)
  if (flagged === 0) return
  const codes = start + ((size + 7) >>> 3)
  let escaped = codes + ((flagged + 1) >>> 1)
  let seen = 0
  for (let place = start, from = at; seen < flagged; place++, from += 8)
    for (let flags = bytes.getUint8(place); flags !== 0; flags &= flags - 1) {
      const entry = from + 31 - Math.clz32(flags & -flags)
      const code = codeAt(bytes, codes, seen)
      seen++
      payloads[entry] =
        code === ESCAPE ? bytes.getUint8(escaped++) : expected!.of(code + 1, passages[entry]!)
    }
}
