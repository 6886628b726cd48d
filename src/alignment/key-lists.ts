import type { DocumentsByWord } from './documents-by-word.js'
import type { KeyNumbers } from './word-keys.js'

/** How many documents have each of some keys, and which, if they are few. */
export class KeyLists {
  /** By number of a key. */
  private readonly lists: number[][]

  /** @param most Of keys that more documents have, it is not known how many these are, nor which. */
  constructor(
    private readonly documents: DocumentsByWord,
    private readonly keys: KeyNumbers,
    private readonly most: number,
  ) {
    this.lists = Array.from({ length: keys.size }, () => [])
    const { terms, surfaces } = documents.words.keys
    const ofTerms = keys.findAll(terms)
    const ofSurfaces = keys.findAll(surfaces, { keys: terms, numbers: ofTerms })
    for (let word = 0; word < ofTerms.length; word++) {
      const [term, surface] = [ofTerms[word]!, ofSurfaces[word]!]
      if (term >= 0) this.add(term, word)
      if (surface >= 0 && surface !== term) this.add(surface, word)
    }
  }

  /** At most one more than are few. */
  countOf(key: number): number {
    return this.lists[this.keys.find(key)]!.length
  }

  of(key: number): readonly number[] {
    return this.lists[this.keys.find(key)]!
  }

  private add(number: number, word: number): void {
    const list = this.lists[number]!
    if (list.length > this.most) return
    // Several words may have one key, and a document several of them.
    const known = list.length > 0 ? new Set(list) : undefined
    this.documents.eachPlace(word, (place) => {
      if (!known?.has(place)) list.push(place)
      return list.length > this.most
    })
  }
}
