import { VarintReader } from '../../../store/bytes.js'
import { markAll, markEncoded } from './block-marks.js'

/** Entries of a block. */
export const BLOCK = 128
/** A number that goes with a passage is below this. */
export const PAYLOADS = 128
/** Bytes of a block's line in the directory of a list: first passage, least payload, width. */
const DIRECTORY_LINE = 6

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
  /** By block: its first passage. */
  private readonly firsts: Uint32Array
  /** By block: the least of its payloads. */
  private readonly lows: Uint8Array
  private readonly widths: Uint8Array
  /** By block: where it begins. */
  private readonly starts: Uint32Array
  /** By block: 1 where it is in `passages` and `payloads`. */
  private readonly loaded: Uint8Array
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
    const blocks = Math.ceil(length / BLOCK)
    this.firsts = new Uint32Array(blocks)
    this.lows = new Uint8Array(blocks)
    this.widths = new Uint8Array(blocks)
    this.starts = new Uint32Array(blocks)
    this.loaded = new Uint8Array(blocks)
    this.size = blocks > 1 ? this.readDirectory() : this.readOnlyBlock()
    this.low = leastOf(this.lows)
  }

  get blocks(): number {
    return this.firsts.length
  }

  /** The least payload in a block. */
  lowOf(block: number): number {
    return this.lows[block]!
  }

  /** The first passage of a block; infinity after the last block. */
  firstOf(block: number): number {
    return block < this.blocks ? this.firsts[block]! : Number.POSITIVE_INFINITY
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
    if (this.loaded[block] === 0) {
      this.read(block, this.passages, this.payloads, place)
      this.loaded[block] = 1
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
    const { firsts } = this
    let step = 1
    let low = from
    while (low + step <= firsts.length && firsts[low + step - 1]! <= passage) {
      low += step
      step *= 2
    }
    let high = Math.min(firsts.length, low + step)
    while (low < high) {
      const middle = (low + high) >>> 1
      if (firsts[middle]! <= passage) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  /** Decodes a block: its passages and their payloads, from place `at` on. Returns how many there are. */
  read(block: number, passages: Uint32Array, payloads: Uint8Array, at = 0): number {
    const size = this.sizeOf(block)
    const start = this.starts[block]!
    passages[at] = this.firsts[block]!
    payloads[at] = this.bytes[start]!
    const from = start + 1
    if (this.widths[block] === 2) read2(this.bytes, from, passages, payloads, at, at + size)
    else if (this.widths[block] === 3) read3(this.bytes, from, passages, payloads, at, at + size)
    else read4(this.bytes, from, passages, payloads, at, at + size)
    return size
  }

  /** Sets the bits of a block's passages. A block that was not loaded is decoded, but not kept. */
  mark(block: number, bits: Uint32Array): void {
    const size = this.sizeOf(block)
    if (this.loaded[block] === 1) {
      const place = block * BLOCK
      markAll(this.passages, place, place + size, bits)
      return
    }
    const passage = this.firsts[block]!
    bits[passage >>> 5]! |= 1 << (passage & 31)
    markEncoded(this.bytes, this.widths[block]!, this.starts[block]! + 1, passage, size, bits)
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
      this.firsts[block] =
        bytes[line]! | (bytes[line + 1]! << 8) | (bytes[line + 2]! << 16) | (bytes[line + 3]! << 24)
      this.lows[block] = bytes[line + 4]!
      this.widths[block] = bytes[line + 5]!
      this.starts[block] = start
      start += blockBytes(this.sizeOf(block), this.widths[block]!)
    }
    return start
  }

  private readOnlyBlock(): number {
    if (this.length === 0) return 0
    const reader = new VarintReader(this.bytes)
    this.firsts[0] = reader.next()
    if (this.length > 1) {
      this.lows[0] = reader.next()
      this.widths[0] = reader.next()
    } else this.lows[0] = this.bytes[reader.position]!
    this.starts[0] = reader.position
    return reader.position + blockBytes(this.length, this.widths[0]!)
  }
}

function leastOf(payloads: Uint8Array): number {
  let least = PAYLOADS
  for (let i = 0; i < payloads.length; i++) if (payloads[i]! < least) least = payloads[i]!
  return least
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
