import { SLOT_ODDS } from '../bm25.js'
import { placesOf } from '../select.js'
import type { Goal } from './any-word.js'
import type { AskedWord, WeightedList } from './asked-word.js'
import { pick, picked } from './candidates.js'

/** Passages, ascending, with what a word adds to the score of each. */
interface FoundPassages {
  ids: Uint32Array
  scores: Float64Array
}

/**
 * The passages whose text has a word, and that can get far enough with `more`. Raises the goal to what the best of them have by this word.
 *
 * @param passes What else a hit must be; null for nothing.
 */
export function findPassages(
  word: AskedWord,
  goal: Goal,
  more: number,
  passes: ((id: number) => boolean) | null,
): FoundPassages {
  const [list, ...others] = word.lists
  const found =
    others.length === 0 ? inList(word, list!, goal, more, passes) : inLists(word, goal, passes)
  const least = goal.least - more
  const { ids, scores } = found
  const places = placesOf(
    ids,
    (place) => scores[place]! >= least && (!passes || passes(ids[place]!)),
  )
  return { ids: picked(ids, places), scores: pick(scores, places) }
}

/** By one list: what a slot is worth is worked out once, and most passages are left out by their slot. */
function inList(
  word: AskedWord,
  { list, weight }: WeightedList,
  goal: Goal,
  more: number,
  passes: ((id: number) => boolean) | null,
): FoundPassages {
  const { passages, payloads } = list.readAll()
  const odds = SLOT_ODDS.map((each) => weight * each)
  if (!passes) raiseBySlots(goal, payloads, (slot) => word.score(odds[slot]!))
  const least = goal.least - more
  const isEnough = Uint8Array.from(odds, (each) => Number(word.score(each + word.beside) >= least))
  const places = placesOf(passages, (place) => isEnough[payloads[place]!] === 1)
  const { context, idf } = word.word
  const ids = picked(passages, places)
  const scores = new Float64Array(ids.length)
  for (let i = 0; i < ids.length; i++) {
    const inText = odds[payloads[places[i]!]!]!
    const x = word.beside === 0 ? inText : inText + context.of(ids[i]!)
    scores[i] = (idf * x) / (1 + x)
  }
  return { ids, scores }
}

/** Raises the goal to what the needed number of passages have by their slots. */
function raiseBySlots(goal: Goal, slots: Uint8Array, scoreOf: (slot: number) => number): void {
  if (slots.length < goal.needed) return
  const counts = new Uint32Array(SLOT_ODDS.length)
  for (let i = 0; i < slots.length; i++) counts[slots[i]!]!++
  let slot = 0
  for (let sum = counts[0]!; sum < goal.needed; sum += counts[slot]!) slot++
  goal.raise(scoreOf(slot))
}

/** By several lists, whose evidence adds up. */
function inLists(
  word: AskedWord,
  goal: Goal,
  passes: ((id: number) => boolean) | null,
): FoundPassages {
  const { ids, odds } = word.lists.map(read).reduce(added)
  const { context, idf } = word.word
  for (let i = 0; i < ids.length; i++) {
    const x = word.beside === 0 ? odds[i]! : odds[i]! + context.of(ids[i]!)
    odds[i] = (idf * x) / (1 + x)
  }
  if (!passes) goal.offer(odds)
  return { ids, scores: odds }
}

interface Evidence {
  ids: Uint32Array
  odds: Float64Array
}

function read({ list, weight }: WeightedList): Evidence {
  const { passages, payloads } = list.readAll()
  const odds = new Float64Array(passages.length)
  for (let i = 0; i < odds.length; i++) odds[i] = weight * SLOT_ODDS[payloads[i]!]!
  return { ids: passages, odds }
}

function added(a: Evidence, b: Evidence): Evidence {
  const ids = new Uint32Array(a.ids.length + b.ids.length)
  const odds = new Float64Array(ids.length)
  let count = 0
  for (let i = 0, j = 0; i < a.ids.length || j < b.ids.length; count++) {
    const one = i < a.ids.length ? a.ids[i]! : Infinity
    const other = j < b.ids.length ? b.ids[j]! : Infinity
    ids[count] = Math.min(one, other)
    if (one <= other) odds[count]! += a.odds[i++]!
    if (other <= one) odds[count]! += b.odds[j++]!
  }
  return { ids: ids.subarray(0, count), odds: odds.subarray(0, count) }
}
