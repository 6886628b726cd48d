import { VarintReader } from '../../../store/bytes.js'
import { markAll, markEncoded } from './block-marks.js'

/** Entries of a block. */
export const BLOCK = 128
/** A number that goes with a passage is below this. */
export const PAYLOADS = 128
/** Bytes of a block's line in the directory of a list: first passage, least payload, width. */
const DIRECTORY_LINE = 6

/** Numbers in memory that describe a block: its first passage, where it begins, and the rest of them together. */
const LINE = 3
/** Above the least payload: the width; and whether the block is in memory. */
const WIDTH_SHIFT = 8
const LOADED = 1 << 16

function widthOf(rest: number): number {
  return (rest >>> WIDTH_SHIFT) & 255
}

/**
 * Passages, ascending, each with a small number (its payload), in blocks of {@link BLOCK}. Where there is more than one block, the list
 * begins with a directory, so that blocks are passed by unread.
 *
 * Within a block the first passage is known; each of the others is one little-endian number of two, three or four bytes: the distance to
 * the passage before it, times {@link PAYLOADS}, plus its payload. So one step reads both, and a block has one width.
 *
 * What has been read of a block stays in memory: to look a passage up there again takes a few comparisons.
 */
export class BlockList {
  /** Bytes that the list takes in its file. */
  readonly size: number
  /** The least payload in the list. */
  readonly low: number
  readonly blocks: number
  /** {@link LINE} numbers a block. In one array, for most lists have few blocks. */
  private readonly directory: Uint32Array
  private loadedPassages: Uint32Array | undefined
  private loadedPayloads: Uint8Array | undefined

  /**
   * @param bytes Of the list; there may be others after it.
   * @param length Number of passages.
   */
  constructor(
    private readonly bytes: Uint8Array,
    readonly length: number,
  ) {
    this.blocks = Math.ceil(length / BLOCK)
    this.directory = new Uint32Array(LINE * this.blocks)
    this.size = this.blocks > 1 ? this.readDirectory() : this.readOnlyBlock()
    let low = PAYLOADS
    for (let block = 0; block < this.blocks; block++) low = Math.min(low, this.lowOf(block))
    this.low = low
  }

  /** The least payload in a block. */
  lowOf(block: number): number {
    return this.directory[LINE * block + 2]! & 255
  }

  /** The first passage of a block; infinity after the last block. */
  firstOf(block: number): number {
    return block < this.blocks ? this.directory[LINE * block]! : Number.POSITIVE_INFINITY
  }

  /** All passages; there are only those of blocks that were loaded. */
  get passages(): Uint32Array {
    this.loadedPassages ??= new Uint32Array(this.length)
    return this.loadedPassages
  }

  /** Their payloads, by the same place. */
  get payloads(): Uint8Array {
    this.loadedPayloads ??= new Uint8Array(this.length)
    return this.loadedPayloads
  }

  /** Makes sure that a block is in `passages` and `payloads`. Returns the place of its first entry. */
  load(block: number): number {
    const place = block * BLOCK
    if ((this.directory[LINE * block + 2]! & LOADED) === 0) {
      this.read(block, this.passages, this.payloads, place)
      this.directory[LINE * block + 2]! |= LOADED
    }
    return place
  }

  /** The whole list. Both arrays are the list's own: not to be changed. */
  readAll(): { passages: Uint32Array; payloads: Uint8Array } {
    for (let block = 0; block < this.blocks; block++) this.load(block)
    const { passages, payloads } = this
    return { passages, payloads }
  }

  /** Entries of a block. */
  sizeOf(block: number): number {
    return Math.min(BLOCK, this.length - block * BLOCK)
  }

