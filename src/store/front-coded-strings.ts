import { ByteWriter } from './bytes.js'
import type { Container } from './container.js'
import { addFrontCoded, FrontCodedReader } from './front-coding.js'
import { NumberList } from './number-list.js'
import { type PackedColumn, packList } from './packed-column.js'
import type { PagedColumn } from './paged-column.js'
import type { StringColumns } from './strings.js'

/** Strings of a block: of the first, all is there. */
const BITS = 4
const BLOCK = 1 << BITS
const PLACES = BLOCK - 1

const ENCODER = new TextEncoder()
const NOTHING = new Uint8Array()

/** The columns that {@link FrontCodedStrings} reads, of strings in the order of their bytes. */
export function frontCoded(name: string, { bytes, offsets }: StringColumns) {
  const coded = new ByteWriter()
  const starts = new NumberList()
  let before: Uint8Array = NOTHING
  for (let i = 0; i < offsets.length - 1; i++) {
    const string = bytes.subarray(offsets[i]!, offsets[i + 1]!)
    if ((i & PLACES) === 0) starts.push(coded.length)
    addFrontCoded(coded, (i & PLACES) === 0 ? NOTHING : before, string)
    before = string
  }
  starts.push(coded.length)
  return { [name]: coded.result(), [`${name}Starts`]: packList(starts.values()) }
}

/** Strings in the order of their bytes, each as what it does not share with the one before it; read when they are asked for. */
export class FrontCodedStrings {
  private readonly bytes: PagedColumn<Uint8Array>
  private readonly starts: PackedColumn
  private readonly reader = new FrontCodedReader()

  /** @param length Number of the strings. */
  constructor(
    container: Container,
    name: string,
    readonly length: number,
  ) {
    this.bytes = container.paged(name, Uint8Array)
    this.starts = container.packed(`${name}Starts`)
  }

  at(index: number): string {
    return this.seek(index).toString()
  }

  /** A reader that has a string, until the next one is looked up. */
  seek(index: number): FrontCodedReader {
    const { reader } = this
    this.open(index >>> BITS)
    for (let left = index & PLACES; left >= 0; left--) reader.next()
    return reader
  }

  /** The first index whose string is not below `wanted`. */
  lowerBound(wanted: string): number {
    const target = ENCODER.encode(wanted)
    const block = this.blockOf(target)
    if (block < 0) return 0
    this.open(block)
    let index = block << BITS
    while (this.reader.next() && this.reader.compareTo(target) < 0) index++
    return index
  }

  /** The index of a string, or -1. */
  indexOf(wanted: string): number {
    const index = this.lowerBound(wanted)
    return index < this.length && this.at(index) === wanted ? index : -1
  }

  /** The last block that begins with a string below the one that is wanted, or -1. */
  private blockOf(target: Uint8Array): number {
    let low = -1
    let high = Math.ceil(this.length / BLOCK) - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      this.open(middle)
      this.reader.next()
      if (this.reader.compareTo(target) < 0) low = middle
      else high = middle - 1
    }
    return low
  }

  private open(block: number): void {
    const { starts } = this
    this.reader.open(this.bytes.range(starts.at(block), starts.at(block + 1)))
  }
}
