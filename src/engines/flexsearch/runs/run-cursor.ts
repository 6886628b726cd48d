import type { ByteSource } from '../../../store/bytes.js'

/** A run, and the number of the passage from which it counts. */
export interface Run {
  source: ByteSource
  base: number
}

/** Read at once; records that are longer are read whole all the same. */
const WINDOW = 1 << 17
/** Bytes of the longest varint. */
const LONGEST_VARINT = 5

/** Reads a run record by record, and a record number by number: see `writeRun`. */
export class RunCursor {
  bytes: Uint8Array = new Uint8Array(0)
  /** Of the next number in {@link bytes}. */
  at = 0
  /** Where the term of this record stands in {@link bytes}. */
  termStart = 0
  termEnd = 0
  readonly base: number
  private readonly source: ByteSource
  /** Where {@link bytes} begins in the run, and where in it the next record does. */
  private offset = 0
  private end = 0

  constructor(
    { source, base }: Run,
    /** Its place among the runs. */
    readonly place: number,
  ) {
    this.source = source
    this.base = base
  }

  /** Goes to the next record, behind its term; false at the end. */
  advance(): boolean {
    this.at = this.end
    if (this.offset + this.at >= this.source.size) return false
    this.require(LONGEST_VARINT)
    const length = this.varint()
    this.require(length)
    this.end = this.at + length
    const term = this.varint()
    this.termStart = this.at
    this.at += term
    this.termEnd = this.at
    return true
  }

  varint(): number {
    const { bytes } = this
    let byte = bytes[this.at++]!
    if (byte < 128) return byte
    let value = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[this.at++]!
      value |= (byte & 127) << shift
    }
    return value >>> 0
  }

  /** Makes so many bytes available, or as many as there are. */
  private require(length: number): void {
    if (this.at + length <= this.bytes.length) return
    const offset = this.offset + this.at
    const left = this.source.size - offset
    if (left <= this.bytes.length - this.at) return
    this.bytes = this.source.read(offset, Math.min(left, Math.max(WINDOW, length)))
    this.offset = offset
    this.at = 0
  }
}

/** Compares two stretches of bytes. */
export function compareBytes(
  a: Uint8Array,
  aStart: number,
  aEnd: number,
  b: Uint8Array,
  bStart: number,
  bEnd: number,
): number {
  const length = Math.min(aEnd - aStart, bEnd - bStart)
  for (let i = 0; i < length; i++) {
    const difference = a[aStart + i]! - b[bStart + i]!
    if (difference !== 0) return difference
  }
  return aEnd - aStart - (bEnd - bStart)
}
