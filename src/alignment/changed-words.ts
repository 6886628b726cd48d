import type { DocumentsByWord } from './documents-by-word.js'
import { KeyLists } from './key-lists.js'
import { KeyNumbers, type WordKeys } from './word-keys.js'
import { WordMeanings, wordsMeaning } from './word-meanings.js'
import type { WordWeights } from './word-weights.js'

/** Of documents that are not as they were, the keys of their words. */
export interface ChangedDocuments {
  /** Those that have gone. */
  gone: readonly ReadonlySet<number>[]
  /** Those that have come, by their places. */
  come: ReadonlyMap<number, ReadonlySet<number>>
  /** Those that were changed, with the keys that they had and have. */
  changed: readonly { place: number; before: ReadonlySet<number>; now: ReadonlySet<number> }[]
}

/** A word that some of the changed documents have, or one with the same term. Words of one term that say the same are one object. */
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

/** What a word says more for documents that are there before and after, by their places; less than 0 where it says less. */
export interface ChangedValues {
  places: Uint32Array
  values: Float64Array
}

/** The words for which it may make a difference that some documents were changed. */
export class ChangedWords {
  /** The words, with their numbers, of terms with which some word says something else than it did, or something for what was changed. */
  readonly list: readonly { number: number; word: ChangedWord }[]
  private readonly alike = new Map<string, ChangedWord>()
  private readonly terms = new KeyNumbers()
  private readonly meanings: WordMeanings
  private readonly lists: KeyLists
  /** Places of documents for which a word may say what it did not. */
  private readonly apart: ReadonlySet<number>

  /** @param documents Those of today that can be found. */
  constructor(
    documents: DocumentsByWord,
    private readonly weights: WordWeights,
    private readonly changes: ChangedDocuments,
  ) {
    const { come, changed } = changes
    this.apart = new Set([...come.keys(), ...changed.map(({ place }) => place)])
    const { keys } = documents.words
    this.meanings = new WordMeanings(keys)
    const related = wordsMeaning(keys, changedKeys(changes))
    const most = weights.most + come.size + changed.length
    this.lists = new KeyLists(documents, this.meanings.keysOf(related), most)
    const all: { number: number; word: ChangedWord }[] = []
    for (let number = 0; number < related.size; number++)
      if (related.has(number)) all.push({ number, word: this.described(number, keys) })
    const terms = new Set(all.flatMap(({ word }) => (makesDifference(word) ? word.term : [])))
    // Of a term, the first word in a document counts that says something, whatever that is.
    this.list = all.filter(
      ({ word }) => terms.has(word.term) && Math.max(word.before, word.now) > 0,
    )
  }

  get termCount(): number {
    return this.terms.size
  }

  private described(number: number, { terms }: WordKeys): ChangedWord {
    const word = this.describe(number, this.terms.add(terms[number]!))
    if (word.others) return word
    const text = [word.term, word.before, word.now, ...word.values].join(' ')
    const known = this.alike.get(text) ?? word
    this.alike.set(text, known)
    return known
  }

  private describe(word: number, term: number): ChangedWord {
    const { weights } = this
    const { gone, come, changed } = this.changes
    const values = new Float64Array(gone.length + come.size)
    let [before, now, isOther] = [0, 0, false]
    this.meanings.each(word, (key, probability) => {
      const counts = this.counts(key)
      const [old, own] = [
        weights.of(counts.before, probability),
        weights.of(counts.now, probability),
      ]
      isOther ||= old !== own || changed.some((each) => each.before.has(key) !== each.now.has(key))
      before = Math.max(before, old)
      now = Math.max(now, own)
      let place = 0
      for (const keys of gone) raise(values, place++, keys.has(key) ? old : 0)
      for (const keys of come.values()) raise(values, place++, keys.has(key) ? own : 0)
    })
    return { term, before, now, values, ...(isOther && { others: this.differences(word) }) }
  }

  private counts(key: number): { before: number; now: number } {
    const { gone, come, changed } = this.changes
    const now = this.lists.countOf(key)
    let before = now
    for (const keys of gone) before += Number(keys.has(key))
    for (const keys of come.values()) before -= Number(keys.has(key))
    for (const each of changed) before += Number(each.before.has(key)) - Number(each.now.has(key))
    return { now, before }
  }

  private differences(word: number): ChangedValues {
    const values = new Map<number, { before: number; now: number }>()
    const raiseAt = (place: number, before: number, now: number) => {
      const known = values.get(place)
      values.set(place, {
        before: Math.max(before, known?.before ?? 0),
        now: Math.max(now, known?.now ?? 0),
      })
    }
    this.meanings.each(word, (key, probability) => {
      const counts = this.counts(key)
      const before = this.weights.of(counts.before, probability)
      const now = this.weights.of(counts.now, probability)
      if (before === 0 && now === 0) return
      for (const place of this.lists.of(key))
        if (!this.apart.has(place)) raiseAt(place, before, now)
      for (const { place, ...keys } of this.changes.changed)
        if (keys.before.has(key) || keys.now.has(key))
          raiseAt(place, keys.before.has(key) ? before : 0, keys.now.has(key) ? now : 0)
    })
    return {
      places: Uint32Array.from(values.keys()),
      values: Float64Array.from(values.values(), ({ before, now }) => now - before),
    }
  }
}

/** All keys of documents that have gone or have come, and those that others have lost or won. */
function changedKeys({ gone, come, changed }: ChangedDocuments): KeyNumbers {
  const keys = new KeyNumbers()
  for (const own of [...gone, ...come.values()]) for (const key of own) keys.add(key)
  for (const { before, now } of changed) {
    for (const key of before) if (!now.has(key)) keys.add(key)
    for (const key of now) if (!before.has(key)) keys.add(key)
  }
  return keys
}

function makesDifference({ values, others }: ChangedWord): boolean {
  return others !== undefined || values.some((value) => value > 0)
}

function raise(values: Float64Array, place: number, value: number): void {
  if (value > values[place]!) values[place] = value
}
