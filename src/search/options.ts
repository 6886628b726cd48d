import type { Language } from '../language/language.js'
import type { GroupField } from './engine.js'
import type { ConcordanceSort } from './kwic.js'
import type { FindOptions } from './question.js'
import type { Sort } from './sort.js'

/** The furthest a window of results may reach: `offset + limit`. */
export const MAX_WINDOW = 10_000

/** Further passages of a document that a grouped hit shows, unless asked otherwise and at most. */
export const GROUP_SIZE = 3
export const MAX_GROUP_SIZE = 20

/** Which part of the results to give. */
export interface WindowOptions {
  /** Number of results at most; 10 by default. */
  limit?: number
  /** Number of results to skip; 0 by default. */
  offset?: number
}

export interface SearchOptions extends FindOptions, WindowOptions {
  /** Order of the hits; `score` by default. */
  sort?: Sort
  /**
   * `document` makes one hit of a document: its best passage. `limit` and `offset` then count documents. `language`
   * makes a list for each language in the same way.
   */
  group?: GroupField
  /** Number of further passages in a grouped hit; {@link GROUP_SIZE} by default, up to {@link MAX_GROUP_SIZE}. */
  groupSize?: number
  /** Adds an explanation to every hit. */
  explain?: boolean
}

export interface ConcordanceOptions extends FindOptions, WindowOptions {
  /** Order of the lines; `score` by default. */
  sort?: ConcordanceSort
  /** Characters on either side of a match at most; 40 by default. */
  width?: number
}

export interface SuggestOptions {
  /** Number of suggestions at most; 8 by default. */
  limit?: number
  /** Complete words of these languages only. */
  lang?: readonly Language[]
}
