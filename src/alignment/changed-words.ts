import type { DocumentWords } from './document-pairs.js'
import { KeyNumbers, type WordKeys } from './word-keys.js'
import { WordMeanings, wordsMeaning } from './word-meanings.js'
import type { WordWeights } from './word-weights.js'

/** Documents that have gone, and those that have come, by their places: of each, the keys of its words. */
export interface ChangedDocuments {
  gone: readonly ReadonlySet<number>[]
  come: ReadonlyMap<number, ReadonlySet<number>>
}

/** A word that some of the changed documents have, or one with the same term. */
export interface ChangedWord {
  /** The same for words with the same term. */
  term: number
  /** The most that it said, and says, for a document; 0 for nothing. */
  before: number
  now: number
  /** What it said for each document that has gone, and then says for each that has come. */
  values: Float64Array
  /** Missing where it says the same for all others. */
  others?: ChangedValues
}

/** What a word says more for documents that are the same as before, by their places; less than 0 where it says less. */
export interface ChangedValues {
  places: Uint32Array
  values: Float64Array
}

/** The words for which it may make a difference that some documents were changed. */
export class ChangedWords {
  /** By number of a word: its place in the list, one more; 0 for all others. */
  private readonly places: Uint32Array
  private readonly list: ChangedWord[] = []
  private readonly terms = new KeyNumbers()
  private readonly meanings: WordMeanings
  private readonly lists: KeyLists

  /** @param documents Those of today that can be found. */
  constructor(
    documents: readonly number[],
    words: DocumentWords,
    private readonly weights: WordWeights,
    private readonly changed: ChangedDocuments,
  ) {
    const keys = new KeyNumbers()
    const { gone, come } = changed
    for (const own of [...gone, ...come.values()]) for (const key of own) keys.add(key)
    const related = wordsMeaning(words.keys, keys)
    this.meanings = new WordMeanings(words.keys)
    const most = weights.most + come.size
    this.lists = new KeyLists(documents, words, this.meanings.keysOf(related), most)
    this.places = new Uint32Array(related.length)
    for (let word = 0; word < related.length; word++) {
      if (related[word] === 0) continue
      this.list.push(this.describe(word, this.terms.add(words.keys.terms[word]!)))
      this.places[word] = this.list.length
    }
  }

  get termCount(): number {
    return this.terms.size
  }

  /** Undefined for a word that says what it did, and nothing for what was changed. */
  of(word: number): ChangedWord | undefined {
    const place = this.places[word]!
    return place === 0 ? undefined : this.list[place - 1]
  }

  private describe(word: number, term: number): ChangedWord {
    const { weights } = this
    const { gone, come } = this.changed
    const values = new Float64Array(gone.length + come.size)
    let [before, now, isOther] = [0, 0, false]
    this.meanings.each(word, (key, probability) => {
      const counts = this.counts(key)
      isOther ||= weights.stepOf(counts.now) !== weights.stepOf(counts.before)
      const [old, own] = [
        weights.of(counts.before, probability),
        weights.of(counts.now, probability),
      ]
      before = Math.max(before, old)
      now = Math.max(now, own)
      let place = 0
      for (const keys of gone) raise(values, place++, keys.has(key) ? old : 0)
      for (const keys of come.values()) raise(values, place++, keys.has(key) ? own : 0)
    })
    return { term, before, now, values, ...(isOther && { others: this.differences(word) }) }
  }

  private counts(key: number): { before: number; now: number } {
    const { gone, come } = this.changed
    const now = this.lists.countOf(key)
    return { now, before: now + numberWith(key, gone) - numberWith(key, come.values()) }
  }

  private differences(word: number): ChangedValues {
    const values = new Map<number, { before: number; now: number }>()
    this.meanings.each(word, (key, probability) => {
      const counts = this.counts(key)
      const before = this.weights.of(counts.before, probability)
      const now = this.weights.of(counts.now, probability)
      if (before === 0 && now === 0) return
      for (const place of this.lists.of(key)) {
        if (this.changed.come.has(place)) continue
        const known = values.get(place)
        values.set(place, {
          before: Math.max(before, known?.before ?? 0),
          now: Math.max(now, known?.now ?? 0),
        })
      }
    })
    return {
      places: Uint32Array.from(values.keys()),
      values: Float64Array.from(values.values(), ({ before, now }) => now - before),
    }
  }
}

function raise(values: Float64Array, place: number, value: number): void {
  if (value > values[place]!) values[place] = value
}

function numberWith(key: number, documents: Iterable<ReadonlySet<number>>): number {
  let count = 0
  for (const own of documents) count += Number(own.has(key))
  return count
}

/** How many documents have each of some keys, and which, if they are few. */
class KeyLists {
  private readonly counts: Uint32Array
  private readonly lists: number[][]

  /** @param most Of keys that more documents have, these are not remembered. */
  constructor(
    documents: readonly number[],
    words: DocumentWords,
    private readonly keys: KeyNumbers,
    most: number,
  ) {
    this.counts = new Uint32Array(keys.size)
    this.lists = Array.from({ length: keys.size }, () => [])
    const last = new Int32Array(keys.size).fill(-1)
    const numbers = keyNumbersOf(words.keys, keys)
    const count = (number: number, place: number) => {
      if (number < 0 || last[number] === place) return
      last[number] = place
      if (++this.counts[number]! <= most) this.lists[number]!.push(place)
    }
    for (const [place, document] of documents.entries())
      for (const list of words.wordsOf(document))
        for (let i = 0; i < list.length; i++) {
          const word = list[i]!
          count(numbers[2 * word]!, place)
          count(numbers[2 * word + 1]!, place)
        }
  }

  countOf(key: number): number {
    return this.counts[this.keys.find(key)]!
  }

  of(key: number): readonly number[] {
    return this.lists[this.keys.find(key)]!
  }
}

/** Of each word, the numbers of its term and of its spelling among some keys; -1 for one that is not there, or no other one. */
function keyNumbersOf({ terms, surfaces }: WordKeys, keys: KeyNumbers): Int32Array {
  const numbers = new Int32Array(2 * terms.length).fill(-1)
  for (let word = 0; word < terms.length; word++) {
    const [term, surface] = [terms[word]!, surfaces[word]!]
    numbers[2 * word] = keys.find(term)
    if (surface !== term) numbers[2 * word + 1] = keys.find(surface)
  }
  return numbers
}
