import { Buffer } from 'node:buffer'
import type { ByteWriter } from './bytes.js'

/** What is longer than that is said in a number of its own. */
const LONG = 15

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
  private string = Buffer.alloc(64)
  private length = 0
  private bytes: Uint8Array = this.string
  private at = 0
  /** Lengths of the two parts of the string whose rest is next. */
  private shared = 0
  private rest = 0

  /** Begins to read strings of which the first has its beginning in common with the one that is there. */
  open(bytes: Uint8Array): void {
    this.bytes = bytes
    this.at = 0
  }

  /** False where all are read. */
  next(): boolean {
    const { bytes } = this
    if (this.at === bytes.length) return false
    this.readLengths()
    const { shared, rest } = this
    this.length = shared + rest
    if (this.length > this.string.length) this.grow()
    const { string } = this
    for (let i = shared; i < this.length; i++) string[i] = bytes[this.at++]!
    return true
  }

  /** Passes by a string, which the next one shares nothing with. */
  skip(): void {
    this.readLengths()
    this.at += this.rest
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

  private readLengths(): void {
    const both = this.bytes[this.at++]!
    this.shared = both >>> 4
    this.rest = both & LONG
    if (this.shared === LONG) this.shared += this.readNumber()
    if (this.rest === LONG) this.rest += this.readNumber()
  }

  /** As `ByteWriter.varint` writes it. */
  private readNumber(): number {
    let number = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++]!
      number |= (byte & 127) << shift
      if (byte < 128) return number
    }
  }

  private grow(): void {
    const grown = Buffer.alloc(2 * this.length)
    grown.set(this.string)
    this.string = grown
  }
}
