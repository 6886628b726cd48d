import type { Budget } from '../../../search/budget.js'
import { SLOT_ODDS } from '../bm25.js'
import { heapify, sink } from '../heap.js'
import type { BlockList } from '../lists/block-list.js'
import type { AskedWord, WeightedList } from './asked-word.js'
import { type Collected, collect, merge, without } from './candidates.js'

/** Slots of a list. */
const SLOTS = SLOT_ODDS.length

/** The best scores so far: what a passage must reach to be among the best. */
export class Goal {
  /** The lowest at the root. */
  private readonly best: number[] = []
  private floor = Number.NEGATIVE_INFINITY

  /**
   * @param needed Number of passages looked for.
   * @param margin A passage that stays below this cannot come before those that reach `least`.
   */
  constructor(
    readonly needed: number,
    private readonly margin: (least: number) => number,
  ) {}

  /** Passages that can be among the best have so much at least. */
  get least(): number {
    return this.margin(this.floor)
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
interface Entry extends WeightedList {
  language: number
  asked: AskedWord
}

/**
 * Collects the passages that may be among the best: all others are worth less than those, whatever else the query says of
 * them (MaxScore: Turtle and Flood 1995). Lists are gone through one by one, the best first. Of each, only the passages are taken that can
 * still get far enough by this list, and by those that come after it; and how far is far enough rises with each list.
 *
 * @param languages The words of the query, by language.
 * @param passes What else a hit must be; null for nothing.
 * @param score Scores passages of a language, but for what the very forms of the words add.
 */
export function collectBest(
  languages: readonly (readonly AskedWord[])[],
  goal: Goal,
  passes: ((id: number) => boolean) | null,
  score: (ids: Uint32Array, language: number) => { scores: Float64Array },
  budget?: Budget,
): void {
  const found: Uint32Array[] = languages.map(() => new Uint32Array())
  const open = new OpenLists(languages)
  for (const entry of entriesOf(languages)) {
    const { list, language } = entry
    open.close(entry)
    const bound = open.boundsOf(entry)
    const limit = slotLimit(bound, goal)
    if (limit < list.low) continue
    if (budget && !budget.allows(list.length)) return
    const own = passes ? passing(collect(list, limit), passes) : collect(list, limit)
    raise(goal, own, entry)
    const ids = without(upTo(own, slotLimit(bound, goal)), found[language]!)
    if (ids.length === 0) continue
    found[language] = merge(found[language]!, ids)
    goal.offer(score(ids, language).scores)
  }
}

/** All lists that find passages, the one with the highest score first. */
function entriesOf(languages: readonly (readonly AskedWord[])[]): Entry[] {
  const entries = languages.flatMap((words, language) =>
    words
      .filter(({ role }) => role.finding)
      .flatMap((asked) => asked.lists.map((list) => ({ ...list, language, asked }))),
  )
  return entries.sort((a, b) => b.asked.score(b.most) - a.asked.score(a.most))
}

/** The lists that have not been gone through: what they may still add. */
class OpenLists {
  private readonly open: Set<BlockList>

  constructor(private readonly languages: readonly (readonly AskedWord[])[]) {
    this.open = new Set(languages.flat().flatMap(({ lists }) => lists.map(({ list }) => list)))
  }

  close({ list }: Entry): void {
    this.open.delete(list)
  }

  /** By slot: what a passage of a list that no list before has can reach at most. */
  boundsOf({ asked, weight, language }: Entry): Float64Array {
    let others = 0
    for (const other of this.languages[language]!) if (other !== asked) others += this.most(other)
    const more = this.odds(asked)
    return SLOT_ODDS.map((odds) => asked.score(weight * odds + more) + asked.bonus + others)
  }

  private most(asked: AskedWord): number {
    const odds = this.odds(asked)
    return odds === 0 ? 0 : asked.score(odds) + asked.bonus
  }

  /** What a word may still have in a passage, as odds. */
  private odds({ lists, word }: AskedWord): number {
    let odds = word.context.most
    for (const { list, most } of lists) if (this.open.has(list)) odds += most
    return odds
  }
}

/** The last slot that is good enough; -1 where none is. */
function slotLimit(bounds: Float64Array, goal: Goal): number {
  const { least } = goal
  let slot = SLOTS - 1
  while (slot >= 0 && bounds[slot]! < least) slot--
  return slot
}

/** Raises the goal to what the needed number of passages have by one list alone. */
function raise(goal: Goal, { slots }: Collected, { asked, weight }: Entry): void {
  if (slots.length < goal.needed) return
  const counts = new Uint32Array(SLOTS)
  for (let i = 0; i < slots.length; i++) counts[slots[i]!]!++
  let slot = 0
  for (let sum = counts[0]!; sum < goal.needed; sum += counts[slot]!) slot++
  goal.raise(asked.score(weight * SLOT_ODDS[slot]!))
}

function passing(own: Collected, passes: (id: number) => boolean): Collected {
  return choose(own, (i) => passes(own.ids[i]!))
}

function upTo(own: Collected, limit: number): Uint32Array {
  return choose(own, (i) => own.slots[i]! <= limit).ids
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
