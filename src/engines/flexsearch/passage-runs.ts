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

function numberOf(by: Owner, { documents, speakers }: PassageStore): number {
  if (by === 'document') return documents.length
  return by === 'language' ? LANGUAGES.length : speakers.length + 1
}
