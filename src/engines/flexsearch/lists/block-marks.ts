// Run for every posting that is counted: one loop by width, no calls in them.

/** Sets the bits of passages that are decoded, from one place to another. */
export function markAll(passages: Uint32Array, from: number, to: number, bits: Uint32Array): void {
  for (let i = from; i < to; i++) {
    const passage = passages[i]!
    bits[passage >>> 5]! |= 1 << (passage & 31)
  }
}

/**
 * Sets the bits of the passages of a block but for the first.
 *
 * @param width Bytes of each of the others.
 * @param from Where these begin.
 * @param first The first passage.
 * @param size Number of passages.
 */
export function markEncoded(
  bytes: Uint8Array,
  width: number,
  from: number,
  first: number,
  size: number,
  bits: Uint32Array,
): void {
  if (width === 2) mark2(bytes, from, first, size, bits)
  else if (width === 3) mark3(bytes, from, first, size, bits)
  else mark4(bytes, from, first, size, bits)
}

function mark2(
  bytes: Uint8Array,
  from: number,
  first: number,
  size: number,
  bits: Uint32Array,
): void {
  let passage = first
  for (let i = 1, place = from; i < size; i++, place += 2) {
    passage += (bytes[place]! | (bytes[place + 1]! << 8)) >>> 7
    bits[passage >>> 5]! |= 1 << (passage & 31)
  }
}

function mark3(
  bytes: Uint8Array,
  from: number,
  first: number,
  size: number,
  bits: Uint32Array,
): void {
  let passage = first
  for (let i = 1, place = from; i < size; i++, place += 3) {
    passage += (bytes[place]! | (bytes[place + 1]! << 8) | (bytes[place + 2]! << 16)) >>> 7
    bits[passage >>> 5]! |= 1 << (passage & 31)
  }
}

function mark4(
  bytes: Uint8Array,
  from: number,
  first: number,
  size: number,
  bits: Uint32Array,
): void {
  let passage = first
  for (let i = 1, place = from; i < size; i++, place += 4) {
    const entry =
      bytes[place]! |
      (bytes[place + 1]! << 8) |
      (bytes[place + 2]! << 16) |
      (bytes[place + 3]! << 24)
    passage += entry >>> 7
    bits[passage >>> 5]! |= 1 << (passage & 31)
  }
}
