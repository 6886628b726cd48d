import type { Budget } from '../../search/budget.js'
import { addWhere } from './best/look-up.js'
import { concatenated, merge, picked } from './best/passage-sets.js'
import type { InPieces } from './in-pieces.js'
import type { OccurrenceList } from './lists/occurrence-list.js'
import { PlacedPositions } from './lists/placed-positions.js'
import { placesOf } from './select.js'

/** A word by its forms. */
type Forms = readonly OccurrenceList[]

/** Passages that are looked at from one pause to the next, about: a millisecond for a phrase of two words. */
export const PASSAGES_AT_A_TIME = 4_096

/** How often words stand next to each other, by passage; at least once. Passages are ascending. */
export interface Adjacent {
  ids: Uint32Array
  counts: Uint32Array
}

/**
 * How often words stand next to each other in the order given. First the passages that have all of them are
 * found, of the words only where each of these may be: the word in the fewest passages is gone through, some of them at a time, and looked
 * up in the lists of the others. Positions are read of what is left. As far as the budget allows.
 */
export function* countAdjacent(words: readonly Forms[], budget?: Budget): InPieces<Adjacent> {
  const [rarest, ...others] = [...words].sort((a, b) => lengthOf(a) - lengthOf(b)) as [
    Forms,
    ...Forms[],
  ]
  const passages = yield* passagesOf(rarest, budget)
  const positions = words.map(() => new Positions())
  const found: Adjacent[] = []
  for (let start = 0; start < passages.length; start += PASSAGES_AT_A_TIME) {
    yield
    const some = passages.subarray(start, start + PASSAGES_AT_A_TIME)
    const both = passagesOfAll(some, others, budget)
    if (!both || (budget && !budget.allows(both.length * words.length))) break
    for (const [i, forms] of words.entries()) positions[i]!.read(both, forms)
    found.push(adjacentIn(both, positions))
  }
  return {
    ids: concatenated(found.map(({ ids }) => ids)),
    counts: concatenated(found.map(({ counts }) => counts)),
  }
}

function lengthOf(forms: Forms): number {
  return forms.reduce((sum, { length }) => sum + length, 0)
}

/** The passages that have a form of a word, ascending; of as many forms as the budget allows. */
function* passagesOf(forms: Forms, budget: Budget | undefined): InPieces<Uint32Array> {
  let passages: Uint32Array = new Uint32Array()
  for (const { length, list } of forms) {
    if (budget && !budget.allows(length)) break
    const own = list.readAll().passages
    passages = passages.length === 0 ? own : merge(passages, own)
    yield
  }
  return passages
}

/** Those of some passages that have a form of each of some words; undefined where the budget does not allow to look. */
function passagesOfAll(
  some: Uint32Array,
  words: readonly Forms[],
  budget: Budget | undefined,
): Uint32Array | undefined {
  let passages = some
  for (const forms of words) {
    if (budget && !budget.allows(passages.length * forms.length)) return undefined
    const found = new Float64Array(passages.length)
    for (const { list } of forms) addWhere(list, 1, passages, found)
    passages = picked(
      passages,
      placesOf(passages, (place) => found[place]! > 0),
    )
  }
  return passages
}

function adjacentIn(passages: Uint32Array, words: readonly Positions[]): Adjacent {
  const counts = new Uint32Array(passages.length)
  for (let place = 0; place < counts.length; place++) counts[place] = countAt(place, words)
  const places = placesOf(counts, (place) => counts[place]! > 0)
  return { ids: picked(passages, places), counts: picked(counts, places) }
}

/**
 * Where a word stands in some passages, by their place: `positions[starts[place]]` to before `positions[starts[place + 1]]`, in no order.
 * Read again for others.
 */
export class Positions {
  starts: Uint32Array = new Uint32Array()
  positions: Uint32Array = new Uint32Array()
  private readonly found = new PlacedPositions()
  private sorted: Uint32Array = new Uint32Array()

  /** @param passages Ascending. @param forms Of the word. */
  read(passages: Uint32Array, forms: Forms): void {
    const { found } = this
    found.clear()
    found.reserve(passages.length)
    for (const form of forms) form.positionsIn(passages, found)
    this.starts = startsOf(passages.length, found)
    this.positions = forms.length === 1 ? found.positions : this.inOrder()
  }

  /** Those of several forms, by passage. */
  private inOrder(): Uint32Array {
    const { places, positions, count } = this.found
    if (this.sorted.length < count) this.sorted = new Uint32Array(positions.length)
    const next = this.starts.slice()
    for (let i = 0; i < count; i++) this.sorted[next[places[i]!]!++] = positions[i]!
    return this.sorted
  }
}

function startsOf(passages: number, { places, count }: PlacedPositions): Uint32Array {
  const starts = new Uint32Array(passages + 1)
  for (let i = 0; i < count; i++) starts[places[i]! + 1]!++
  for (let place = 0; place < passages; place++) starts[place + 1]! += starts[place]!
  return starts
}

/** How often the second word stands right after the first, the third after that, and so on. */
function countAt(place: number, words: readonly Positions[]): number {
  const { starts, positions } = words[0]!
  let count = 0
  for (let i = starts[place]!; i < starts[place + 1]!; i++)
    if (follow(words, place, positions[i]!)) count++
  return count
}

/** True if every word after the first stands as far behind a position of it as it does in the phrase. */
function follow(words: readonly Positions[], place: number, first: number): boolean {
  for (let distance = 1; distance < words.length; distance++) {
    const { starts, positions } = words[distance]!
    const end = starts[place + 1]!
    let i = starts[place]!
    while (i < end && positions[i] !== first + distance) i++
    if (i === end) return false
  }
  return true
}
