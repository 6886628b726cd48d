import type { NearestDocuments } from './nearest-documents.js'
import type { DocumentPair } from './versions.js'
import type { WordKeys } from './word-keys.js'
import type { WordSet } from './word-set.js'

/** Documents, and the words in them, by number. */
export interface DocumentWords {
  /** With the translations of the words of English documents. */
  readonly keys: WordKeys
  /**
   * The words of a document, by its place in the collection: lists of numbers, each as often as it likes, valid until the next question.
   *
   * @param among Words that matter; others may be left out.
   */
  wordsOf(document: number, among?: WordSet): Iterable<Uint32Array>
  /**
   * Visits the documents that have a word until `visit` says that it is enough, which may not ask for anything meanwhile. Missing where all
   * documents would have to be gone through for that.
   */
  eachDocument?(word: number, visit: (document: number) => boolean): void
}

/** Documents that are compared with one. */
const MAX_PARTNERS = 4
/** A document that has less than this of what the best has is not worth a comparison. */
const NEAR_BEST = 0.4

/** An English and a German document, and how much of the telling words of the one the other has. */
interface LikelyPair {
  english: number
  german: number
  share: number
}

/**
 * Pairs of an English and a German document that have so many rare words in common (names, numbers and translations)
 * that they may be versions of each other: the best for each of the two.
 */
export function likelyPairs({ german, english }: NearestDocuments): DocumentPair[] {
  const pairs = english.flatMap(({ document, nearest }) =>
    nearest.map(({ place, share }): LikelyPair => {
      return { english: document, german: german[place]!, share }
    }),
  )
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