  /** The block that has a passage if any has, looked for from `from` on; `from - 1` where none can have it. */
  blockOf(passage: number, from = 0): number {
    const { directory, blocks } = this
    let step = 1
    let low = from
    while (low + step <= blocks && directory[LINE * (low + step - 1)]! <= passage) {
      low += step
      step *= 2
    }
    let high = Math.min(blocks, low + step)
    while (low < high) {
      const middle = (low + high) >>> 1
      if (directory[LINE * middle]! <= passage) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  /** Decodes a block: its passages and their payloads, from place `at` on. Returns how many there are. */
  read(block: number, passages: Uint32Array, payloads: Uint8Array, at = 0): number {
    const size = this.sizeOf(block)
    const { bytes, directory } = this
    const start = directory[LINE * block + 1]!
    const width = widthOf(directory[LINE * block + 2]!)
    passages[at] = directory[LINE * block]!
    payloads[at] = bytes[start]!
    const from = start + 1
    if (width === 2) read2(bytes, from, passages, payloads, at, at + size)
    else if (width === 3) read3(bytes, from, passages, payloads, at, at + size)
    else read4(bytes, from, passages, payloads, at, at + size)
    return size
  }

  /** Sets the bits of a block's passages. A block that was not loaded is decoded, but not kept. */
  mark(block: number, bits: Uint32Array): void {
    const size = this.sizeOf(block)
    const line = LINE * block
    const { bytes, directory } = this
    const rest = directory[line + 2]!
    if ((rest & LOADED) !== 0) {
      const place = block * BLOCK
      markAll(this.passages, place, place + size, bits)
      return
    }
    const passage = directory[line]!
    bits[passage >>> 5]! |= 1 << (passage & 31)
    markEncoded(bytes, widthOf(rest), directory[line + 1]! + 1, passage, size, bits)
  }

  /** A passage's payload; -1 where the list does not have it. */
  payloadOf(passage: number): number {
    const block = this.blockOf(passage)
    if (block < 0) return -1
    const start = this.load(block)
    const place = this.passages.subarray(start, start + this.sizeOf(block)).indexOf(passage)
    return place < 0 ? -1 : this.payloads[start + place]!
  }

  private readDirectory(): number {
    const { bytes } = this
    let line = 0
    let start = this.blocks * DIRECTORY_LINE
    for (let block = 0; block < this.blocks; block++, line += DIRECTORY_LINE) {
      const first =
        bytes[line]! | (bytes[line + 1]! << 8) | (bytes[line + 2]! << 16) | (bytes[line + 3]! << 24)
      const width = bytes[line + 5]!
      this.describe(block, { first, start, low: bytes[line + 4]!, width })
      start += blockBytes(this.sizeOf(block), width)
    }
    return start
  }

  private readOnlyBlock(): number {
    if (this.length === 0) return 0
    const reader = new VarintReader(this.bytes)
    const first = reader.next()
    const several = this.length > 1
    const low = several ? reader.next() : this.bytes[reader.position]!
    const width = several ? reader.next() : 0
    const start = reader.position
    this.describe(0, { first, start, low, width })
    return start + blockBytes(this.length, width)
  }

  private describe(
    block: number,
    { first, start, low, width }: Record<'first' | 'start' | 'low' | 'width', number>,
  ): void {
    const line = LINE * block
    this.directory[line] = first
    this.directory[line + 1] = start
    this.directory[line + 2] = low | (width << WIDTH_SHIFT)
  }
}

/** Bytes of a block: the payload of its first passage, then the others. */
function blockBytes(entries: number, width: number): number {
  return 1 + (entries - 1) * width
}

// Run for every posting of a query: one loop by width, no calls in them.

function read2(
  bytes: Uint8Array,
  from: number,
  passages: Uint32Array,
  payloads: Uint8Array,
  at: number,
  end: number,
): void {
  let passage = passages[at]!
  for (let i = at + 1, place = from; i < end; i++, place += 2) {
    const entry = bytes[place]! | (bytes[place + 1]! << 8)
    passage += entry >>> 7
    passages[i] = passage
    payloads[i] = entry & 127
  }
}

function read3(
  bytes: Uint8Array,
  from: number,
  passages: Uint32Array,
  payloads: Uint8Array,
  at: number,
  end: number,
): void {
  let passage = passages[at]!
  for (let i = at + 1, place = from; i < end; i++, place += 3) {
    const entry = bytes[place]! | (bytes[place + 1]! << 8) | (bytes[place + 2]! << 16)
    passage += entry >>> 7
    passages[i] = passage
    payloads[i] = entry & 127
  }
}

function read4(
  bytes: Uint8Array,
  from: number,
  passages: Uint32Array,
  payloads: Uint8Array,
  at: number,
  end: number,
): void {
  let passage = passages[at]!
  for (let i = at + 1, place = from; i < end; i++, place += 4) {
    const entry =
      bytes[place]! |
      (bytes[place + 1]! << 8) |
      (bytes[place + 2]! << 16) |
      (bytes[place + 3]! << 24)
    passage += entry >>> 7
    passages[i] = passage
    payloads[i] = entry & 127
  }
}
