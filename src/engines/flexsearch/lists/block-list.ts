import { VarintReader } from '../../../store/bytes.js'
import { BLOCK, blockBytes, DIRECTORY_LINE, lowOf, PAYLOADS, widthOf } from './block-format.js'
import { markAll, markEncoded, readPassages, readPayload, readPayloads } from './block-reader.js'
import type { ExpectedPayloads } from './expected-payloads.js'
import { PassageFilter } from './passage-filter.js'

/** Numbers in memory that describe a block: its first passage, where it begins, and what is said of it. */
const LINE = 3
/** Bytes of an entry that was read. */
const DECODED = 5
/** Shorter lists are looked up without a filter, and longer ones until one in so many of their passages was. */
const FILTERED = 512
const WORTH_A_FILTER = 4

const NOTHING = new DataView(new ArrayBuffer(0))

// Beside what is said of a block: how often a payload of it was read by itself, and what of it is in memory.
const ASKED = 1 << 28
const ASKED_OFTEN = 3 * ASKED
const PASSAGES = 1 << 30
const PAYLOADS_TOO = 1 << 31

/**
 * Passages, ascending, each with a small number (its payload), in blocks of {@link BLOCK}. Where there is more than one block, the list
 * begins with a directory, so that blocks are passed by unread.
 *
 * Within a block the first passage is known; of each of the others stands there how much more than one the distance to the passage before it
 * is, in as many bits as the largest of these takes. Of the payloads, only those that are not as expected: a bit for each entry tells which,
 * half a byte which of some others it is, or else the payload itself stands behind.
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
  /** Of the list, as far as some block has not been read. */
  private bytes: DataView
  private unread: number
  private loaded: { passages: Uint32Array; payloads: Uint8Array } | undefined
  private filter: PassageFilter | undefined
  /** Passages that were looked up without a filter. */
  private lookedUp = 0

  /**
   * @param bytes Of the list, and `BEHIND` others after it at least. Those of a list of one block are read at once, and can be borrowed.
   * @param length Number of passages.
   * @param expected What payloads are expected to be, as they were when it was written.
   */
  constructor(
    bytes: Uint8Array,
    readonly length: number,
    private readonly expected: ExpectedPayloads | null,
  ) {
    this.bytes = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    this.blocks = Math.ceil(length / BLOCK)
    this.unread = this.blocks
    this.directory = new Uint32Array(LINE * this.blocks)
    if (this.blocks > 1) this.size = this.readDirectory()
    else this.size = length === 0 ? 0 : this.readOnlyBlock(new VarintReader(bytes))
    let low = PAYLOADS
    for (let block = 0; block < this.blocks; block++) low = Math.min(low, this.lowOf(block))
    this.low = low
    // Most lists are as short, and most of these are asked for to be read.
    if (this.blocks === 1) this.load(0)
  }

  /** Bytes that it takes in memory, once it has been read. */
  get memory(): number {
    const { length } = this
    const filter = length < FILTERED ? 0 : PassageFilter.memoryOf(length)
    return this.bytes.byteLength + this.directory.byteLength + DECODED * length + filter
  }

  /** The least payload in a block. */
  lowOf(block: number): number {
    return lowOf(this.directory[LINE * block + 2]!)
  }

  /** The first passage of a block; infinity after the last block. */
  firstOf(block: number): number {
    return block < this.blocks ? this.directory[LINE * block]! : Number.POSITIVE_INFINITY
  }

  /** All passages; there are only those of blocks that were loaded. */
  get passages(): Uint32Array {
    return this.entries.passages
  }

  /** Their payloads, by the same place. */
  get payloads(): Uint8Array {
    return this.entries.payloads
  }

  /** Made when some of them is read; in one piece, for memory is asked for in less time than is taken to keep account of it. */
  private get entries(): { passages: Uint32Array; payloads: Uint8Array } {
    if (this.loaded) return this.loaded
    const { length } = this
    const room = new ArrayBuffer(DECODED * length)
    this.loaded = {
      passages: new Uint32Array(room, 0, length),
      payloads: new Uint8Array(room, 4 * length, length),
    }
    return this.loaded
  }

  /** Makes sure that a block is in `passages` and `payloads`. Returns the place of its first entry. */
  load(block: number): number {
    const place = this.loadPassages(block)
    if (!this.hasPayloads(block)) {
      this.readPayloads(block, place)
      this.directory[LINE * block + 2]! |= PAYLOADS_TOO
      // The arrays of thousands of lists that are kept are most of the heap.
      if (--this.unread === 0) this.bytes = NOTHING
    }
    return place
  }

  /** The same, but a block need not be in `payloads`: to decode these takes longer. */
  loadPassages(block: number): number {
    const place = block * BLOCK
    if ((this.directory[LINE * block + 2]! & PASSAGES) === 0) {
      this.readPassages(block, place)
      this.directory[LINE * block + 2]! |= PASSAGES
    }
    return place
  }

  /** True if a block is in `payloads`. */
  private hasPayloads(block: number): boolean {
    return this.directory[LINE * block + 2]! >= PAYLOADS_TOO >>> 0
  }

  /** The payload of an entry whose block is in `passages`. Only where more of them are asked for is the block put into `payloads`. */
  payloadAt(entry: number): number {
    const block = Math.floor(entry / BLOCK)
    if (!this.hasPayloads(block)) {
      const isAskedOften = (this.directory[LINE * block + 2]! & ASKED_OFTEN) === ASKED_OFTEN
      if (!isAskedOften) return this.readPayload(block, entry)
      this.load(block)
    }
    return this.payloads[entry]!
  }

  /**
   * What tells of most passages that they are not in the list; undefined until so many were looked up that it is worth making, for all passages are decoded for it.
   *
   * @param count Passages that are to be looked up.
   */
  filterFor(count: number): PassageFilter | undefined {
    if (this.filter || this.length < FILTERED) return this.filter
    this.lookedUp += count
    if (WORTH_A_FILTER * this.lookedUp < this.length) return undefined
    for (let block = 0; block < this.blocks; block++) this.loadPassages(block)
    this.filter = new PassageFilter(this.passages)
    return this.filter
  }

  /** The whole list. Both arrays are the list's own: not to be changed. */
  readAll(): { passages: Uint32Array; payloads: Uint8Array } {
    for (let block = 0; block < this.blocks; block++) this.load(block)
    const { passages, payloads } = this
    return { passages, payloads }
  }

  /** Number of blocks that have {@link BLOCK} entries: all, or all but the last one. */
  get wholeBlocks(): number {
    return Math.floor(this.length / BLOCK)
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

  /** Decodes the passages of a block, from place `at` on. */
  private readPassages(block: number, at: number): void {
    const { bytes, directory, passages } = this
    const line = LINE * block
    passages[at] = directory[line]!
    if (this.length === 1) return
    const end = at + this.sizeOf(block)
    readPassages(bytes, directory[line + 1]!, widthOf(directory[line + 2]!), passages, at, end)
  }

  /** Decodes their payloads. */
  private readPayloads(block: number, at: number): void {
    const { bytes, directory, expected, passages, payloads } = this
    const start = directory[LINE * block + 1]!
    const traits = directory[LINE * block + 2]!
    if (this.length === 1) payloads[at] = lowOf(traits)
    else readPayloads(bytes, start, traits, expected, passages, payloads, at, this.sizeOf(block))
  }

  /** Decodes one payload of a block, without keeping it. */
  private readPayload(block: number, entry: number): number {
    const line = LINE * block
    const { bytes, directory, expected, passages } = this
    const traits = directory[line + 2]!
    directory[line + 2] = traits + ASKED
    const place = entry - block * BLOCK
    const start = directory[line + 1]!
    return readPayload(bytes, start, traits, expected, passages[entry]!, place, this.sizeOf(block))
  }

  /** Sets the bits of a block's passages. A block that was not loaded is decoded, but not kept. */
  mark(block: number, bits: Uint32Array): void {
    const size = this.sizeOf(block)
    const line = LINE * block
    const { bytes, directory } = this
    const traits = directory[line + 2]!
    if ((traits & PASSAGES) !== 0) {
      const place = block * BLOCK
      markAll(this.passages, place, place + size, bits)
      return
    }
    const passage = directory[line]!
    bits[passage >>> 5]! |= 1 << (passage & 31)
    markEncoded(bytes, directory[line + 1]!, widthOf(traits), passage, size, bits)
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
    let start = this.blocks * DIRECTORY_LINE
    for (let block = 0, line = 0; block < this.blocks; block++, line += DIRECTORY_LINE) {
      const traits = bytes.getInt32(line + 4, true)
      this.describe(block, bytes.getInt32(line, true), start, traits)
      start += blockBytes(this.sizeOf(block), traits)
    }
    return start
  }

  private readOnlyBlock(reader: VarintReader): number {
    if (this.length === 1) return this.readOnlyEntry(reader)
    const first = reader.next()
    const traits = reader.next()
    this.describe(0, first, reader.position, traits)
    return reader.position + blockBytes(this.length, traits)
  }

  private readOnlyEntry(reader: VarintReader): number {
    const entry = reader.next()
    const passage = entry >>> 1
    const isExpected = (entry & 1) === 0
    const payload = isExpected ? this.expected!.of(0, passage) : reader.next()
    this.describe(0, passage, reader.position, payload)
    return reader.position
  }

  private describe(block: number, first: number, start: number, traits: number): void {
    const line = LINE * block
    this.directory[line] = first
    this.directory[line + 1] = start
    this.directory[line + 2] = traits
  }
}
