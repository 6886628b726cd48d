import { SLOT_ODDS, saturate } from '../bm25.js'
import type { BlockList } from '../lists/block-list.js'
import { PROXIMITY_WEIGHT } from '../proximity.js'
import type { WordInLanguage } from '../word.js'

/** What a word is for in a query. */
export interface Role {
  /** True for a word that a passage must match to go before those that do not match all of these. */
  counted: boolean
  /** True for a word whose text alone makes a passage a hit. */
  finding: boolean
  /** True for a word that every hit has in its text. */
  required: boolean
}

/** A list that stands for a word, with its weight. */
export interface WeightedList {
  list: BlockList
  weight: number
  /** The odds of its best passage, weighted. */
  most: number
}

/** A word of a query in the passages of one language. */
export class AskedWord {
  readonly lists: readonly WeightedList[]
  /** The odds of what it stands beside, at most. */
  readonly beside: number
  /** What its very form adds to a score. */
  readonly bonus: number
  /** What its form adds, and that other words are near it, at most. */
  readonly extra: number
  /** Passages that it may match, at most: those of its lists, and those that it stands beside. */
  readonly size: number

  constructor(
    readonly word: WordInLanguage,
    readonly role: Role,
  ) {
    this.lists = word.matches.map(({ postings, weight }) => {
      return { list: postings, weight, most: weight * SLOT_ODDS[postings.low]! }
    })
    this.beside = word.context.most
    this.bonus = word.exact?.bonus ?? 0
    this.extra = this.bonus + PROXIMITY_WEIGHT * word.idf
    const beside = role.required ? [] : word.context.passages
    this.size = [...this.lists.map(({ list }) => list), ...beside].reduce(
      (sum, { length }) => sum + length,
      0,
    )
  }

  /** Its score in a passage, by the odds of the passage's text and of what stands beside it. */
  score(odds: number): number {
    return saturate(this.word.idf, odds)
  }
}
