import { askedBefore } from './asked-before.js'
import { type AskedDocument, isCertain, type NearDocument, nearestOf } from './asked-documents.js'
import { DocumentIndex } from './document-index.js'
import type { DocumentWords } from './document-pairs.js'
import { isIndexed } from './documents-by-word.js'
import { WordMeanings, wordsWithKeys } from './word-meanings.js'
import { WordSet } from './word-set.js'

/** The German documents that each English one is most like. */
export interface NearestDocuments {
  /** All German documents that may be versions of others, ascending. */
  german: readonly number[]
  english: readonly EnglishDocument[]
}

export interface EnglishDocument {
  document: number
  /** By places in the list of German documents. */
  nearest: readonly NearDocument[]
  /** From which these were chosen. */
  asked: AskedDocument
}

/** What was found before some documents were changed. */
export interface KnownNearest {
  /** The German documents of that time. */
  german: readonly KnownDocument[]
  /** English documents that are the same. */
  english: readonly Pick<EnglishDocument, 'document' | 'asked'>[]
}

export interface KnownDocument {
  /** Its number of today; -1 if it is no longer the same. */
  document: number
  /** The keys of the words that it had. */
  keys(): Iterable<number>
}

/** Where more than this share of documents ask, the index has all words. */
const MANY = 1 / 8

/**
 * Finds the German documents that each English one is most like.
 *
 * @param known What was found before. The nearest are the same, but only those are looked for again that may have changed.
 */
export function nearestDocuments(
  english: readonly number[],
  german: readonly number[],
  words: DocumentWords,
  known?: KnownNearest,
): NearestDocuments {
  const others = german.length - 1
  const before =
    known && isIndexed(words) ? askedBefore(german, words, known) : new Map<number, AskedDocument>()
  const isKnown = (document: number) => {
    const asked = before.get(document)
    return asked !== undefined && isCertain(asked, others)
  }
  const ask = askerOf(
    english.filter((document) => !isKnown(document)),
    german,
    words,
    MANY * english.length,
  )
  return {
    german,
    english: english.map((document) => {
      const asked = isKnown(document) ? before.get(document)! : ask(document)
      return { document, nearest: nearestOf(asked, others), asked }
    }),
  }
}

const UNASKED: AskedDocument = { total: 0, all: 0, candidates: [], leftOut: 0 }

/** Asks for some documents, if they are more than `many`, with an index of all words. */
function askerOf(
  asking: readonly number[],
  german: readonly number[],
  words: DocumentWords,
  many: number,
): (document: number) => AskedDocument {
  if (german.length === 0 || asking.length === 0) return () => UNASKED
  const wanted = asking.length > many ? undefined : wordsAskedBy(asking, words)
  const index = new DocumentIndex(german, words, wanted)
  return (document) => index.ask(document)
}

function wordsAskedBy(asking: readonly number[], words: DocumentWords): WordSet {
  const asks = new WordSet(words.keys.terms.length)
  for (const document of asking)
    for (const list of words.wordsOf(document))
      for (let i = 0; i < list.length; i++) asks.add(list[i]!)
  return wordsWithKeys(words.keys, new WordMeanings(words.keys).keysOf(asks))
}
