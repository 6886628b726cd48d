import { ByteWriter } from './bytes.js'
import type { Container } from './container.js'
import { addFrontCoded, beginningOf, FrontCodedReader, LONG } from './front-coding.js'
import { NumberList } from './number-list.js'
import { type PackedColumn, packList } from './packed-column.js'
import type { PagedColumn } from './paged-column.js'
import type { StringColumns } from './strings.js'

/** Strings of a block: of the first, all is there. */
const BITS = 4
const BLOCK = 1 << BITS
const PLACES = BLOCK - 1

const ENCODER = new TextEncoder()
/** The string that was looked up last: a word is looked up in one table after the other. */
let last = { string: '', bytes: new Uint8Array() }
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
  /** Of the first string of each block, its first bytes; once they are all read. */
  private beginnings: Float64Array | undefined

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
    reader.read((index & PLACES) + 1)
    return reader
  }

  /** The first index whose string is not below `wanted`. */
  lowerBound(wanted: string): number {
    return this.find(wanted).index
  }

  /** Reads what most blocks are told apart by, so that fewer are looked at: most of them are in no cache of the processor. */
  readBeginnings(): void {
    if (this.beginnings) return
    this.beginnings = new Float64Array(this.blocks)
    for (let block = 0; block < this.blocks; block++)
      this.beginnings[block] = this.seek(block << BITS).beginning
  }

  /** The index of a string, or -1. */
  indexOf(wanted: string): number {
    const { index, isThere } = this.find(wanted)
    return isThere ? index : -1
  }

  private find(wanted: string): { index: number; isThere: boolean } {
    const target = encoded(wanted)
    const block = this.blockOf(target)
    if (block < 0) return { index: 0, isThere: false }
    this.open(block)
    const { below, isThere } = this.reader.find(target)
    return { index: (block << BITS) + below, isThere }
  }

  /** The last block whose first string is not above the one that is wanted, or -1. */
  private blockOf(target: Uint8Array): number {
    let [low, high] = this.blocksFor(target)
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.compareFirst(middle, target) <= 0) low = middle
      else high = middle - 1
    }
    return low
  }

  /** The last block whose first string is surely below the one that is wanted, or -1, and the last that may be. */
  private blocksFor(target: Uint8Array): [low: number, high: number] {
    const { beginnings } = this
    if (!beginnings) return [-1, this.blocks - 1]
    const wanted = beginningOf(target)
    const first = firstFrom(beginnings, wanted)
    const isShared = beginnings[first] === wanted
    return [first - 1, (isShared ? firstFrom(beginnings, wanted + 1, first) : first) - 1]
  }

  private get blocks(): number {
    return Math.ceil(this.length / BLOCK)
  }

  /** Compares the first string of a block, which shares nothing, with another. */
  private compareFirst(block: number, target: Uint8Array): number {
    const { bytes } = this
    let at = this.starts.at(block)
    const length = bytes.at(at++)
    if (length === LONG) {
      this.open(block)
      this.reader.read(1)
      return this.reader.compareTo(target)
    }
    const most = Math.min(length, target.length)
    for (let i = 0; i < most; i++) {
      const difference = bytes.at(at++) - target[i]!
      if (difference !== 0) return difference
    }
    return length - target.length
  }

  private open(block: number): void {
    const { starts } = this
    this.reader.open(this.bytes, starts.at(block), starts.at(block + 1))
  }
}

/** The first place whose number is `least` or more. Without jumps, half of which the processor would guess wrong. */
function firstFrom(numbers: Float64Array, least: number, start = 0): number {
  let from = start
  for (let left = numbers.length - start; left > 0; ) {
    const half = (left + 1) >> 1
    from += half * Number(numbers[from + half - 1]! < least)
    left -= half
  }
  return from
}

function encoded(string: string): Uint8Array {
  if (last.string !== string) last = { string, bytes: ENCODER.encode(string) }
  return last.bytes
}
