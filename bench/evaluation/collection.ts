import type { Language } from '../../src/language/language.js'
import type { Filters } from '../../src/search/filters.js'
import type { Hit } from '../../src/search/hit.js'
import type { Searcher } from '../../src/search/searcher.js'

/** A passage that systems index. */
export interface JudgedPassage {
  id: string
  lang: Language
  text: string
  /** The document it is in, where the set says so. */
  docid?: string | undefined
  /** A query with a pool is asked only about the passages of that pool. */
  pool?: string | undefined
  /** What stands above it, title and headings by line; only passages of a corpus have it. */
  context?: string | undefined
}

export interface JudgedQuery {
  id: string
  lang: Language
  text: string
  pool?: string | undefined
  /** True if the last word is unfinished. */
  prefix?: boolean | undefined
}

/** The passages that one or more tasks search. */
export interface Collection {
  passages: readonly JudgedPassage[]
  /** What Fundstelle needs besides the query to search only these. */
  filters: Filters
  /** Fundstelle's index of them. */
  open(): Promise<Searcher>
  /** Id of the passage that one of its hits is. */
  idOf(hit: Hit): string
}
