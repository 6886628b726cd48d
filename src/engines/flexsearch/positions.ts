import type { Budget } from '../../search/budget.js'
import type { OccurrenceList } from './lists/occurrence-list.js'

/** Where a word stands in some passages, by their place; in no order. */
type Positions = (readonly number[])[]

const NOWHERE = { ids: new Uint32Array(0), counts: [] }

/**
 * How often words stand next to each other in the order given, by passage; at least once. Of each word only the passages
 * are looked at that the rarer ones have left over.
 *
 * @param words Each by its forms.
 */
export function countAdjacent(
  words: readonly (readonly OccurrenceList[])[],
  budget?: Budget,
): { ids: Uint32Array; counts: number[] } {
  const [rarest, ...others] = [...words.keys()].sort(
    (a, b) => lengthOf(words[a]!) - lengthOf(words[b]!),
  )
  const positions: Positions[] = words.map(() => [])
  let { passages, found } = everywhere(words[rarest!]!, budget)
  positions[rarest!] = found
  for (const word of others) {
    if (budget && !budget.allows(passages.length * words[word]!.length)) return NOWHERE
    found = positionsIn(words[word]!, passages)
    positions[word] = found
    const left = [...found.keys()].filter((place) => found[place]!.length > 0)
    passages = Uint32Array.from(left, (place) => passages[place]!)
    for (const [i, own] of positions.entries())
      if (own.length > 0) positions[i] = left.map((place) => own[place]!)
  }
  const counts = Array.from(passages, (_, place) => countAt(place, positions))
  return {
    ids: passages.filter((_, place) => counts[place]! > 0),
    counts: counts.filter((count) => count > 0),
  }
}

function lengthOf(forms: readonly OccurrenceList[]): number {
  return forms.reduce((sum, { length }) => sum + length, 0)
}

/** The passages that have one of some forms, ascending, and where; of as many forms as the budget allows. */
function everywhere(forms: readonly OccurrenceList[], budget: Budget | undefined) {
  const byPassage = new Map<number, number[]>()
  for (const form of forms) {
    if (budget && !budget.allows(form.length)) break
    const { ids, starts, positions } = form.positions()
    for (let i = 0; i < ids.length; i++) {
      const own = positions.subarray(starts[i]!, starts[i + 1]!)
      byPassage.set(ids[i]!, [...(byPassage.get(ids[i]!) ?? []), ...own])
    }
  }
  const passages = Uint32Array.from(byPassage.keys()).sort()
  const found: Positions = Array.from(passages, (id) => byPassage.get(id)!)
  return { passages, found }
}

function positionsIn(forms: readonly OccurrenceList[], passages: Uint32Array): Positions {
  const found: number[][] = Array.from(passages, () => [])
  for (const form of forms)
    form.positionsIn(passages, (place, position) => found[place]!.push(position))
  return found
}

/** How often the second word stands right after the first, the third after that, and so on. */
function countAt(place: number, positions: readonly Positions[]): number {
  let count = 0
  for (const start of positions[0]![place]!)
    if (positions.every((own, distance) => own[place]!.includes(start + distance))) count++
  return count
}
