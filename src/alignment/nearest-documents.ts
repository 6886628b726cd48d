import { DocumentIndex, type NearDocument } from './document-index.js'
import type { DocumentWords } from './document-pairs.js'
import { KeyNumbers, keysOfDocument, type WordKeys } from './word-keys.js'

/** The German documents that each English one is most like. */
export interface NearestDocuments {
  /** All German documents that may be versions of others, ascending. */
  german: readonly number[]
  english: readonly EnglishDocument[]
}

interface EnglishDocument {
  document: number
  /** By places in the list of German documents. */
  nearest: readonly NearDocument[]
}

/** What was found before some documents were changed. */
export interface KnownNearest {
  /** The German documents of that time. */
  german: readonly KnownDocument[]
  /** English documents that are the same. */
  english: readonly EnglishDocument[]
}

export interface KnownDocument {
  /** Its number of today; -1 if it is no longer the same. */
  document: number
  /** The keys of the words that it had. */
  keys(): Iterable<number>
}

/**
 * Finds the German documents that each English one is most like.
 *
 * @param known What was found before. The result is the same, but only those are looked for again that it may have changed for: what is
 *   nearest to an English document depends on the number of German ones, and on which of these have its words.
 */
export function nearestDocuments(
  english: readonly number[],
  german: readonly number[],
  words: DocumentWords,
  known?: KnownNearest,
): NearestDocuments {
  const before = known && stillNearest(german, words, known)
  let index: DocumentIndex | undefined
  const find = (document: number) => {
    if (german.length === 0) return []
    index ??= new DocumentIndex(german, words)
    return index.nearest(document)
  }
  return {
    german,
    english: english.map((document) => {
      return { document, nearest: before?.get(document) ?? find(document) }
    }),
  }
}

/** What was found for the English documents of whose words none is in more, fewer, or other German documents than before. */
function stillNearest(
  german: readonly number[],
  words: DocumentWords,
  known: KnownNearest,
): Map<number, readonly NearDocument[]> {
  if (known.german.length !== german.length) return new Map()
  const changed = changedKeys(german, words, known)
  const isChanged = changed.size === 0 ? undefined : wordsWithKeys(words.keys, changed)
  const same = isChanged
    ? known.english.filter(({ document }) => !hasWord(document, words, isChanged))
    : known.english
  return new Map(same.map(({ document, nearest }) => [document, nearest]))
}

/** The keys that a German document has and the one that was in its place had not, or the other way round. */
function changedKeys(
  german: readonly number[],
  words: DocumentWords,
  known: KnownNearest,
): KeyNumbers {
  const changed = new KeyNumbers()
  for (const [place, document] of german.entries()) {
    const before = known.german[place]!
    if (before.document === document) continue
    const old = new Set(before.keys())
    const today = new Set(keysOfDocument(words.keys, words.wordsOf(document)))
    for (const key of old) if (!today.has(key)) changed.add(key)
    for (const key of today) if (!old.has(key)) changed.add(key)
  }
  return changed
}

/** By number of a word: 1 where it has one of some keys, or a translation that does. */
function wordsWithKeys(keys: WordKeys, wanted: KeyNumbers): Uint8Array {
  const { terms, surfaces, translated, ends, translations } = keys
  const found = new Uint8Array(terms.length)
  for (let word = 0; word < terms.length; word++)
    if (wanted.find(terms[word]!) >= 0 || wanted.find(surfaces[word]!) >= 0) found[word] = 1
  for (let i = 0, place = 0; place < translated.length; place++)
    for (; i < ends[place]!; i++)
      if (wanted.find(translations[i]!) >= 0) found[translated[place]!] = 1
  return found
}

function hasWord(document: number, words: DocumentWords, wanted: Uint8Array): boolean {
  for (const list of words.wordsOf(document))
    for (let i = 0; i < list.length; i++) if (wanted[list[i]!] === 1) return true
  return false
}
