import { type AskedDocument, Candidates } from './asked-documents.js'
import type { DocumentWords } from './document-pairs.js'
import { RareWords } from './rare-words.js'
import { KeyNumbers } from './word-keys.js'
import { WordMeanings } from './word-meanings.js'
import type { WordSet } from './word-set.js'
import { WordWeights } from './word-weights.js'

/** What is known of a word of documents that ask; 0 for nothing yet. */
const NOTHING = 1
/** It is in the documents of one rare word, and says the same for each of them. */
const ALIKE = 2
/** It says more for some documents than for others. */
const VARIED = 3

/**
 * Of each word: what is known of it, the last question that had it, a word that stands for its term, the last question that had
 * that, where its documents begin and end in their list, and the most that it says (as a double number). They lie side by side, because waiting for memory is most of
 * the work.
 */
const [KIND, ASKED, TERM, COUNTED, START, STOP] = [0, 1, 2, 3, 4, 5]
const FIELDS = 8
const WEIGHT = 3
const DOUBLES = FIELDS / 2

/** Documents by their rare words, to be asked by documents of the other language. */
export class DocumentIndex {
  private readonly rare: RareWords
  private readonly wordWeights: WordWeights
  /** By place: what the words so far say for a document; the places with a sum, and how many there are. */
  private readonly sums: Float64Array
  private readonly touched: Uint32Array
  private touchedCount = 0
  /** What the words so far say for all together; no answer of a function, each of which would be an object. */
  private all = 0
  private readonly facts: Uint32Array
  private readonly weights: Float64Array
  /** By number of a term's key, the word that stands for it. */
  private readonly termWords: number[] = []
  private readonly termNumbers = new KeyNumbers()
  /** Documents of words that say more for some, by their places, and what they say for each. */
  private readonly variedPlaces: number[] = []
  private readonly variedValues: number[] = []
  /** By place, one more than where it stands among those of the word that is looked up; 0 in between. */
  private readonly variedAt: Uint32Array
  private questions = 0
  private readonly wordMeanings: WordMeanings

  constructor(
    /** Their places in the collection. */
    private readonly documents: readonly number[],
    private readonly words: DocumentWords,
    /** Words with one of whose keys, or of translations that are, some document will ask; all by default. */
    wanted?: WordSet,
  ) {
    const size = words.keys.terms.length
    this.wordWeights = new WordWeights(documents.length)
    this.rare = new RareWords(documents, words, this.wordWeights.most, wanted)
    this.sums = new Float64Array(documents.length)
    this.touched = new Uint32Array(documents.length)
    this.variedAt = new Uint32Array(documents.length)
    this.facts = new Uint32Array(FIELDS * size)
    this.weights = new Float64Array(this.facts.buffer)
    this.wordMeanings = new WordMeanings(words.keys)
  }

  /** What the words of a document say for those of the index. */
  ask(document: number): AskedDocument {
    const question = ++this.questions
    const { sums, facts, weights, touched } = this
    this.touchedCount = 0
    this.all = 0
    let total = 0
    for (const list of this.words.wordsOf(document))
      for (let i = 0; i < list.length; i++) {
        const word = list[i]!
        const at = FIELDS * word
        if (facts[at + ASKED] === question) continue
        facts[at + ASKED] = question
        const kind = facts[at + KIND]! || this.lookUp(word)
        const counted = FIELDS * facts[at + TERM]! + COUNTED
        if (kind === NOTHING || facts[counted] === question) continue
        facts[counted] = question
        total += weights[DOUBLES * word + WEIGHT]!
        if (kind === ALIKE) this.addAlike(word)
        else this.addVaried(word)
      }
    const candidates = new Candidates(total, this.all, this.documents.length - 1)
    for (let i = 0; i < this.touchedCount; i++) {
      const place = touched[i]!
      candidates.add(place, sums[place]!)
      sums[place] = 0
    }
    return candidates.result()
  }

