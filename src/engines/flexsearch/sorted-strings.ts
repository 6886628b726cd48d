import type { StringColumns } from '../../store/strings.js'
import { compareBytes } from './runs/run-cursor.js'

/** The first bytes of a string, by which it is sorted before all of it is compared: two numbers of so many each. */
const HALF_BYTES = 3
/** Digits of such a number that are sorted at a time. */
const DIGIT_BITS = 12
const DIGITS = 1 << DIGIT_BITS

/** The numbers of strings in the order of their bytes; of equal ones, the lower number first. */
export function sortedByBytes({ bytes, offsets }: StringColumns): Uint32Array {
  const count = offsets.length - 1
  const [high, low] = [new Uint32Array(count), new Uint32Array(count)]
  for (let i = 0; i < count; i++) {
    const [start, end] = [offsets[i]!, offsets[i + 1]!]
    high[i] = beginning(bytes, start, end)
    low[i] = beginning(bytes, start + HALF_BYTES, end)
  }
  const order = sortedBeginnings(high, low)
  for (let first = 0, next = 0; first < count; first = next) {
    next = first + 1
    while (next < count && isAlike(order[first]!, order[next]!, high, low)) next++
    if (next === first + 1) continue
    order
      .subarray(first, next)
      .sort(
        (a, b) =>
          compareBytes(bytes, offsets[a]!, offsets[a + 1]!, bytes, offsets[b]!, offsets[b + 1]!) ||
          a - b,
      )
  }
  return order
}

function beginning(bytes: Uint8Array, start: number, end: number): number {
  let number = 0
  for (let i = start; i < start + HALF_BYTES; i++) number = number * 256 + (i < end ? bytes[i]! : 0)
  return number
}

function isAlike(a: number, b: number, high: Uint32Array, low: Uint32Array): boolean {
  return high[a] === high[b] && low[a] === low[b]
}

/** Digit by digit, the last ones first (radix sort): with many strings, a fraction of the time of comparing them. */
function sortedBeginnings(high: Uint32Array, low: Uint32Array): Uint32Array {
  if (high.length < DIGITS)
    return Uint32Array.from(high.keys()).sort(
      (a, b) => high[a]! - high[b]! || low[a]! - low[b]! || a - b,
    )
  let order = Uint32Array.from(high.keys())
  let sorted = new Uint32Array(order.length)
  for (const numbers of [low, high])
    for (const shift of [0, DIGIT_BITS]) {
      sortByDigit(numbers, shift, order, sorted)
      ;[order, sorted] = [sorted, order]
    }
  return order
}

function sortByDigit(
  numbers: Uint32Array,
  shift: number,
  order: Uint32Array,
  sorted: Uint32Array,
): void {
  const starts = new Uint32Array(DIGITS + 1)
  for (let i = 0; i < numbers.length; i++) starts[digitOf(numbers[i]!, shift) + 1]!++
  for (let digit = 0; digit < DIGITS; digit++) starts[digit + 1]! += starts[digit]!
  for (let i = 0; i < order.length; i++)
    sorted[starts[digitOf(numbers[order[i]!]!, shift)]!++] = order[i]!
}

function digitOf(number: number, shift: number): number {
  return (number >>> shift) & (DIGITS - 1)
}
