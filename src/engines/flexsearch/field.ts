import type { WordPrefix } from '../../analysis/prefix.js'
import type { BlockList } from './lists/block-list.js'
import type { OccurrenceList } from './lists/occurrence-list.js'

export const CASES = ['lower', 'capital', 'upper'] as const
/** How a form is written in all places: `capital` for its first letter only, `lower` where it varies. */
export type Case = (typeof CASES)[number]

/** A form that is like a word, by its number. */
export interface SimilarForm {
  form: number
  /** Edits from the folding that was asked for to the form's. */
  distance: number
}

/** The forms (spellings) of one field of one language, by number. */
export interface Forms {
  /** The analyzer's. */
  readonly fold: (form: string) => string
  at(form: number): string
  /** Number of passages that have the form. */
  frequency(form: number): number
  /** True where another form folds like this one: schon and schön. */
  hasHomograph(form: number): boolean
  /** How the form is always written; in English, what never is in lower case is a name. */
  caseOf(form: number): Case
  /** All forms whose folding is `fold`. */
  byFold(fold: string): number[]
  /** All forms that begin so, in the order of their foldings. */
  byPrefix(prefix: WordPrefix): number[]
  /** Of the forms that begin so and that `counts` accepts, those in most passages, in that order. */
  mostFrequent(prefix: WordPrefix, limit: number, counts: (form: number) => boolean): number[]
  /** The forms whose foldings are 1 to `distance` edits away from `fold`, in the order of their foldings. */
  similar(fold: string, distance: 1 | 2): SimilarForm[]
}

/**
 * One field of one language: terms, which own their forms, and where they are.
 *
 * `get` and `has` have the shape of FlexSearch's own `index.map`: for a term, an array whose slot s lists the ids
 * of the passages in which the term has impact level s.
 */
export interface Field {
  readonly forms: Forms
  /** FlexSearch's slots of a term; undefined where no passage has it. */
  get(term: string): Uint32Array[] | undefined
  has(term: string): boolean
  /** The passages that have a term, with their slots; undefined where no passage has it. */
  postings(term: string): BlockList | undefined
  /** Number of passages in which the term carries weight. */
  frequency(term: string): number
  /** The numbers of a term's forms, in the order of the forms. */
  formsOf(term: string): number[]
  /** The term that a form belongs to. */
  termOf(form: number): string
  /** Number of passages in which the form's term carries weight. */
  weightOf(form: number): number
  /** The terms that carry weight in some passage and are 1 to `distance` edits away, in their order. */
  similarTerms(term: string, distance: 1 | 2): { term: string; distance: number }[]
  /** The other terms of a term's family that carry weight in some passage, in their order. */
  relatives(term: string): string[]
  /**
   * The terms that begin with a term and go on, after a link element, with another: compounds that were
   * taken for one word. In their order.
   */
  compoundsOf(term: string): string[]
  /** Where a form occurs. */
  occurrences(form: number): OccurrenceList
  /** Reads the vocabulary, as far as it has not been read, a little from one step to the next. */
  readAhead(): Generator<void>
  /** The same for postings, where these are few enough to stay in memory. */
  readPostingsAhead(): Generator<void>
  close(): void
}
