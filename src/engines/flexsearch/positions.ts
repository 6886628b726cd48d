import type { FormPositions } from './lists/occurrence-list.js'

/** How often words stand next to each other in the order given, by passage; at least once. */
export function countAdjacent(words: readonly FormPositions[]): Map<number, number> {
  const counts = new Map<number, number>()
  const rarest = words.reduce((a, b) => (b.ids.length < a.ids.length ? b : a))
  const places = words.map(() => 0)
  for (const id of rarest.ids) {
    if (!advanceTo(id, words, places)) continue
    const count = countInPassage(words, places)
    if (count > 0) counts.set(id, count)
  }
  return counts
}

/** Moves every word's place to the passage; false where a word does not have it. */
function advanceTo(id: number, words: readonly FormPositions[], places: number[]): boolean {
  for (let w = 0; w < words.length; w++) {
    const { ids } = words[w]!
    const place = lowerBound(ids, id, places[w]!, ids.length)
    places[w] = place
    if (ids[place] !== id) return false
  }
  return true
}

// Runs for every passage that has all words: plain loops, nothing allocated.
function countInPassage(words: readonly FormPositions[], places: readonly number[]): number {
  const { positions, starts } = words[0]!
  let count = 0
  for (let i = starts[places[0]!]!; i < starts[places[0]! + 1]!; i++)
    if (continuesAt(positions[i]!, words, places)) count++
  return count
}

/** True if the second word stands right after a position, the third after that, and so on. */
function continuesAt(
  position: number,
  words: readonly FormPositions[],
  places: readonly number[],
): boolean {
  for (let w = 1; w < words.length; w++) {
    const { positions, starts } = words[w]!
    const end = starts[places[w]! + 1]!
    const place = lowerBound(positions, position + w, starts[places[w]!]!, end)
    if (place === end || positions[place] !== position + w) return false
  }
  return true
}

/** The first place at or after `low` whose number is not below `wanted`; steps that double, then halve. */
function lowerBound(numbers: Uint32Array, wanted: number, low: number, high: number): number {
  let step = 1
  let from = low
  while (from + step < high && numbers[from + step]! < wanted) {
    from += step
    step *= 2
  }
  let to = Math.min(high, from + step + 1)
  while (from < to) {
    const middle = (from + to) >>> 1
    if (numbers[middle]! < wanted) from = middle + 1
    else to = middle
  }
  return from
}

/** The positions of any of several forms. */
export function merged(lists: readonly FormPositions[]): FormPositions {
  if (lists.length === 1) return lists[0]!
  const byPassage = new Map<number, number[]>()
  for (const { ids, starts, positions } of lists)
    for (let i = 0; i < ids.length; i++) {
      const own = positions.subarray(starts[i]!, starts[i + 1]!)
      byPassage.set(ids[i]!, [...(byPassage.get(ids[i]!) ?? []), ...own])
    }
  const ids = Uint32Array.from(byPassage.keys()).sort()
  const starts = new Uint32Array(ids.length + 1)
  for (let i = 0; i < ids.length; i++) starts[i + 1] = starts[i]! + byPassage.get(ids[i]!)!.length
  const positions = new Uint32Array(starts[ids.length]!)
  for (let i = 0; i < ids.length; i++)
    positions.set(
      byPassage.get(ids[i]!)!.sort((a, b) => a - b),
      starts[i]!,
    )
  return { ids, starts, positions }
}
