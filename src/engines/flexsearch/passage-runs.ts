import { LANGUAGES } from '../../language/language.js'
import type { PassageStore } from '../../store/passage-store.js'

/** What passages have one of each. */
export type Owner = 'document' | 'language' | 'speaker'

/**
 * Passages that follow one another and have the same owner, as one: those of a document are a run, those of a language as many as the
 * language changes.
 */
export interface PassageRuns {
  /** By run: one past its last passage. */
  ends: Uint32Array
  /** By run: the number of its owner. */
  owners: Uint32Array
  /** Numbers of owners are below this. */
  count: number
}

/** The owners of passages, by number of the passage. */
export function ownersOf(by: Owner, store: PassageStore): Uint32Array | Uint8Array {
  return by === 'document' ? store.documentOf : store[by]
}

export function passageRuns(by: Owner, store: PassageStore): PassageRuns {
  const ownerOf = ownersOf(by, store)
  let length = 0
  for (let id = 0; id < ownerOf.length; id++)
    if (id + 1 === ownerOf.length || ownerOf[id + 1] !== ownerOf[id]) length++
  const count = numberOf(by, store)
  const runs = { ends: new Uint32Array(length), owners: new Uint32Array(length), count }
  for (let id = 0, run = 0; id < ownerOf.length; id++) {
    if (id + 1 < ownerOf.length && ownerOf[id + 1] === ownerOf[id]) continue
    runs.ends[run] = id + 1
    runs.owners[run++] = ownerOf[id]!
  }
  return runs
}

function numberOf(by: Owner, { documentCount, speakers }: PassageStore): number {
  if (by === 'document') return documentCount
  return by === 'language' ? LANGUAGES.length : speakers.length + 1
}

/** Which languages documents are in. */
export interface DocumentLanguages {
  /** By document: the only language of its passages; where there are several, `count`. */
  ofDocument: Uint8Array
  /** Number of languages. */
  count: number
  /** The passages of documents with several, as runs of one language. */
  others: readonly { first: number; end: number; language: number }[]
}

/** Undefined where more documents are in several languages than it is worth. @param runs By language. */
export function documentLanguages(
  { ends, owners, count }: PassageRuns,
  { documentCount, documentOf }: PassageStore,
): DocumentLanguages | undefined {
  const none = count + 1
  const ofDocument = new Uint8Array(documentCount).fill(none)
  const pieces: { first: number; end: number; language: number }[] = []
  for (let run = 0, first = 0; run < ends.length; run++)
    for (let end = first; first < ends[run]!; first = end) {
      const document = documentOf[first]!
      while (end < ends[run]! && documentOf[end] === document) end++
      const language = owners[run]!
      pieces.push({ first, end, language })
      ofDocument[document] = ofDocument[document] === none ? language : count
    }
  if (pieces.length > 2 * documentCount) return undefined
  const others = pieces.filter(({ first }) => ofDocument[documentOf[first]!] === count)
  return { ofDocument: ofDocument.map((language) => Math.min(language, count)), count, others }
}
