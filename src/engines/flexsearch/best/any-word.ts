import type { Budget } from '../../../search/budget.js'
import { bestPlaces, placesOf } from '../select.js'
import type { AskedWord } from './asked-word.js'
import { pick, picked } from './candidates.js'
import { findPassages } from './passages-of.js'
import { oddsOf } from './scored.js'

/** Of equal scores any will do here. */
const NO_IDS = new Uint32Array()

/** More than the order of additions changes of a score, and far less than anything that counts. */
const ROUNDING = 1e-9

/** What passages must reach to be among the best. */
export class Goal {
  /** The needed number of passages have so much, as far as sums can be trusted that are added up in different orders. */
  floor = Number.NEGATIVE_INFINITY

  /**
   * @param needed Number of passages looked for.
   * @param lift How many times as much a passage may be worth in the end.
   */
  constructor(
    readonly needed: number,
    private readonly lift: number,
  ) {}

  /** Passages that can be among the best have so much at least. */
  get least(): number {
    return this.floor / this.lift
  }

  /** Says that so many passages have so much. */
  raise(floor: number): void {
    this.floor = Math.max(this.floor, floor - ROUNDING)
  }

  /** Takes scores of different passages. Returns the places of the best of them. */
  offer(scores: Float64Array): number[] {
    if (scores.length < this.needed) return []
    const best = bestPlaces({ ids: NO_IDS, scores }, this.needed, placesOf(scores))
    this.raise(best.reduce((least, place) => Math.min(least, scores[place]!), Infinity))
    return best
  }
}

/** What is looked for. */
export interface Search {
  /** The words of the query, by language. */
  languages: readonly (readonly AskedWord[])[]
  goal: Goal
  /** What else a hit must be; null for nothing. */
  passes: ((id: number) => boolean) | null
  budget?: Budget | undefined
  /** Whole scores of some passages of a language, given ascending. */
  score(ids: Uint32Array, language: number): Float64Array
}

/**
 * The passages that may be among the best, by language: all others are worth less than those (MaxScore: Turtle and Flood 1995). One word
 * after the other is gone through, the one that may add most first. A passage is taken up if it can still get far enough by this word and
 * those that come after it, and dropped once it cannot any more; and how far is far enough rises with each word.
 */
export function collectBest(search: Search): Uint32Array[] {
  return search.languages.map((words, language) => new Collector(words, language, search).collect())
}

/** Where fewer passages are left, all are scored sooner than some of them twice. */
const FEW = 500

class Collector {
  /** Ascending. */
  private ids: Uint32Array = new Uint32Array()
  /** What the words so far say of each, but for their forms and their nearness. */
  private sums: Float64Array = new Float64Array()
  /** The same, with forms and nearness as good as can be. */
  private most: Float64Array = new Float64Array()
  /** The word that may add most first. */
  private readonly words: readonly AskedWord[]

  constructor(
    words: readonly AskedWord[],
    private readonly language: number,
    private readonly search: Search,
  ) {
    this.words = [...words].sort((a, b) => mostOf(b) - mostOf(a))
  }

  collect(): Uint32Array {
    const { budget, goal } = this.search
    let rest = this.words.reduce((sum, word) => sum + mostOf(word), 0)
    for (const [place, word] of this.words.entries()) {
      rest -= mostOf(word)
      const before = this.words.slice(0, place).filter(({ beside }) => beside > 0)
      const beside = before.reduce((sum, other) => sum + other.score(other.beside), 0)
      if (mayFind(word) && mostOf(word) + beside + rest >= goal.least) {
        if (budget && !budget.allows(word.size)) break
        this.takeUp(word, beside + rest, before)
      } else this.lookUp(word)
      this.raise()
      this.drop(rest)
    }
    return this.ids
  }

  /**
   * Adds a word to the passages that are there, and takes others up that have it and can get far enough with `more`.
   *
   * @param before Words that may stand beside these.
   */
  private takeUp(word: AskedWord, more: number, before: readonly AskedWord[]): void {
    const { goal, passes } = this.search
    const found = findPassages(word, goal, more + word.extra, passes)
    this.lookUp(word)
    const { ids, sums, most } = this
    const size = ids.length + found.ids.length
    const all = {
      ids: new Uint32Array(size),
      sums: new Float64Array(size),
      most: new Float64Array(size),
    }
    let count = 0
    let i = 0
    for (let j = 0; j <= found.ids.length; j++) {
      const id = j < found.ids.length ? found.ids[j]! : Infinity
      for (; i < ids.length && ids[i]! < id; i++, count++) {
        all.ids[count] = ids[i]!
        all.sums[count] = sums[i]!
        all.most[count] = most[i]!
      }
      if (j === found.ids.length || (i < ids.length && ids[i] === id)) continue
      const sum = found.scores[j]! + besidesIn(before, id)
      all.ids[count] = id
      all.sums[count] = sum
      all.most[count++] = sum + word.extra
    }
    this.ids = all.ids.subarray(0, count)
    this.sums = all.sums.subarray(0, count)
    this.most = all.most.subarray(0, count)
  }

  /** Adds a word to the passages that are there. */
  private lookUp(word: AskedWord): void {
    const { ids, sums, most } = this
    if (ids.length === 0) return
    const odds = oddsOf(word, ids)
    const scores = scoresOf(word, ids, odds)
    for (let i = 0; i < ids.length; i++) {
      sums[i]! += scores[i]!
      most[i]! += odds[i] === 0 ? scores[i]! : scores[i]! + word.extra
    }
  }

  /** Raises the goal to what the best passages so far are worth. */
  private raise(): void {
    const { ids, sums } = this
    const { goal, score } = this.search
    const best = goal.offer(sums)
    if (best.length === goal.needed && ids.length >= FEW)
      goal.offer(score(picked(ids, Uint32Array.from(best).sort()), this.language))
  }

  /** Drops the passages that cannot get far enough with `more`. */
  private drop(more: number): void {
    const least = this.search.goal.least - more
    const { ids, sums, most } = this
    const places = placesOf(ids, (place) => most[place]! >= least)
    if (places.length === ids.length) return
    this.ids = picked(ids, places)
    this.sums = pick(sums, places)
    this.most = pick(most, places)
  }
}

/** What a word adds to a passage at most. */
function mostOf(word: AskedWord): number {
  const inText = word.lists.reduce((sum, { most }) => sum + most, 0)
  return word.score(inText + word.beside) + (inText > 0 ? word.extra : 0)
}

function mayFind({ role, lists }: AskedWord): boolean {
  return role.finding && lists.length > 0
}

/** What a word adds to a passage whose text does not have it. */
function besideIn(word: AskedWord, id: number): number {
  return word.beside === 0 ? 0 : word.score(word.word.context.of(id))
}

function besidesIn(words: readonly AskedWord[], id: number): number {
  let sum = 0
  for (const word of words) sum += besideIn(word, id)
  return sum
}

function scoresOf(word: AskedWord, ids: Uint32Array, odds: Float64Array): Float64Array {
  const { context, idf } = word.word
  const scores = new Float64Array(ids.length)
  for (let i = 0; i < ids.length; i++) {
    const x = word.beside === 0 ? odds[i]! : odds[i]! + context.of(ids[i]!)
    scores[i] = (idf * x) / (1 + x)
  }
  return scores
}
