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
 * that they may be versions of each other. Each document is read once, and it takes time in proportion to the words, not to the pairs.
 */
export function likelyPairs(
  english: DocumentSource,
  german: DocumentSource,
  lexicon: TranslationLexicon,
): DocumentPair[] {
  const index = new DocumentIndex(german)
  const pairs: LikelyPair[] = []
  for (const { document, terms } of english.documents())
    for (const { document: other, share } of index.nearest(terms, lexicon, 'en'))
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
  ): { document: number; share: number }[] {
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
    return best
      .slice(0, MAX_REMEMBERED)
      .map(({ place, share }) => ({ document: this.documents[place]!, share }))
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
