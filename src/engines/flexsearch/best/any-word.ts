import type { Budget } from '../../../search/budget.js'
import { SLOT_ODDS } from '../bm25.js'
import { heapify, sink } from '../heap.js'
import { placesOf } from '../select.js'
import type { AskedWord, WeightedList } from './asked-word.js'
import { type Collected, collect, merge, pick, picked, without } from './candidates.js'
import { oddsOf } from './scored.js'

/** Slots of a list. */
const SLOTS = SLOT_ODDS.length

/** The best scores so far: what a passage must reach to be among the best. */
export class Goal {
  /** The lowest at the root. */
  private readonly best: number[] = []
  /** The needed number of passages have so much. */
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

  /** Says that the needed number of passages have so much. */
  raise(floor: number): void {
    this.floor = Math.max(this.floor, floor)
  }

  /** Takes scores of passages that were not offered before. */
  offer(scores: Float64Array): void {
    const { best, needed } = this
    for (let i = 0; i < scores.length; i++) {
      const score = scores[i]!
      if (score <= this.floor) continue
      if (best.length < needed) {
        best.push(score)
        if (best.length < needed) continue
        heapify(best, lowest)
      } else if (score > best[0]!) {
        best[0] = score
        sink(best, needed, 0, lowest)
      }
      this.raise(best[0]!)
    }
  }
}

const lowest = (a: number, b: number) => a < b

/** A list of a word, in the passages of one language. */
interface Entry {
  language: number
  asked: AskedWord
  own: WeightedList
}

/** What is looked for. */
export interface Search {
  /** The words of the query, by language. */
  languages: readonly (readonly AskedWord[])[]
  goal: Goal
  /** What else a hit must be; null for nothing. */
  passes: ((id: number) => boolean) | null
  /** What passages may have besides, where several words are near each other. */
  nearness: number
  budget?: Budget | undefined
}

/**
 * Collects the passages that may be among the best: all others are worth less than those, whatever else the query says of
 * them (MaxScore: Turtle and Flood 1995). Lists are gone through one by one, the best first. Of each, only the passages are taken that can
 * still get far enough by this list, and by those that come after it; and how far is far enough rises with each list.
 *
 * @param score Scores passages of a language, but for what the very forms of the words add.
 */
export function collectBest(
  search: Search,
  score: (ids: Uint32Array, language: number) => { scores: Float64Array },
): void {
  const { languages, goal, passes, budget } = search
  const found: Uint32Array[] = languages.map(() => new Uint32Array())
  const open = new OpenLists(search)
  for (const entry of entriesOf(languages)) {
    const {
      own: { list },
      language,
    } = entry
    open.close(entry)
    const bounds = open.boundsOf(entry)
    const limit = slotLimit(bounds, goal)
    if (limit < list.low) continue
    if (budget && !budget.allows(list.length)) return
    const all = passes ? passing(collect(list, limit), passes) : collect(list, limit)
    raise(goal, all, entry)
    const ids = open.narrow(entry, upTo(all, slotLimit(bounds, goal)), bounds)
    const others = without(ids, found[language]!)
    if (others.length === 0) continue
    found[language] = merge(found[language]!, others)
    goal.offer(score(others, language).scores)
  }
}

/** All lists that find passages, the one with the highest score first. */
function entriesOf(languages: readonly (readonly AskedWord[])[]): Entry[] {
  const entries = languages.flatMap((words, language) =>
    words
      .filter(({ role }) => role.finding)
      .flatMap((asked) => asked.lists.map((own) => ({ language, asked, own }))),
  )
  return entries.sort((a, b) => b.asked.score(b.own.most) - a.asked.score(a.own.most))
}

/** The lists that have not been gone through: what they may still add. */
class OpenLists {
  /** One of a word: two words may have the same list. */
  private readonly open: Set<WeightedList>

  constructor(private readonly search: Search) {
    const words = search.languages.flat()
    this.open = new Set(words.flatMap(({ lists }) => lists))
  }

  close({ own }: Entry): void {
    this.open.delete(own)
  }

