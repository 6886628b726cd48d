import type { TranslatedLanguage, TranslationLexicon } from '../translation/lexicon.js'
import type { EvidenceTerm } from './evidence-terms.js'
import { type DocumentWords, RareWords } from './rare-words.js'
import type { DocumentPair } from './versions.js'

export type { DocumentWords }

/** Words that more documents of the other language have than this, and than one in twenty, point at none. */
const MIN_COMMON = 4
const COMMON_SHARE = 0.05
/** Nor do those that more than this have, so that time does not grow with the square of the documents. */
const MAX_COMMON = 200
/** Translations less probable than this are not followed, nor more than so many. */
const MIN_PROBABILITY = 0.1
const MAX_TRANSLATIONS = 3
/** Documents that are compared with one, and the least share of its telling words that they have in common. */
const MAX_PARTNERS = 4
const MIN_SHARE = 0.04
/** A document that has less than this of what the best has is not worth a comparison. */
const NEAR_BEST = 0.4
/**
 * Versions have so many times as much in common as the document has with the others on average; where there are fewer
 * others, they may all be about the same.
 */
const ABOVE_AVERAGE = 2
const MIN_OTHERS = 50
/** So many are remembered of each English document; among them may be the best of a German one. */
const MAX_REMEMBERED = 12

/** An English and a German document, and how much of the telling words of the one the other has. */
interface LikelyPair {
  english: number
  german: number
  share: number
}

/**
 * Pairs of an English and a German document that have so many rare words in common (names, numbers and translations)
 * that they may be versions of each other. It takes time in proportion to the words, not to the pairs.
 *
 * @param english Places of the English documents, and `german` those of the German ones.
 */
export function likelyPairs(
  english: readonly number[],
  german: readonly number[],
  words: DocumentWords,
  lexicon: TranslationLexicon,
): DocumentPair[] {
  const index = new DocumentIndex(german, words, lexicon, 'en')
  const pairs: LikelyPair[] = []
  for (const document of english)
    for (const { document: other, share } of index.nearest(document))
      pairs.push({ english: document, german: other, share })
  const chosen = [
    ...bestOf(pairs, ({ english }) => english),
    ...bestOf(pairs, ({ german }) => german),
  ]
  return [...new Set(chosen)]
    .map(({ english: a, german: b }): DocumentPair => (a < b ? [a, b] : [b, a]))
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

/** The best pairs of each document on one side. */
function bestOf(
  pairs: readonly LikelyPair[],
  documentOf: (pair: LikelyPair) => number,
): LikelyPair[] {
  const groups = new Map<number, LikelyPair[]>()
  for (const pair of pairs) {
    const group = groups.get(documentOf(pair))
    if (group) group.push(pair)
    else groups.set(documentOf(pair), [pair])
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group.sort((a, b) => b.share - a.share)
    const near = others.filter(({ share }) => share >= first!.share * NEAR_BEST)
    return [first!, ...near].slice(0, MAX_PARTNERS)
  })
}

/** What a word says for each document that has it. */
interface Matches {
  /** A number for its term, which other words may have. */
  term: number
  /** Of documents, among those that were indexed. */
  places: Uint32Array
  values: Float64Array
  /** The largest of the values. */
  weight: number
}

const NOWHERE = { places: new Uint32Array(0), values: new Float64Array(0), weight: 0 }

/** Documents by their rare words. */
class DocumentIndex {
  private readonly rare: RareWords
  private readonly most: number
  private readonly sums: Float64Array
  /** By document: the value of the word that is being looked up. */
  private readonly values: Float64Array
  private readonly known: (Matches | undefined)[] = []
  private readonly terms = new Map<string, number>()
  /** By number of a word, and of a term: the last question that had it, one more. */
  private readonly asked: Uint32Array
  private readonly counted: number[] = []
  private questions = 0

