import type { DocumentWords } from './document-pairs.js'
import { DocumentsByWord, isIndexed } from './documents-by-word.js'
import { KeyNumbers } from './word-keys.js'
import type { WordSet } from './word-set.js'

/** No further word with a key. */
const END = -1

/** In which documents words are that few have: lists of numbers, one after the other. */
export class RareWords {
  /** By number of a word, where its list begins; one entry more. */
  readonly starts: Uint32Array
  /** The documents of all rare words, by their places, ascending for each word. */
  readonly places: Uint32Array
  /** By number of a word: in how many documents it is, up to one more than are few. */
  private readonly counts: Uint8Array
  private readonly keys = new KeyNumbers()
  /** Words with a key, one linked to the next: by number of a key the first entry, then of each entry its word and the next one. */
  private readonly first: number[] = []
  private readonly entries: number[] = []

  constructor(
    documents: readonly number[],
    words: DocumentWords,
    /** A word is rare that no more documents have. */
    private readonly most: number,
    /** Words that will be asked for; all by default. */
    wanted?: WordSet,
  ) {
    const size = words.keys.terms.length
    this.counts = new Uint8Array(size)
    if (wanted && isIndexed(words)) {
      const found = this.find(new DocumentsByWord(documents, words), wanted)
      this.starts = this.listStarts()
      this.places = Uint32Array.from(found)
    } else {
      this.count(documents, words)
      this.starts = this.listStarts()
      this.places = new Uint32Array(this.starts.at(-1)!)
      this.list(documents, words)
    }
    const { terms, surfaces } = words.keys
    for (let word = 0; word < size; word++) {
      if (this.counts[word] === 0) continue
      this.addKey(terms[word]!, word)
      if (surfaces[word] !== terms[word]) this.addKey(surfaces[word]!, word)
    }
  }

  /** All words with a key; none where one of them is in many documents. */
  wordsOf(key: number): number[] {
    const words: number[] = []
    let entry = this.first[this.keys.find(key)] ?? END
    for (; entry !== END; entry = this.entries[2 * entry + 1]!) {
      const word = this.entries[2 * entry]!
      if (this.counts[word]! > this.most) return []
      words.push(word)
    }
    return words
  }

  /** The documents of words together, ascending; none where these are many. */
  placesOf(words: readonly number[]): Uint32Array {
    if (words.length === 1) return this.of(words[0]!)
    const lists = words.map((word) => this.of(word))
    const places = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0))
    let end = 0
    for (const list of lists) {
      places.set(list, end)
      end += list.length
    }
    places.sort()
    let distinct = 0
    for (let i = 0; i < end; i++)
      if (distinct === 0 || places[i] !== places[distinct - 1]) places[distinct++] = places[i]!
    return distinct > this.most ? new Uint32Array(0) : places.subarray(0, distinct)
  }

  private of(word: number): Uint32Array {
    return this.places.subarray(this.starts[word], this.starts[word + 1])
  }

  /** Counts the documents of some words; returns those of the rare ones, one list after the other. */
  private find(documents: DocumentsByWord, wanted: WordSet): number[] {
    const { counts, most } = this
    const found: number[] = []
    for (let word = 0; word < wanted.size; word++) {
      if (!wanted.has(word)) continue
      const { length } = found
      documents.eachPlace(word, (place) => found.push(place) - length > most)
      counts[word] = found.length - length
      if (counts[word]! > most) found.length = length
    }
    return found
  }

  private count(documents: readonly number[], words: DocumentWords): void {
    const { counts, most } = this
    const last = new Int32Array(counts.length).fill(-1)
    for (const [place, document] of documents.entries())
      for (const list of words.wordsOf(document))
        for (let i = 0; i < list.length; i++) {
          const word = list[i]!
          if (last[word] === place) continue
          last[word] = place
          if (counts[word]! <= most) counts[word]!++
        }
  }

  private listStarts(): Uint32Array {
    const starts = new Uint32Array(this.counts.length + 1)
    const { counts, most } = this
    for (let word = 0; word < counts.length; word++)
      starts[word + 1] = starts[word]! + (counts[word]! <= most ? counts[word]! : 0)
    return starts
  }

  private list(documents: readonly number[], words: DocumentWords): void {
    const { counts, most, places } = this
    const next = this.starts.slice()
    const last = new Int32Array(counts.length).fill(-1)
    for (const [place, document] of documents.entries())
      for (const list of words.wordsOf(document))
        for (let i = 0; i < list.length; i++) {
          const word = list[i]!
          if (counts[word]! > most || last[word] === place) continue
          last[word] = place
          places[next[word]!++] = place
        }
  }

  private addKey(key: number, word: number): void {
    const number = this.keys.add(key)
    this.entries.push(word, this.first[number] ?? END)
    this.first[number] = this.entries.length / 2 - 1
  }
}
