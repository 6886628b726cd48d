import { saturate, weightedOdds } from '../bm25.js'
import type { BlockList } from '../lists/block-list.js'
import type { WordInLanguage } from '../word.js'
import { addOdds } from './look-up.js'

/** What a word is for in a query. */
export interface Role {
  /** True for a word that a passage must match, or another of its group, to go before those that do not match all of these. */
  counted: boolean
  /** True for a word whose text alone makes a passage a hit. */
  finding: boolean
  /** True for a word that every hit has in its text; or another of its group. */
  required: boolean
  /** Words any of which is enough have the same number; negative for those that stand for themselves. */
  group: number
}

/** A list that stands for a word. */
export interface WeightedList {
  list: BlockList
  /** What each slot counts, weighted. */
  odds: Float64Array
  /** The odds of its best passage. */
  most: number
}

/** A word of a query in the passages of one language. */
export class AskedWord {
  /** Of its terms; where none of these is in a text, of the words that may be meant. */
  readonly lists: readonly WeightedList[]
  /** Its weight in texts: less than it is beside them for a word that is only taken for another. */
  idf: number
  /** The odds of what it stands beside, at most. */
  readonly beside: number
  /** What its very form adds to a score. */
  readonly bonus: number
  /** What it adds to a passage at most. */
  most: number
  /** Passages that it may match, at most: those of its lists, and those that it stands beside. */
  size: number

  constructor(
    readonly word: WordInLanguage,
    readonly role: Role,
  ) {
    const { matches, corrections } = word
    this.idf = matches.length > 0 ? word.idf : word.correctedIdf
    this.lists = (matches.length > 0 ? matches : corrections).map(({ postings, weight }) => {
      const odds = weightedOdds(weight)
      return { list: postings, odds, most: odds[postings.low]! }
    })
    this.beside = word.context.most
    this.bonus = word.exact?.bonus ?? 0
    this.most = Math.max(
      this.score(this.inText + this.beside) + (this.lists.length > 0 ? this.bonus : 0),
      saturate(word.idf, this.beside),
    )
    let size = role.required ? 0 : word.context.size
    for (const { list } of this.lists) size += list.length
    this.size = size
  }

  /** The odds of its texts at most. */
  get inText(): number {
    let sum = 0
    for (const { most } of this.lists) sum += most
    return sum
  }

  /** True for a word that is in some texts, where others may be meant instead: which of them counts is told passage by passage. */
  get isUncertain(): boolean {
    const { matches, corrections, exact } = this.word
    return corrections.length > 0 && (matches.length > 0 || exact !== undefined)
  }

  /** True for a word that adds nothing to any passage but by its very form. */
  get isNowhere(): boolean {
    return this.lists.length === 0 && this.beside === 0
  }

  /** Adds to some passages the odds of their texts, by place. @param ids Ascending. */
  addOdds(ids: Uint32Array, odds: Float64Array, count: number): void {
    for (const list of this.lists) addOdds(list, ids, odds, count)
  }

  /** True if it makes a passage a hit. */
  get mayFind(): boolean {
    return this.role.finding && this.lists.length > 0
  }

  /** Its score in a passage that has it, by the odds of the passage's text and of what stands beside it. */
  score(odds: number): number {
    return saturate(this.idf, odds)
  }
}
