import type { Budget } from '../../../search/budget.js'
import { RESOLUTION } from '../bm25.js'
import type { AskedWord, WeightedList } from './asked-word.js'
import { Candidates } from './candidates.js'
import { Found } from './found.js'
import type { Goal } from './goal.js'
import { addOdds } from './look-up.js'
import { slotOfMany } from './slot-of-many.js'

/** What is looked for. */
export interface Search {
  goal: Goal
  /** Passages that are known already, ascending. */
  known: Uint32Array
  /** What it is worth to match all counted words, more than what any passage has otherwise; 0 where those that do are known. */
  bonus: number
  /** What else a hit must be; null for nothing. */
  passes: ((id: number) => boolean) | null
  budget?: Budget | undefined
}

/**
 * The passages of a language that may be among the best: all others are worth less than those (MaxScore: Turtle and Flood 1995). The word
 * that may add most is gone through first. A passage that has it is taken up if it can get far enough by this word and those to come,
 * looked up in all of these, and dropped once it cannot any more. How far is far enough, that the best of these tell; and so on with
 * the next word, until those that are left do not get a passage far enough. Passages with all counted words are among those that have the first
 * of these.
 */
export function collectBest(words: readonly AskedWord[], search: Search): Uint32Array {
  return new Collector(words, search).collect()
}

/** A list that passages are taken up from. */
interface TakenList {
  word: AskedWord
  list: WeightedList
  /**
   * The word's lists to come. A passage that is in one before has been taken up, or cannot get far enough with what all lists say of it.
   */
  toCome: readonly WeightedList[]
  /** The odds, at most, of what the word stands beside; 0 where those passages have been taken up already. */
  beside: number
  /** What the words to come may add. */
  rest: number
}

// Filled by one search at a time, from its beginning to its end.
const kept = new Candidates()
const batch = new Candidates()
const found = new Found()

class Collector {
  /** The word that may add most first; those that find nothing last, and before them those that are not counted, where that matters. */
  private readonly words: readonly AskedWord[]
  /** What passages that are taken up may be worth for matching all counted words. */
  private bonus: number

  constructor(
    words: readonly AskedWord[],
    private readonly search: Search,
  ) {
    this.bonus = search.bonus
    this.words = [...words].sort(
      (a, b) =>
        Number(b.mayFind) - Number(a.mayFind) ||
        (search.bonus > 0 ? Number(b.role.counted) - Number(a.role.counted) : 0) ||
        b.most - a.most,
    )
  }

  collect(): Uint32Array {
    const { budget, goal } = this.search
    kept.count = 0
    let rest = sumOf(this.words, ({ most }) => most)
    for (const [place, word] of this.words.entries()) {
      rest -= word.most
      if (!word.mayFind || word.most + rest + this.bonus < goal.least) break
      if (budget && !budget.allows(word.size)) break
      batch.count = 0
      const others = this.words.slice(place + 1)
      const isLast = !others.some(({ mayFind }) => mayFind)
      this.takeUp(word, rest, isLast)
      this.lookUp(others, rest)
      if (this.bonus > 0) batch.addWhole(this.bonus)
      this.bonus = 0
      batch.addForms([word, ...others])
      goal.settle(batch.sums.subarray(0, batch.count))
      batch.drop(goal.least)
      kept.join(batch)
      kept.drop(goal.least)
    }
    const ids = kept.ids.slice(0, kept.count)
    for (const each of [kept, batch, found]) each.clear()
    return ids
  }

  /**
   * Takes passages up that have a word and can get far enough. First those that it stands beside: so that nothing stands beside the
   * others, and they are left out by their slots alone. Not so for the last word that makes a passage a hit: what it only stands beside is none, or
   * was taken up with another word.
   *
   * @param rest What the words to come may add.
   */
  private takeUp(word: AskedWord, rest: number, isLast: boolean): void {
    const { goal, known, passes } = this.search
    if (word.beside > 0 && !isLast) {
      found.takeBeside(word)
      found.leaveOut(kept.ids, kept.count)
      found.leaveOut(known, known.length)
      if (passes) found.keep(passes)
      batch.takeUp(found, this.bonus)
      batch.lookUp(word)
      batch.drop(goal.least - rest)
    }
    const beside = isLast ? word.beside : 0
    // The longest list last: most of its passages are in no other, and are left out by their slots alone.
    const lists = [...word.lists].sort((a, b) => a.list.length - b.list.length)
    for (const list of lists) this.raise(word, list)
    for (const [place, list] of lists.entries()) {
      const toCome = lists.slice(place + 1)
      this.takeUpList({ word, list, toCome, beside, rest })
      if (toCome.length > 0) goal.offer(batch.sums, batch.count)
    }
  }

  /** Raises the goal to what the last of the needed passages has that are best by a list alone. */
  private raise(word: AskedWord, { list, odds }: WeightedList): void {
    const { goal, passes } = this.search
    if (passes || word.score(odds[list.low]!) <= goal.floor) return
    const worst = slotOfMany(list, goal.needed)
    if (worst >= 0) goal.raise(word.score(odds[worst]!))
  }

  private takeUpList({ word, list, toCome, beside, rest }: TakenList): void {
    const { goal, known, passes } = this.search
    const more = sumOf(toCome, ({ most }) => most) + beside
    const most = (slot: number) =>
      word.score(list.odds[slot]! + more) + word.bonus + rest + this.bonus
    const last = lastSlot(most, goal.least)
    if (last < list.list.low) return
    found.take(list, last)
    found.leaveOut(batch.ids, batch.count)
    found.leaveOut(kept.ids, kept.count)
    found.leaveOut(known, known.length)
    found.leaveOut(word.without, word.without.length)
    if (passes) found.keep(passes)
    for (const other of toCome) addOdds(other, found.ids, found.odds, found.count)
    if (beside > 0) word.word.context.addTo(found.odds, found.ids, found.count)
    const extra = word.bonus + this.bonus
    found.toScores(word, goal.least - extra - rest)
    batch.takeUp(found, extra)
  }

  /** Adds the words to come to those that were taken up. @param all What these may add. */
  private lookUp(words: readonly AskedWord[], all: number): void {
    const { goal } = this.search
    let rest = all
    for (const word of words) {
      batch.drop(goal.least - rest)
      batch.lookUp(word, word.role.counted ? this.bonus : 0)
      goal.offer(batch.sums, batch.count)
      rest -= word.most
    }
    batch.drop(goal.least)
  }
}

/** The last slot that may be worth so much; -1 for none. */
function lastSlot(most: (slot: number) => number, least: number): number {
  let low = -1
  let high = RESOLUTION - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (most(middle) >= least) low = middle
    else high = middle - 1
  }
  return low
}

function sumOf<Each>(all: readonly Each[], count: (each: Each) => number): number {
  let sum = 0
  for (const each of all) sum += count(each)
  return sum
}
