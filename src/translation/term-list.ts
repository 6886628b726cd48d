import { BLOCK_SIZE, Blocks, inBlocks, packBlocks } from './blocks.js'

const LAST = 0x80

/**
 * Terms of the letters a to z in alphabetical order, read from their packed bytes whenever one is asked for.
 *
 * Packed, they stand in blocks. Each term is one byte for the number of letters it shares with the term
 * before, 0 for the first of a block, then the rest, the last letter with its high bit set.
 */
export class TermList {
  private readonly blocks: Blocks

  constructor(
    packed: Uint8Array,
    readonly length: number,
  ) {
    this.blocks = new Blocks(packed)
  }

  at(index: number): string {
    const letters: number[] = []
    let from = this.blocks.start(Math.floor(index / BLOCK_SIZE))
    for (let left = index % BLOCK_SIZE; left >= 0; left--) from = this.read(from, letters)
    return String.fromCharCode(...letters)
  }

  /** The place of a term, or -1. */
  indexOf(term: string): number {
    const block = this.blockOf(term)
    if (block < 0) return -1
    const { bytes } = this.blocks
    let at = this.blocks.start(block)
    const end = Math.min(this.length, (block + 1) * BLOCK_SIZE)
    // The terms before it are not put together: it is enough to know how many letters the last one shares with it.
    let alike = 0
    for (let index = block * BLOCK_SIZE; index < end; index++) {
      const shared = bytes[at++]!
      if (shared < alike) return -1
      for (let isAlike = shared === alike, letter = 0; letter < LAST; ) {
        letter = bytes[at++]!
        if (!isAlike) continue
        // Behind the end of the wanted one, every letter is too much.
        const difference = (letter & ~LAST) - (alike < term.length ? term.charCodeAt(alike) : 0)
        if (difference > 0) return -1
        isAlike = difference === 0
        if (isAlike && ++alike === term.length && letter >= LAST) return index
      }
    }
    return -1
  }

  /** The last block whose first term is not after a term; -1 if there is none. */
  private blockOf(term: string): number {
    let low = 0
    let high = Math.ceil(this.length / BLOCK_SIZE)
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.isFirstAfter(middle, term)) high = middle
      else low = middle + 1
    }
    return low - 1
  }

  /** True if the first term of a block, which stands there with all its letters, comes after a term. */
  private isFirstAfter(block: number, term: string): boolean {
    const { bytes } = this.blocks
    const first = this.blocks.start(block) + 1
    for (let i = 0; i < term.length; i++) {
      const letter = bytes[first + i]!
      const difference = (letter & ~LAST) - term.charCodeAt(i)
      if (difference !== 0) return difference > 0
      if (letter >= LAST) return false
    }
    return true
  }

  /**
   * Makes the letters of one term those of the next.
   * @returns where the one after it begins.
   */
  private read(from: number, letters: number[]): number {
    const { bytes, end } = this.blocks
    letters.length = bytes[from]!
    for (let at = from + 1; at < end; at++) {
      const letter = bytes[at]!
      letters.push(letter & ~LAST)
      if (letter >= LAST) return at + 1
    }
    return end
  }
}

/** @param terms Of the letters a to z, in alphabetical order, each once. */
export function packTerms(terms: readonly string[]): Uint8Array {
  return packBlocks(inBlocks(terms).map(frontCoded))
}

function frontCoded(terms: readonly string[]): number[] {
  const packed: number[] = []
  let before = ''
  for (const term of terms) {
    let shared = 0
    while (shared < term.length && term[shared] === before[shared]) shared++
    packed.push(shared)
    for (let i = shared; i < term.length; i++) packed.push(term.charCodeAt(i))
    packed[packed.length - 1]! |= LAST
    before = term
  }
  return packed
}
