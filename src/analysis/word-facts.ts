/** Numbers that are kept of each word. */
const WIDTH = 4

/**
 * What those who make something of words keep of each, by its number: a few numbers side by side, because with some hundred thousand words, waiting for memory is most of what
 * it takes to look them up.
 */
export class WordFacts {
  readonly width = WIDTH
  /** Those of a word begin at its number times {@link width}. */
  list = new Int32Array(256 * WIDTH)
  private reserved = 0

  /** Reserves so many numbers of each word; returns the place of the first among those of a word. */
  reserve(count: number): number {
    this.reserved += count
    if (this.reserved > WIDTH) throw new Error('There is no room for more facts of words')
    return this.reserved - count
  }

  makeRoom(words: number): void {
    if (words * WIDTH <= this.list.length) return
    const grown = new Int32Array(2 * this.list.length)
    grown.set(this.list)
    this.list = grown
  }
}