  constructor(
    /** Their places in the collection. */
    private readonly documents: readonly number[],
    private readonly words: DocumentWords,
    private readonly lexicon: TranslationLexicon,
    /** Of the documents that ask. */
    private readonly language: TranslatedLanguage,
  ) {
    this.most = Math.max(MIN_COMMON, Math.min(MAX_COMMON, documents.length * COMMON_SHARE))
    this.sums = new Float64Array(documents.length)
    this.values = new Float64Array(documents.length)
    this.asked = new Uint32Array(words.size)
    this.rare = new RareWords(documents, words, this.most)
  }

  /** The documents with the largest share of a document's words, by weight; each by its place in the collection. */
  nearest(document: number): { document: number; share: number }[] {
    const question = ++this.questions
    const { sums } = this
    const touched: number[] = []
    let [total, all] = [0, 0]
    for (const word of this.distinctWords(document, question)) {
      const { term, places, values, weight } = this.matches(word)
      if (weight === 0 || this.counted[term] === question) continue
      this.counted[term] = question
      total += weight
      for (let i = 0; i < places.length; i++) {
        if (sums[places[i]!] === 0) touched.push(places[i]!)
        sums[places[i]!]! += values[i]!
        all += values[i]!
      }
    }
    const best = touched
      .map((place) => ({ place, share: sums[place]! / total }))
      .filter(({ share }) => share >= MIN_SHARE && this.standsOut(share, all / total))
      .sort((a, b) => b.share - a.share || a.place - b.place)
    for (const place of touched) sums[place] = 0
    return best
      .slice(0, MAX_REMEMBERED)
      .map(({ place, share }) => ({ document: this.documents[place]!, share }))
  }

  private distinctWords(document: number, question: number): number[] {
    const distinct: number[] = []
    const { asked } = this
    for (const list of this.words.wordsOf(document))
      for (let i = 0; i < list.length; i++) {
        const word = list[i]!
        if (asked[word] === question) continue
        asked[word] = question
        distinct.push(word)
      }
    return distinct
  }

  /** True for a share well above that of the other documents, given the sum of all shares. */
  private standsOut(share: number, all: number): boolean {
    const others = this.documents.length - 1
    return others < MIN_OTHERS || share * others >= ABOVE_AVERAGE * (all - share)
  }

  /** Looked up once for all documents. */
  private matches(word: number): Matches {
    const known = this.known[word]
    if (known) return known
    const term = this.words.at(word)
    const number = this.termNumber(term.term)
    const made = { term: number, ...this.lookUp(term) }
    while (this.known.length < word) this.known.push(undefined)
    this.known[word] = made
    return made
  }

  private termNumber(term: string): number {
    const known = this.terms.get(term)
    if (known !== undefined) return known
    this.terms.set(term, this.terms.size)
    return this.counted.push(0) - 1
  }

  private lookUp(term: EvidenceTerm): Omit<Matches, 'term'> {
    const found: number[] = []
    this.raise(term.term, 1, found)
    if (term.surface !== term.term) this.raise(term.surface, 1, found)
    for (const { term: other, probability } of this.lexicon
      .translations(term.term, this.language)
      .slice(0, MAX_TRANSLATIONS))
      if (probability >= MIN_PROBABILITY) this.raise(other, probability, found)
    if (found.length === 0) return NOWHERE
    const places = Uint32Array.from(found)
    const values = new Float64Array(found.length)
    let weight = 0
    for (let i = 0; i < places.length; i++) {
      values[i] = this.values[places[i]!]!
      weight = Math.max(weight, values[i]!)
      this.values[places[i]!] = 0
    }
    return { places, values, weight }
  }

  /** @param found The documents that have a value so far, in the order in which they got it. */
  private raise(key: string, probability: number, found: number[]): void {
    const places = this.rare.placesOf(key)
    if (!places) return
    const value = probability * Math.log(1 + this.documents.length / places.length)
    const { values } = this
    for (let i = 0; i < places.length; i++) {
      const place = places[i]!
      if (values[place] === 0) found.push(place)
      if (value > values[place]!) values[place] = value
    }
  }
}
