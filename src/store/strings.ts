import { ByteWriter } from './bytes.js'
import { LimitError } from './limit-error.js'
import { MOST_BYTES } from './limits.js'
import { NumberList } from './number-list.js'
import { type PackedColumn, packList } from './packed-column.js'
import type { PagedColumn } from './paged-column.js'
import { partitionPoint } from './partition-point.js'

/** Strings one after the other in UTF-8, with the offset of each; the last offset is the end. */
export interface StringColumns {
  bytes: Uint8Array
  offsets: Uint32Array
}

const ENCODER = new TextEncoder()
const DECODER = new TextDecoder()

/** The columns that `Container.strings` reads. */
export function namedStrings(name: string, { bytes, offsets }: StringColumns) {
  return {
    [name]: bytes,
    [`${name}Offsets`]: packList(offsets),
  }
}

/** The same of a list. */
export function packStrings(name: string, strings: readonly string[]) {
  const writer = new StringColumnsWriter()
  for (const string of strings) writer.add(string)
  return namedStrings(name, writer.columns())
}

/** Packs strings one after the other, those given encoded too. */
export class StringColumnsWriter {
  private readonly bytes = new ByteWriter()
  private readonly ends = new NumberList()

  get length(): number {
    return this.ends.length
  }

  add(string: string): void {
    this.bytes.utf8(string)
    this.ends.push(this.bytes.length)
  }

  /** One that was added. */
  at(index: number): string {
    const bytes = this.bytes.result().subarray(this.startOf(index), this.ends.at(index))
    return new TextDecoder().decode(bytes)
  }

  /** Adds the string that is encoded in a stretch of bytes. */
  addEncoded(bytes: Uint8Array, start: number, end: number): void {
    this.bytes.stretch(bytes, start, end)
    this.ends.push(this.bytes.length)
  }

  /** Whether the last string is that of another list. */
  endsLike(other: StringColumnsWriter): boolean {
    const [start, end] = [this.startOf(this.length - 1), this.bytes.length]
    const shift = other.startOf(other.length - 1) - start
    if (other.bytes.length - end !== shift) return false
    for (let i = start; i < end; i++)
      if (this.bytes.at(i) !== other.bytes.at(i + shift)) return false
    return true
  }

  /** Compares two that were added, by their bytes. */
  compare(a: number, b: number): number {
    const { bytes } = this
    const [aStart, aEnd] = [this.startOf(a), this.ends.at(a)]
    const [bStart, bEnd] = [this.startOf(b), this.ends.at(b)]
    const shared = Math.min(aEnd - aStart, bEnd - bStart)
    for (let i = 0; i < shared; i++) {
      const difference = bytes.at(aStart + i) - bytes.at(bStart + i)
      if (difference !== 0) return difference
    }
    return aEnd - aStart - (bEnd - bStart)
  }

  private startOf(index: number): number {
    return index === 0 ? 0 : this.ends.at(index - 1)
  }

  /** @throws LimitError where there are more than 4 GiB. */
  columns(): StringColumns {
    if (this.bytes.length >= MOST_BYTES) throw new LimitError('more than 4 GiB of words or titles')
    const offsets = new Uint32Array(this.length + 1)
    offsets.set(this.ends.values(), 1)
    return { bytes: this.bytes.result(), offsets }
  }
}

/** Reads strings as code units, one at a time. */
export class StringUnits {
  units = new Uint16Array(256)
  length = 0

  constructor(private readonly strings: StringColumns) {}

  /** @returns itself, valid until the next string. */
  read(index: number): this {
    const { bytes, offsets } = this.strings
    const [start, end] = [offsets[index]!, offsets[index + 1]!]
    this.length = end - start
    if (this.units.length < this.length) this.units = new Uint16Array(2 * this.length)
    for (let i = start; i < end; i++) {
      if (bytes[i]! > 127) return this.decode(bytes.subarray(start, end))
      this.units[i - start] = bytes[i]!
    }
    return this
  }

  private decode(bytes: Uint8Array): this {
    const string = DECODER.decode(bytes)
    this.length = string.length
    for (let i = 0; i < string.length; i++) this.units[i] = string.charCodeAt(i)
    return this
  }
}

/** A read-only list of strings that stay encoded until they are asked for. */
export class StringTable {
  /** @param offsets Where each string begins in the bytes; the last is the end. */
  constructor(
    private readonly bytes: PagedColumn<Uint8Array>,
    private readonly offsets: PackedColumn,
  ) {}

  get length(): number {
    return this.offsets.length - 1
  }

  at(index: number): string {
    const { buffer, byteOffset, byteLength } = this.bytesOf(index)
    // A buffer decodes a short string in a third of the time of a decoder.
    return Buffer.from(buffer, byteOffset, byteLength).toString()
  }

  /** The first index whose string is not below `wanted`; the table must be in the order of its bytes. */
  lowerBound(wanted: string): number {
    const target = ENCODER.encode(wanted)
    return partitionPoint(0, this.length, (place) => this.compareAt(place, target) < 0)
  }

  private compareAt(index: number, target: Uint8Array): number {
    const bytes = this.bytesOf(index)
    const shared = Math.min(bytes.length, target.length)
    for (let i = 0; i < shared; i++) {
      const difference = bytes[i]! - target[i]!
      if (difference !== 0) return difference
    }
    return bytes.length - target.length
  }

  private bytesOf(index: number): Uint8Array {
    return this.bytes.range(this.offsets.at(index), this.offsets.at(index + 1))
  }
}

/** Orders strings as {@link StringTable} does: by code point, which is the order of their UTF-8 bytes. */
export function compareByCodePoint(a: string, b: string): number {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x === y) continue
    // Surrogates stand for code points above all others, although they are not the highest units.
    const surrogates = Number(isSurrogate(x)) - Number(isSurrogate(y))
    return surrogates === 0 ? x - y : surrogates
  }
  return a.length - b.length
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
}
