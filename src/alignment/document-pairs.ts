import type { TranslatedLanguage, TranslationLexicon } from '../translation/lexicon.js'
import type { EvidenceTerm } from './evidence.js'
import type { DocumentPair } from './versions.js'

/** The distinct terms of a document. */
export interface DocumentTerms {
  /** Its place in the collection. */
  document: number
  terms: Iterable<EvidenceTerm>
}

/** Documents of one language, read anew each time so that their terms need not stay in memory. */
export interface DocumentSource {
  count: number
  documents(): Iterable<DocumentTerms>
}

/** Words that more documents of the other language have than this, and than one in twenty, point at none. */
const MIN_COMMON = 4
const COMMON_SHARE = 0.05
/** Translations less probable than this are not followed, nor more than so many. */
const MIN_PROBABILITY = 0.1
const MAX_TRANSLATIONS = 3
/** Documents that are compared with one, and the least share of its telling words that they have in common. */
const MAX_PARTNERS = 4
const MIN_SHARE = 0.04
/** A document that has less than this of what the best has is not worth a comparison. */
const NEAR_BEST = 0.4

/**
 * Pairs of an English and a German document that have so many rare words in common (names, numbers and translations)
 * that they may be versions of each other. It takes time in proportion to the words, not to the pairs.
 */
export function likelyPairs(
  english: DocumentSource,
  german: DocumentSource,
  lexicon: TranslationLexicon,
): DocumentPair[] {
  const found = new Map<string, DocumentPair>()
  const take = (from: DocumentSource, to: DocumentSource, language: TranslatedLanguage) => {
    const index = new DocumentIndex(to)
    for (const { document, terms } of from.documents())
      for (const other of index.nearest(terms, lexicon, language)) {
        const pair: DocumentPair = document < other ? [document, other] : [other, document]
        found.set(pair.join(' '), pair)
      }
  }
  take(english, german, 'en')
  take(german, english, 'de')
  return [...found.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

/** Documents by their rare words. */
class DocumentIndex {
  private readonly places = new Map<string, number[]>()
  private readonly most: number
  private readonly sums: Float64Array
  /** The documents' places in the collection. */
  private readonly documents: number[] = []

  constructor({ count, documents }: DocumentSource) {
    this.most = Math.max(MIN_COMMON, count * COMMON_SHARE)
    this.sums = new Float64Array(count)
    for (const { document, terms } of documents()) {
      const place = this.documents.push(document) - 1
      for (const term of terms) for (const key of keysOf(term)) this.post(key, place)
    }
  }

  /** The documents with the largest share of the terms, by weight; each by its place in the collection. */
  nearest(
    terms: Iterable<EvidenceTerm>,
    lexicon: TranslationLexicon,
    language: TranslatedLanguage,
  ): number[] {
    const touched = new Set<number>()
    let total = 0
    for (const term of terms) {
      const matches = this.matches(term, lexicon, language)
      const weight = Math.max(0, ...matches.values())
      total += weight
      for (const [place, value] of matches) {
        this.sums[place]! += value
        touched.add(place)
      }
    }
    const best = [...touched]
      .map((place) => ({ place, share: this.sums[place]! / total }))
      .filter(({ share }) => share >= MIN_SHARE)
      .sort((a, b) => b.share - a.share || a.place - b.place)
    for (const place of touched) this.sums[place] = 0
    const least = (best[0]?.share ?? 0) * NEAR_BEST
    return best
      .slice(0, MAX_PARTNERS)
      .filter(({ share }) => share >= least)
      .map(({ place }) => this.documents[place]!)
  }

  /** What the term says for each document that has it. */
  private matches(term: EvidenceTerm, lexicon: TranslationLexicon, language: TranslatedLanguage) {
    const values = new Map<number, number>()
    const raise = (key: string, probability: number) => {
      const places = this.places.get(key)
      if (!places || places.length > this.most) return
      const value = probability * Math.log(1 + this.documents.length / places.length)
      for (const place of places) values.set(place, Math.max(values.get(place) ?? 0, value))
    }
    for (const key of keysOf(term)) raise(key, 1)
    for (const { term: other, probability } of lexicon
      .translations(term.term, language)
      .slice(0, MAX_TRANSLATIONS))
      if (probability >= MIN_PROBABILITY) raise(other, probability)
    return values
  }

  private post(key: string, place: number): void {
    const places = this.places.get(key)
    if (!places) this.places.set(key, [place])
    // One more than points at anything: then the word is known to be common.
    else if (places.at(-1) !== place && places.length <= this.most) places.push(place)
  }
}

function keysOf({ term, surface }: EvidenceTerm): string[] {
  return term === surface ? [term] : [term, surface]
}