  /** By slot: what a passage of a list that no list before has can reach at most. */
  boundsOf(entry: Entry): Float64Array {
    const {
      asked,
      own: { weight },
    } = entry
    const others = this.mostOf(this.others(entry))
    const more = this.odds(asked)
    return SLOT_ODDS.map((odds) => asked.score(weight * odds + more) + asked.bonus + others)
  }

  /**
   * Of such passages, those that can still get far enough once it is known which of the other words they have. One word after
   * the other is looked up, the one that may add most first, in fewer and fewer passages.
   */
  narrow(entry: Entry, { ids, slots }: Collected, bounds: Float64Array): Uint32Array {
    const { goal } = this.search
    const others = this.others(entry)
    if (others.length === 0 || goal.least === Number.NEGATIVE_INFINITY) return ids
    let left: Uint32Array = ids
    let reached: Float64Array = new Float64Array(ids.length)
    for (let place = 0; place < ids.length; place++) reached[place] = bounds[slots[place]!]!
    for (const other of others) {
      if (left.length === 0) break
      const most = this.most(other)
      const odds = oddsOf(other, left)
      const places = placesOf(left, (place) => {
        reached[place]! += mostWith(odds[place]!, other) - most
        return reached[place]! >= goal.least
      })
      left = picked(left, places)
      reached = pick(reached, places)
    }
    return left
  }

  /** The other words of the language that have open lists, the one that may add most first. */
  private others({ asked, language }: Entry): AskedWord[] {
    return this.search.languages[language]!.filter(
      (other) => other !== asked && this.odds(other) > 0,
    ).sort((a, b) => this.most(b) - this.most(a))
  }

  private mostOf(words: readonly AskedWord[]): number {
    const nearness = words.length > 0 ? this.search.nearness : 0
    return words.reduce((sum, word) => sum + this.most(word), nearness)
  }

  private most(asked: AskedWord): number {
    return asked.score(this.odds(asked)) + asked.bonus
  }

  /** What a word may still have in a passage, as odds. */
  private odds({ lists, word }: AskedWord): number {
    let odds = word.context.most
    for (const list of lists) if (this.open.has(list)) odds += list.most
    return odds
  }
}

/** What a word adds at most to a passage whose text has so much of it. */
function mostWith(odds: number, asked: AskedWord): number {
  const beside = asked.word.context.most
  if (odds === 0) return beside === 0 ? 0 : asked.score(beside)
  return asked.score(odds + beside) + asked.bonus
}

/** The last slot that is good enough; -1 where none is. */
function slotLimit(bounds: Float64Array, goal: Goal): number {
  const { least } = goal
  let slot = SLOTS - 1
  while (slot >= 0 && bounds[slot]! < least) slot--
  return slot
}

/** Raises the goal to what the needed number of passages have by one list alone. */
function raise(goal: Goal, { slots }: Collected, { asked, own }: Entry): void {
  if (slots.length < goal.needed) return
  const counts = new Uint32Array(SLOTS)
  for (let i = 0; i < slots.length; i++) counts[slots[i]!]!++
  let slot = 0
  for (let sum = counts[0]!; sum < goal.needed; sum += counts[slot]!) slot++
  goal.raise(asked.score(own.weight * SLOT_ODDS[slot]!))
}

function passing(own: Collected, passes: (id: number) => boolean): Collected {
  return choose(own, (i) => passes(own.ids[i]!))
}

function upTo(own: Collected, limit: number): Collected {
  return choose(own, (i) => own.slots[i]! <= limit)
}

function choose({ ids, slots }: Collected, stays: (i: number) => boolean): Collected {
  let count = 0
  const kept = { ids: new Uint32Array(ids.length), slots: new Uint8Array(ids.length) }
  for (let i = 0; i < ids.length; i++)
    if (stays(i)) {
      kept.ids[count] = ids[i]!
      kept.slots[count++] = slots[i]!
    }
  return { ids: kept.ids.subarray(0, count), slots: kept.slots.subarray(0, count) }
}
