/** Letters are told apart by their last five bits. */
const BITS = 5
const MASK = (1 << BITS) - 1

/** Some endings of words, each of one or two letters. */
export class Endings {
  /** By the last two letters of a word: 1 where it ends so. */
  private readonly known = new Uint8Array(1 << (2 * BITS))

  /** @param list Of letters from `a` to `z`, with spaces between the endings. */
  constructor(list: string) {
    for (const ending of list.split(' '))
      for (let before = 0; before <= MASK; before++)
        if (ending.length === 1 || before === (ending.charCodeAt(0) & MASK))
          this.known[(before << BITS) | (ending.charCodeAt(ending.length - 1) & MASK)] = 1
  }

  /** Whether a word of letters from `a` to `z`, two at least, has one of them. */
  areAt(word: string): boolean {
    const { length } = word
    const place =
      ((word.charCodeAt(length - 2) & MASK) << BITS) | (word.charCodeAt(length - 1) & MASK)
    return this.known[place] === 1
  }
}
