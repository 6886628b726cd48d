import type { DocumentsByWord } from './documents-by-word.js'
import type { KeyNumbers } from './word-keys.js'

/** How many documents have each of some keys, and which, if they are few. */
export class KeyLists {
  /** By number of a key. */
  private readonly lists: Set<number>[]

  /** @param most Of keys that more documents have, it is not known how many these are, nor which. */
  constructor(
    private readonly documents: DocumentsByWord,
    private readonly keys: KeyNumbers,
    private readonly most: number,
  ) {
    this.lists = Array.from({ length: keys.size }, () => new Set())
    const { terms, surfaces } = documents.words.keys
    for (let word = 0; word < terms.length; word++) {
      const [term, surface] = [terms[word]!, surfaces[word]!]
      this.add(keys.find(term), word)
      if (surface !== term) this.add(keys.find(surface), word)
    }
  }

  /** At most one more than are few. */
  countOf(key: number): number {
    return this.lists[this.keys.find(key)]!.size
  }

  of(key: number): Iterable<number> {
    return this.lists[this.keys.find(key)]!
  }

  private add(number: number, word: number): void {
    if (number < 0) return
    const list = this.lists[number]!
    if (list.size > this.most) return
    this.documents.eachPlace(word, (place) => list.add(place).size > this.most)
  }
}
