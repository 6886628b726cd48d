import type { ContextOdds } from './context.js'
import type { BlockList } from './lists/block-list.js'

/** A list that stands for a word all by itself. */
export interface ScoredList {
  list: BlockList
  /** What each slot counts. */
  odds: Float64Array
  /** The same as scores. */
  scores: Float64Array
  /** The weight of the word. */
  idf: number
  /** What the word stands beside; null for nothing. */
  context: ContextOdds | null
  /** Passages that have the very form that was asked for: some of the list's, ascending. Null for none. */
  form: Uint32Array | null
  /** What that adds. */
  bonus: number
}
