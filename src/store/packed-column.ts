import { LimitError } from './limit-error.js'
import { PLACES as IN_PAGE, type PagedColumn } from './paged-column.js'

/** Numbers of a block. */
const BITS = 6
const BLOCK = 1 << BITS
const PLACES = BLOCK - 1
/** Words before those of the blocks: how many numbers there are, and nothing. */
const HEAD = 2
/** The lowest bits of what is said of a block are the width of its numbers; above them is where they begin. */
const WIDTH_BITS = 6
const WIDTH = (1 << WIDTH_BITS) - 1

/**
 * Packs numbers into words: of each 64, the least, and by how much the others are more, in as many bits as the largest of these
 * takes (frame of reference: Goldstein, Ramakrishnan and Shaft, "Compressing Relations and Indexes", 1998).
 *
 * @param at Whole numbers, by place, from -2^31 to 2^32 - 1, those of a block less than 2^32 from each other.
 * @throws LimitError where the words of a column are more than 512 MB.
 */
export function packNumbers(length: number, at: (place: number) => number): Uint32Array {
  return packBlocks(length, (start, numbers) => {
    for (let i = 0; i < numbers.length; i++) numbers[i] = at(start + i)
  })
}

/** Packs the numbers of a list: see {@link packNumbers}. */
export function packList(
  list: Uint8Array | Uint16Array | Uint32Array | readonly number[],
): Uint32Array {
  return packBlocks(list.length, (start, numbers) => {
    const end = start + numbers.length
    numbers.set(ArrayBuffer.isView(list) ? list.subarray(start, end) : list.slice(start, end))
  })
}

/** @param read Puts the numbers from a place on into a list. */
function packBlocks(
  length: number,
  read: (start: number, numbers: Float64Array) => void,
): Uint32Array {
  const blocks = Math.ceil(length / BLOCK)
  let words: Uint32Array = new Uint32Array(HEAD + 2 * blocks + (length >>> 2) + 2 * BLOCK)
  words[0] = length
  let used = HEAD + 2 * blocks
  const whole = new Float64Array(BLOCK)
  for (let block = 0; block < blocks; block++) {
    const count = Math.min(BLOCK, length - block * BLOCK)
    const numbers = count === BLOCK ? whole : whole.subarray(0, count)
    read(block * BLOCK, numbers)
    let least = numbers[0]!
    let most = least
    for (let i = 1; i < count; i++) {
      const number = numbers[i]!
      if (number < least) least = number
      if (number > most) most = number
    }
    const width = 32 - Math.clz32(most - least)
    if (used + 2 * width > words.length) words = grown(words)
    words[HEAD + 2 * block] = least
    words[HEAD + 2 * block + 1] = described(used, width)
    if (width === 0) continue
    for (let i = 0; i < count; i++) put(words, used, i * width, numbers[i]! - least, width)
    used += 2 * width
  }
  return words.subarray(0, used)
}

/** Numbers that {@link packNumbers} packed, read when they are asked for. Negative ones come as they are modulo 2^32: see {@link signed}. */
export class PackedColumn {
  constructor(private readonly words: PagedColumn<Uint32Array>) {}

  get length(): number {
    return this.words.at(0)
  }

  at(place: number): number {
    const { words } = this
    const head = HEAD + 2 * (place >>> BITS)
    // Both words of a head are in one page, for the first is at an even place.
    const heads = words.pageAt(head)
    const least = heads[head & IN_PAGE]!
    const block = heads[(head & IN_PAGE) + 1]!
    const width = block & WIDTH
    if (width === 0) return least
    const bit = (place & PLACES) * width
    const word = 2 * (block >>> WIDTH_BITS) + (bit >>> 5)
    const shift = bit & 31
    let more = words.at(word) >>> shift
    if (shift + width > 32) more |= words.at(word + 1) << (32 - shift)
    return (least + (more & (0xffffffff >>> (32 - width)))) >>> 0
  }

  /** A number of a column some of whose numbers are negative. */
  signed(place: number): number {
    return this.at(place) | 0
  }

  /** The numbers from one place to another, exclusive; put into a list of that length. */
  range(start: number, end: number, numbers = new Uint32Array(end - start)): Uint32Array {
    const { words } = this
    for (let from = start; from < end; ) {
      const to = Math.min(end, (from | PLACES) + 1)
      const head = HEAD + 2 * (from >>> BITS)
      const [least, block] = [words.at(head), words.at(head + 1)]
      const word = 2 * (block >>> WIDTH_BITS)
      const bits = words.range(word, word + 2 * (block & WIDTH))
      const about = { bits, word: 0, least, width: block & WIDTH }
      unpack(about, from & PLACES, numbers, from - start, to - start)
      from = to
    }
    return numbers
  }

  /** All numbers; the column is read in one go. */
  values(): Uint32Array {
    const bits = this.words.range(0, this.words.length)
    const numbers = new Uint32Array(bits[0]!)
    for (let from = 0, head = HEAD; from < numbers.length; from += BLOCK, head += 2) {
      const [least, block] = [bits[head]!, bits[head + 1]!]
      // A new list is of zeros.
      if (least === 0 && (block & WIDTH) === 0) continue
      const about = { bits, word: 2 * (block >>> WIDTH_BITS), least, width: block & WIDTH }
      unpack(about, 0, numbers, from, Math.min(from + BLOCK, numbers.length))
    }
    return numbers
  }

  /** Reads the column, as far as it has not been read. */
  readAll(): this {
    for (const _ of this.words.readAhead());
    return this
  }
}

/** A block of numbers: the words from which on it stands, and what is said of it. */
interface Block {
  bits: Uint32Array
  word: number
  least: number
  width: number
}

/** Puts numbers of a block, from its number `first` on, into a list. */
function unpack(block: Block, first: number, numbers: Uint32Array, start: number, end: number) {
  const { bits, least, width } = block
  if (width === 0) {
    numbers.fill(least, start, end)
    return
  }
  const mask = 0xffffffff >>> (32 - width)
  let word = block.word + ((first * width) >>> 5)
  let shift = (first * width) & 31
  for (let place = start; place < end; place++) {
    let more = bits[word]! >>> shift
    shift += width
    if (shift >= 32) {
      word++
      shift -= 32
      if (shift > 0) more |= bits[word]! << (width - shift)
    }
    numbers[place] = least + ((more & mask) >>> 0)
  }
}

function described(word: number, width: number): number {
  if (word / 2 >= 2 ** (32 - WIDTH_BITS))
    throw new LimitError('more than 512 MB of numbers in a column')
  return ((word / 2) << WIDTH_BITS) | width
}

function put(words: Uint32Array, start: number, bit: number, number: number, width: number): void {
  const word = start + (bit >>> 5)
  const shift = bit & 31
  words[word]! |= number << shift
  if (shift + width > 32) words[word + 1]! |= number >>> (32 - shift)
}

function grown(words: Uint32Array): Uint32Array {
  const more = new Uint32Array(words.length + (words.length >>> 1))
  more.set(words)
  return more
}
