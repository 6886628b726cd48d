import type { StringColumns } from '../../store/strings.js'
import { compareBytes } from './runs/run-cursor.js'

/** Bytes of a string that are compared as one number. */
const KEY_BYTES = 6

/** The numbers of strings in the order of their bytes; of equal ones, the lower number first. */
export function sortedByBytes({ bytes, offsets }: StringColumns): Uint32Array {
  const count = offsets.length - 1
  // Whole numbers up to 2^48 are exact.
  const keys = new Float64Array(count)
  for (let i = 0; i < count; i++) keys[i] = keyOf(bytes, offsets[i]!, offsets[i + 1]!)
  return Uint32Array.from({ length: count }, (_, i) => i).sort(
    (a, b) =>
      keys[a]! - keys[b]! ||
      compareBytes(bytes, offsets[a]!, offsets[a + 1]!, bytes, offsets[b]!, offsets[b + 1]!) ||
      a - b,
  )
}

function keyOf(bytes: Uint8Array, start: number, end: number): number {
  let key = 0
  for (let i = start; i < start + KEY_BYTES; i++) key = key * 256 + (i < end ? bytes[i]! : 0)
  return key
}
