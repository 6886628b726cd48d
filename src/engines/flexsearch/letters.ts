const ALPHABET = 26
/** Letters that many words have twice. */
const OFTEN_TWICE = [...'aeinor'].map((letter) => bitOf(letter.charCodeAt(0)))

/**
 * The letters of a word as 32 bits, whatever their order: `a` to `z` have a bit each, which all other characters share;
 * the rest say which of six are there twice or more. Of two words that differ by d edits, at most 2d bits differ, and
 * one less for each character that one of them is longer.
 */
export function letterMask(word: string): number {
  let mask = 0
  for (let i = 0; i < word.length; i++) mask = withLetter(mask, word.charCodeAt(i))
  return mask >>> 0
}

/** The same, as a signed number, of a word of which the letter is the next one. */
export function withLetter(mask: number, unit: number): number {
  const bit = bitOf(unit)
  const place = (mask & bit) === 0 ? -1 : OFTEN_TWICE.indexOf(bit)
  return mask | (place < 0 ? bit : 1 << (ALPHABET + place))
}

function bitOf(code: number): number {
  return 1 << (code >= 97 && code <= 122 ? code - 97 : code % ALPHABET)
}

/** Number of bits set (Warren, "Hacker's Delight"). */
export function bitCount(bits: number): number {
  let pairs = bits - ((bits >>> 1) & 0x55555555)
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Strings of so many code units are like no other. */
export const LONGEST = 0xff

/** Rows of the table of edits, for one comparison at a time: this runs for hundreds of words. */
const ROWS = [row(), row(), row()] as const

function row(): Uint16Array {
  return new Uint16Array(LONGEST + 2)
}

/**
 * How many edits make one word of the other: a character more, less, another, or two neighbours swapped,
 * each place edited once (optimal string alignment; Damerau 1964, Boytsov 2011). In UTF-16 code units.
 *
 * @returns `limit + 1` for more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || b.length >= LONGEST) return limit + 1
  let start = 0
  let [endOfA, endOfB] = [a.length, b.length]
  while (start < endOfA && start < endOfB && a.charCodeAt(start) === b.charCodeAt(start)) start++
  while (
    start < endOfA &&
    start < endOfB &&
    a.charCodeAt(endOfA - 1) === b.charCodeAt(endOfB - 1)
  ) {
    endOfA--
    endOfB--
  }
  return editsBetween(a, endOfA - start, b, endOfB - start, start, limit)
}

/** Of `rows` characters of `a` and `columns` of `b`, both from `start` on; only what is near the diagonal can be within the limit. */
function editsBetween(
  a: string,
  rows: number,
  b: string,
  columns: number,
  start: number,
  limit: number,
): number {
  const far = limit + 1
  let [before, previous, current] = ROWS
  for (let j = 0; j <= Math.min(columns, limit); j++) current[j] = j
  current[limit + 1] = far
  for (let i = 1; i <= rows; i++) {
    ;[before, previous, current] = [previous, current, before]
    const first = Math.max(1, i - limit)
    const last = Math.min(columns, i + limit)
    current[first - 1] = first === 1 ? i : far
    let least = current[first - 1]!
    const letter = a.charCodeAt(start + i - 1)
    for (let j = first; j <= last; j++) {
      const other = b.charCodeAt(start + j - 1)
      let edits = previous[j - 1]! + Number(letter !== other)
      if (previous[j]! < edits) edits = previous[j]! + 1
      if (current[j - 1]! < edits) edits = current[j - 1]! + 1
      const isSwap =
        i > 1 &&
        j > 1 &&
        letter === b.charCodeAt(start + j - 2) &&
        a.charCodeAt(start + i - 2) === other
      if (isSwap && before[j - 2]! < edits) edits = before[j - 2]! + 1
      current[j] = edits
      if (edits < least) least = edits
    }
    current[last + 1] = far
    // A swap reaches over one row.
    if (least > far) return far
  }
  return Math.min(current[columns]!, far)
}
