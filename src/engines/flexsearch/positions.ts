import type { FormPositions } from './field-index.js'

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
  return words.every(({ ids }, w) => {
    places[w] = lowerBound(ids, id, places[w]!, ids.length)
    return ids[places[w]!] === id
  })
}

function countInPassage(words: readonly FormPositions[], places: readonly number[]): number {
  const [first, ...rest] = words.map(({ positions, starts }, w) =>
    positions.subarray(starts[places[w]!]!, starts[places[w]! + 1]!),
  )
  let count = 0
  for (const start of first!) {
    const follows = rest.every((positions, i) => {
      const wanted = start + i + 1
      return positions[lowerBound(positions, wanted, 0, positions.length)] === wanted
    })
    if (follows) count++
  }
  return count
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