  /** Adds what a word says to the sums of its documents. */
  private addAlike(word: number): void {
    const { sums, facts, touched } = this
    const { places } = this.rare
    const value = this.weights[DOUBLES * word + WEIGHT]!
    const end = facts[FIELDS * word + STOP]!
    let { touchedCount } = this
    let all = 0
    for (let i = facts[FIELDS * word + START]!; i < end; i++) {
      const place = places[i]!
      const sum = sums[place]!
      if (sum === 0) touched[touchedCount++] = place
      sums[place] = sum + value
      all += value
    }
    this.touchedCount = touchedCount
    // Sums are exact in any order: see WordWeights.
    this.all += all
  }

  private addVaried(word: number): void {
    const { sums, facts, touched, variedPlaces, variedValues } = this
    const end = facts[FIELDS * word + STOP]!
    let { touchedCount } = this
    let all = 0
    for (let i = facts[FIELDS * word + START]!; i < end; i++) {
      const place = variedPlaces[i]!
      const value = variedValues[i]!
      const sum = sums[place]!
      if (sum === 0) touched[touchedCount++] = place
      sums[place] = sum + value
      all += value
    }
    this.touchedCount = touchedCount
    this.all += all
  }

  /** Finds out what a word says, once for all documents that ask. */
  private lookUp(word: number): number {
    const found = this.meanings(word)
    const kind =
      found.length === 0
        ? NOTHING
        : found.length === 1 && found[0]!.words.length === 1
          ? ALIKE
          : VARIED
    const at = FIELDS * word
    this.facts[at + KIND] = kind
    this.facts[at + TERM] = word
    if (kind === NOTHING) return kind
    this.facts[at + TERM] = this.wordForTerm(word)
    if (kind === ALIKE) {
      const { words, value } = found[0]!
      this.facts[at + START] = this.rare.starts[words[0]!]!
      this.facts[at + STOP] = this.rare.starts[words[0]! + 1]!
      this.weights[DOUBLES * word + WEIGHT] = value
    } else this.keepVaried(word, found)
    return kind
  }

  /** The first word with the same term that was looked up. */
  private wordForTerm(word: number): number {
    const term = this.termNumbers.add(this.words.keys.terms[word]!)
    this.termWords[term] ??= word
    return this.termWords[term]
  }

  private keepVaried(word: number, found: readonly Meaning[]): void {
    const { variedPlaces, variedValues, variedAt } = this
    const at = FIELDS * word
    const start = variedPlaces.length
    for (const { places, value } of found)
      for (let i = 0; i < places.length; i++) {
        const place = places[i]!
        const known = variedAt[place]!
        if (known === 0) {
          variedAt[place] = variedPlaces.push(place)
          variedValues.push(value)
        } else if (variedValues[known - 1]! < value) variedValues[known - 1] = value
      }
    for (let i = start; i < variedPlaces.length; i++) variedAt[variedPlaces[i]!] = 0
    this.facts[at + START] = start
    this.facts[at + STOP] = variedPlaces.length
    const weight = found.reduce((most, { value }) => Math.max(most, value), 0)
    this.weights[DOUBLES * word + WEIGHT] = weight
  }

  /** What a word stands for in the documents: itself, its spelling and its translations, as far as they are rare. */
  private meanings(word: number): Meaning[] {
    const found: Meaning[] = []
    this.wordMeanings.each(word, (key, probability) => this.addMeaning(key, probability, found))
    return found
  }

  private addMeaning(key: number, probability: number, found: Meaning[]): void {
    const words = this.rare.wordsOf(key)
    if (words.length === 0) return
    const places = this.rare.placesOf(words)
    if (places.length === 0) return
    const value = this.wordWeights.of(places.length, probability)
    found.push({ words, places, value })
  }
}

/** Rare words of the documents for which a word stands, the documents that have them, and what it says for these. */
interface Meaning {
  words: readonly number[]
  places: Uint32Array
  value: number
}
