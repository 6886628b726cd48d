import type { TranslatedLanguage, TranslationLexicon } from '../translation/lexicon.js'
import type { EvidenceTerm } from './evidence-terms.js'
import type { DocumentPair } from './versions.js'

/** The terms of a document, each as often as it likes. */
export interface DocumentTerms {
  /** Its place in the collection. */
  document: number
  terms: Iterable<EvidenceTerm>
}

/** Documents of one language, read once, so that their terms need not stay in memory. A word has one object in all of them. */
export interface DocumentSource {
  count: number
  documents(): Iterable<DocumentTerms>
}

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
 * that they may be versions of each other. Each document is read once, and it takes time in proportion to the words, not to the pairs.
 */
export function likelyPairs(
  english: DocumentSource,
  german: DocumentSource,
  lexicon: TranslationLexicon,
): DocumentPair[] {
  const index = new DocumentIndex(german, lexicon, 'en')
  const pairs: LikelyPair[] = []
  for (const { document, terms } of english.documents())
    for (const { document: other, share } of index.nearest(terms))
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

/** What a term says for each document that has it. */
interface Matches {
  places: Uint32Array
  values: Float64Array
  /** The largest of the values. */
  weight: number
}

/** Documents by their rare words. */
class DocumentIndex {
  private readonly places: ReadonlyMap<string, readonly number[]>
  private readonly most: number
  private readonly sums: Float64Array
  /** The documents' places in the collection. */
  private readonly documents: number[] = []
  private readonly known = new Map<EvidenceTerm, Matches>()

  constructor(
    { count, documents }: DocumentSource,
    private readonly lexicon: TranslationLexicon,
    /** Of the documents that ask. */
    private readonly language: TranslatedLanguage,
  ) {
    this.most = Math.max(MIN_COMMON, Math.min(MAX_COMMON, count * COMMON_SHARE))
    this.sums = new Float64Array(count)
    const words = new Map<EvidenceTerm, number[]>()
    for (const { document, terms } of documents()) {
      const place = this.documents.push(document) - 1
      for (const term of terms) post(words, term, place, this.most)
    }
    this.places = this.byKey(words)
  }

  /** The documents with the largest share of the terms, by weight; each by its place in the collection. */
  nearest(terms: Iterable<EvidenceTerm>): { document: number; share: number }[] {
    const touched: number[] = []
    const counted = new Set<string>()
    let [total, all] = [0, 0]
    for (const term of new Set(terms)) {
      const { places, values, weight } = this.matches(term)
      if (weight === 0 || counted.has(term.term)) continue
      counted.add(term.term)
      total += weight
      for (let i = 0; i < places.length; i++) {
        if (this.sums[places[i]!] === 0) touched.push(places[i]!)
        this.sums[places[i]!]! += values[i]!
        all += values[i]!
      }
    }
    const best = touched
      .map((place) => ({ place, share: this.sums[place]! / total }))
      .filter(({ share }) => share >= MIN_SHARE && this.standsOut(share, all / total))
      .sort((a, b) => b.share - a.share || a.place - b.place)
    for (const place of touched) this.sums[place] = 0
    return best
      .slice(0, MAX_REMEMBERED)
      .map(({ place, share }) => ({ document: this.documents[place]!, share }))
  }

  /** True for a share well above that of the other documents, given the sum of all shares. */
  private standsOut(share: number, all: number): boolean {
    const others = this.documents.length - 1
    return others < MIN_OTHERS || share * others >= ABOVE_AVERAGE * (all - share)
  }

  /** Looked up once for all documents. */
  private matches(term: EvidenceTerm): Matches {
    const known = this.known.get(term)
    if (known) return known
    const found = this.lookUp(term)
    const values = Float64Array.from(found.values())
    const weight = values.reduce((most, value) => Math.max(most, value), 0)
    const made = { places: Uint32Array.from(found.keys()), values, weight }
    this.known.set(term, made)
    return made
  }

  private lookUp(term: EvidenceTerm): Map<number, number> {
    const found = new Map<number, number>()
    const raise = (key: string, probability: number) => {
      const places = this.places.get(key)
      if (!places || places.length > this.most) return
      const value = probability * Math.log(1 + this.documents.length / places.length)
      for (const place of places) found.set(place, Math.max(found.get(place) ?? 0, value))
    }
    for (const key of keysOf(term)) raise(key, 1)
    for (const { term: other, probability } of this.lexicon
      .translations(term.term, this.language)
      .slice(0, MAX_TRANSLATIONS))
      if (probability >= MIN_PROBABILITY) raise(other, probability)
    return found
  }

  /** The places of words by what they are asked for. */
  private byKey(words: ReadonlyMap<EvidenceTerm, readonly number[]>): Map<string, number[]> {
    const places = new Map<string, number[]>()
    for (const [term, own] of words)
      for (const key of keysOf(term)) {
        const known = places.get(key)
        if (!known) places.set(key, [...own])
        else if (known.length <= this.most)
          places.set(
            key,
            [...new Set([...known, ...own])].sort((a, b) => a - b),
          )
      }
    return places
  }
}

/** Adds a place, up to one more than points at anything: then the word is known to be common. */
function post(
  lists: Map<EvidenceTerm, number[]>,
  term: EvidenceTerm,
  place: number,
  most: number,
): void {
  const places = lists.get(term)
  if (!places) lists.set(term, [place])
  else if (places.at(-1) !== place && places.length <= most) places.push(place)
}

function keysOf({ term, surface }: EvidenceTerm): string[] {
  return term === surface ? [term] : [term, surface]
}
