import { type ByteWriter, VarintReader } from './bytes.js'
import { type PagedColumn, PLACES } from './paged-column.js'

/** A length of so much or more is said in a number of its own. */
export const LONG = 15

/**
 * Appends a string, in UTF-8, as what it does not share with the beginning of another: the lengths of both parts, mostly in one byte, and
 * the rest (front coding: Witten, Moffat and Bell, "Managing Gigabytes", 1999).
 */
export function addFrontCoded(writer: ByteWriter, other: Uint8Array, string: Uint8Array): void {
  const most = Math.min(other.length, string.length)
  let shared = 0
  while (shared < most && other[shared] === string[shared]) shared++
  const rest = string.length - shared
  writer.uint((Math.min(shared, LONG) << 4) | Math.min(rest, LONG), 1)
  if (shared >= LONG) writer.varint(shared - LONG)
  if (rest >= LONG) writer.varint(rest - LONG)
  writer.stretch(string, shared, string.length)
}

/** Reads what {@link addFrontCoded} wrote, one string after the other. It has one string at a time, in a place of its own. */
export class FrontCodedReader {
  private string: Buffer = Buffer.alloc(64)
  private length = 0
  // Of the string that is being read.
  private shared = 0
  private rest = 0
  private bytes: Uint8Array = this.string
  private at = 0
  private end = 0

  /** Begins to read strings of which the first has its beginning in common with the one that is there. Without a view of them, as far as they lie on one page. */
  open(column: PagedColumn<Uint8Array>, start: number, end: number): void {
    const length = end - start
    const isOnPage = (start & PLACES) + length <= PLACES + 1
    this.bytes = isOnPage ? column.pageAt(start) : column.range(start, end)
    this.at = isOnPage ? start & PLACES : 0
    this.end = this.at + length
  }

  /** Reads so many strings, of which each shares its beginning with the one before it. The last one stays. */
  read(count: number): void {
    const { bytes } = this
    let { at, string, length } = this
    for (let left = count; left > 0; left--) {
      at = this.readLengths(at)
      const { shared } = this
      length = shared + this.rest
      if (length > string.length) string = this.grow(length)
      for (let i = shared; i < length; i++) string[i] = bytes[at++]!
    }
    this.at = at
    this.length = length
  }

  /**
   * Reads on to the first string that is not below one that is wanted, without putting strings together: what a string shares with the one
   * before it tells how they compare, unless it is just what that one shares with the wanted one. Nothing can be read after this.
   *
   * @returns How many strings are below, and whether the next one is the one that is wanted.
   */
  find(wanted: Uint8Array): { below: number; isThere: boolean } {
    const { bytes, end } = this
    let { at } = this
    // What the last string has in common with the one that is wanted, which it is below.
    let common = 0
    let below = 0
    for (; at < end; below++) {
      at = this.readLengths(at)
      const { shared, rest } = this
      if (shared < common) break
      const next = at + rest
      if (shared === common) {
        const most = Math.min(rest, wanted.length - common)
        let same = 0
        while (same < most && bytes[at + same] === wanted[common + same]) same++
        common += same
        if (common === wanted.length) return { below, isThere: same === rest }
        if (same < rest && bytes[at + same]! > wanted[common]!) break
      }
      at = next
    }
    return { below, isThere: false }
  }

  /** Passes by so many strings, with which those that are read share nothing. */
  skip(count: number): void {
    for (let left = count; left > 0; left--) this.at = this.readLengths(this.at) + this.rest
  }

  /** Reads the lengths of what the string at a place shares with the one before it, and of its rest. Returns where that stands. */
  private readLengths(place: number): number {
    const both = this.bytes[place]!
    this.shared = both >>> 4
    this.rest = both & LONG
    if (this.shared !== LONG && this.rest !== LONG) return place + 1
    const numbers = new VarintReader(this.bytes, place + 1)
    if (this.shared === LONG) this.shared += numbers.next()
    if (this.rest === LONG) this.rest += numbers.next()
    return numbers.position
  }

  /** The first bytes of the string as {@link beginningOf} has them. */
  get beginning(): number {
    return beginningOf(this.string, this.length)
  }

  /** Compares the string with another by their bytes. */
  compareTo(other: Uint8Array): number {
    const { string, length } = this
    const most = Math.min(length, other.length)
    for (let i = 0; i < most; i++) {
      const difference = string[i]! - other[i]!
      if (difference !== 0) return difference
    }
    return length - other.length
  }

  toString(): string {
    return this.string.toString('utf8', 0, this.length)
  }

  private grow(length: number): Buffer {
    const grown = Buffer.alloc(2 * length)
    grown.set(this.string)
    this.string = grown
    return grown
  }
}

/** The first six bytes of a string, zeros behind it, as a number: in the order of strings. */
export function beginningOf(string: Uint8Array, length = string.length): number {
  let [first, second] = [0, 0]
  for (let i = 0; i < 3; i++) {
    first = (first << 8) | (i < length ? string[i]! : 0)
    second = (second << 8) | (i + 3 < length ? string[i + 3]! : 0)
  }
  return first * 2 ** 24 + second
}
