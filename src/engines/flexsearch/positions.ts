import type { Budget } from '../../search/budget.js'
import { addWhere } from './best/look-up.js'
import { merge, picked } from './best/passage-sets.js'
import type { OccurrenceList } from './lists/occurrence-list.js'
import { placesOf } from './select.js'

/** A word by its forms. */
type Forms = readonly OccurrenceList[]

/** Where a word stands in some passages, by their place: `positions[starts[place]]` to before `positions[starts[place + 1]]`, in no order. */
export interface Positions {
  starts: Uint32Array
  positions: Uint32Array
}

const NONE = new Uint32Array()

/**
 * How often words stand next to each other in the order given, by passage; at least once. First the passages that have all of them are
 * found, of the words only where each of these may be: the word in the fewest passages is gone through, and looked up in the lists of the
 * others. Positions are read of what is left.
 */
export function countAdjacent(
  words: readonly Forms[],
  budget?: Budget,
): { ids: Uint32Array; counts: Uint32Array } {
  const passages = passagesOfAll(words, budget)
  if (budget && !budget.allows(passages.length * words.length)) return { ids: NONE, counts: NONE }
  const positions = words.map((forms) => positionsIn(passages, forms))
  const counts = new Uint32Array(passages.length)
  for (let place = 0; place < counts.length; place++) counts[place] = countAt(place, positions)
  const places = placesOf(counts, (place) => counts[place]! > 0)
  return { ids: picked(passages, places), counts: picked(counts, places) }
}

/** The passages that have a form of every word, ascending; of the rarest word, as many forms as the budget allows. */
function passagesOfAll(words: readonly Forms[], budget: Budget | undefined): Uint32Array {
  const [rarest, ...others] = [...words].sort((a, b) => lengthOf(a) - lengthOf(b)) as [
    Forms,
    ...Forms[],
  ]
  const lists: Uint32Array[] = []
  for (const form of rarest) {
    if (budget && !budget.allows(form.length)) break
    lists.push(form.list.readAll().passages)
  }
  let passages = lists.length === 0 ? NONE : lists.reduce(merge)
  for (const forms of others) {
    if (budget && !budget.allows(passages.length * forms.length)) return NONE
    const found = new Float64Array(passages.length)
    for (const { list } of forms) addWhere(list, 1, passages, found)
    passages = picked(
      passages,
      placesOf(passages, (place) => found[place]! > 0),
    )
  }
  return passages
}

function lengthOf(forms: Forms): number {
  return forms.reduce((sum, { length }) => sum + length, 0)
}

/** Where any of some forms stands. @param passages Ascending. */
export function positionsIn(passages: Uint32Array, forms: Forms): Positions {
  const starts = new Uint32Array(passages.length + 1)
  const places: number[] = []
  const found: number[] = []
  for (const form of forms)
    form.positionsIn(passages, (place, position) => {
      starts[place + 1]!++
      places.push(place)
      found.push(position)
    })
  for (let place = 0; place < passages.length; place++) starts[place + 1]! += starts[place]!
  const next = starts.slice()
  const positions = new Uint32Array(found.length)
  for (let i = 0; i < found.length; i++) positions[next[places[i]!]!++] = found[i]!
  return { starts, positions }
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
