/** A set of words, by number: a bit for each, so that those of a million words stay near while documents are gone through. */
export class WordSet {
  /** The word with number n is bit n & 31 of the number at n >>> 5. */
  readonly bits: Uint32Array

  /** @param size Numbers are below this. */
  constructor(readonly size: number) {
    this.bits = new Uint32Array(Math.ceil(size / 32))
  }

  has(word: number): boolean {
    return (this.bits[word >>> 5]! & (1 << (word & 31))) !== 0
  }

  add(word: number): void {
    this.bits[word >>> 5]! |= 1 << (word & 31)
  }
}
