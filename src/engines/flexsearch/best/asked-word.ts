import { saturate, weightedOdds } from '../bm25.js'
import type { BlockList } from '../lists/block-list.js'
import type { Match, WordInLanguage } from '../word.js'
import { addOdds, addWhere } from './look-up.js'
import { merge } from './passage-sets.js'

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

/** A word of a query in the passages of one language; or, as a word of its own, what may be meant by it. */
export class AskedWord {
  /** Of its terms; where none of these is in a text, of the words that may be meant. */
  readonly lists: readonly WeightedList[]
  /** Its weight in texts: less than it is beside them for a word that is only taken for another. */
  idf: number
  /** The odds of what it stands beside, at most. */
  readonly beside: number
  /** What is added to the score of a text that has it, at most: for its very form, and for not being taken for another. */
  readonly bonus: number
  /** What it adds to a passage at most. */
  most: number
  /** Passages that it may match, at most: those of its lists, and those that it stands beside. */
  size: number
  /** Passages of its lists that it does not match, ascending. */
  readonly without: Uint32Array
  /** True for what may be meant. */
  private readonly isMeant: boolean
  /** What may be meant in the passages whose texts do not have this word. */
  private instead: AskedWord | null = null

  /** @param own The word itself, where this is what may be meant in the passages whose texts do not have it. */
  constructor(
    readonly word: WordInLanguage,
    readonly role: Role,
    private readonly own: AskedWord | null = null,
  ) {
    const isMeant = own !== null || word.matches.length === 0
    this.isMeant = isMeant
    this.without = own ? own.lists.map(({ list }) => list.readAll().passages).reduce(merge) : NONE
    this.idf = isMeant ? word.correctedIdf : word.idf
    this.lists = weighted(isMeant ? word.corrections : word.matches)
    this.beside = word.context.most
    this.bonus = isMeant ? 0 : word.certainty + (word.exact?.bonus ?? 0)
    this.most = Math.max(
      this.score(this.inText + this.beside) + (this.lists.length > 0 ? this.bonus : 0),
      saturate(word.idf, this.beside),
    )
    let size = role.required ? 0 : word.context.size
    for (const { list } of this.lists) size += list.length
    this.size = size
  }

  /** A word, and where others may be meant in passages that do not have it, these as another one of its group. */
  static of(word: WordInLanguage, role: Role): AskedWord[] {
    const own = new AskedWord(word, role)
    if (word.matches.length === 0 || word.corrections.length === 0) return [own]
    own.instead = new AskedWord(word, role, own)
    return [own, own.instead]
  }

  /** The odds of its texts at most. */
  get inText(): number {
    let sum = 0
    for (const { most } of this.lists) sum += most
    return sum
  }

  /** True for a word that only its very form finds, where others may be meant instead: what counts is told passage by passage. */
  get isUncertain(): boolean {
    const { matches, corrections, exact } = this.word
    return corrections.length > 0 && matches.length === 0 && exact !== undefined
  }

  /** True for a word that adds nothing to any passage but by its very form. */
  get isNowhere(): boolean {
    return this.lists.length === 0 && this.beside === 0
  }

  /** Adds to some passages the odds of their texts, by place. @param ids Ascending. */
  addOdds(ids: Uint32Array, odds: Float64Array, count: number): void {
    for (const list of this.lists) addOdds(list, ids, odds, count)
    if (!this.own) return
    const own = new Float64Array(count)
    this.own.addOdds(ids, own, count)
    for (let i = 0; i < count; i++) if (own[i]! > 0) odds[i] = 0
  }

  /**
   * The odds of what stands beside some passages, as far as it counts for this word and not for what may be meant instead, by place.
   *
   * @param ids Ascending.
   * @param odds Of their texts, by this word.
   * @param into Room for as many, of which the first are filled.
   */
  besides(ids: Uint32Array, odds: Float64Array, into: Float64Array, count: number): void {
    into.fill(0, 0, count)
    this.word.context.addTo(into, ids, count)
    if (this.own) for (let i = 0; i < count; i++) if (odds[i] === 0) into[i] = 0
    if (!this.instead) return
    const meant = new Float64Array(count)
    this.instead.addOdds(ids, meant, count)
    for (let i = 0; i < count; i++) if (meant[i]! > 0) into[i] = 0
  }

  /** Adds to some passages what the very form adds, and that it is the word itself. @param ids Ascending. */
  addBonus(ids: Uint32Array, into: Float64Array, count = ids.length): void {
    const { exact, certainty } = this.word
    if (this.isMeant) return
    if (exact) addWhere(exact.list, exact.bonus, ids, into, count)
    if (certainty === 0) return
    const odds = new Float64Array(count)
    this.addOdds(ids, odds, count)
    for (let i = 0; i < count; i++) if (odds[i]! > 0) into[i]! += certainty
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

const NONE = new Uint32Array()

function weighted(matches: readonly Match[]): WeightedList[] {
  return matches.map(({ postings, weight }) => {
    const odds = weightedOdds(weight)
    return { list: postings, odds, most: odds[postings.low]! }
  })
}
