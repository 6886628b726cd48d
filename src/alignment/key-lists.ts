import type { DocumentWords } from './document-pairs.js'
import type { KeyNumbers, WordKeys } from './word-keys.js'
import { WordSet } from './word-set.js'

/** How many documents have each of some keys, and which, if they are few. */
export class KeyLists {
  private readonly counts: Uint32Array
  private readonly lists: number[][]
  /** By number of a key, the last document that has it. */
  private readonly last: Int32Array

  /** @param most Of keys that more documents have, it is not known how many these are, nor which. */
  constructor(
    documents: readonly number[],
    words: DocumentWords,
    private readonly keys: KeyNumbers,
    private readonly most: number,
  ) {
    this.counts = new Uint32Array(keys.size)
    this.lists = Array.from({ length: keys.size }, () => [])
    this.last = new Int32Array(keys.size).fill(-1)
    const { wanted, numbers } = wordsWith(words.keys, keys)
    for (const [place, document] of documents.entries())
      for (const list of words.wordsOf(document, wanted))
        for (let i = 0; i < list.length; i++) {
          const word = list[i]!
          if (!wanted.has(word)) continue
          const isFull = this.count(numbers[2 * word]!, place)
          // Common words are in all documents, and nothing more is to be known of them soon.
          if (this.count(numbers[2 * word + 1]!, place) && isFull) wanted.delete(word)
        }
  }

  /** At most one more than are few. */
  countOf(key: number): number {
    return this.counts[this.keys.find(key)]!
  }

  of(key: number): readonly number[] {
    return this.lists[this.keys.find(key)]!
  }

  /** True where no more needs to be counted. */
  private count(number: number, place: number): boolean {
    if (number < 0 || this.counts[number]! > this.most) return true
    if (this.last[number] === place) return false
    this.last[number] = place
    if (++this.counts[number]! <= this.most) this.lists[number]!.push(place)
    return false
  }
}

/** The words that have some keys, and the numbers of the keys of their terms and of their spellings; -1 for one that is not there, or no other one. */
function wordsWith({ terms, surfaces }: WordKeys, keys: KeyNumbers) {
  const wanted = new WordSet(terms.length)
  const numbers = new Int32Array(2 * terms.length)
  for (let word = 0; word < terms.length; word++) {
    const [term, surface] = [terms[word]!, surfaces[word]!]
    const [one, other] = [keys.find(term), surface === term ? -1 : keys.find(surface)]
    if (one < 0 && other < 0) continue
    numbers[2 * word] = one
    numbers[2 * word + 1] = other
    wanted.add(word)
  }
  return { wanted, numbers }
}
