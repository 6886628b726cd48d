import type { Originals } from '../../duplicates/originals.js'
import type { Scores } from './accumulator.js'
import type { EngineParts } from './parts.js'
import { byScore } from './select.js'

/** More are not listed with a hit: a notice may stand in every one of ten thousand documents. */
export const MAX_DUPLICATES = 100

export interface ScoredPassage {
  id: number
  score: number
}

/** Matching passages without those that say nearly the same as a better one. */
export interface Collapsed extends Scores {
  /** What was left out in favour of a kept passage, best first, at most {@link MAX_DUPLICATES}. */
  duplicatesOf(kept: number): ScoredPassage[]
}

/** All that match, each by itself. */
export function uncollapsed(matching: Scores): Collapsed {
  return { ...matching, duplicatesOf: () => [] }
}

/**
 * Keeps the best of passages that say nearly the same. Best first (of equal scores the one that comes first), each passage
 * takes its originals; one that finds an original taken is left out as a duplicate of the taker. So a passage that is
 * left out takes nothing, and what it alone would have hidden stays.
 *
 * @param matching All that match, each once, in any order.
 */
export function collapse(
  matching: Scores,
  { copies, store: { originals, places: order } }: Pick<EngineParts, 'copies' | 'store'>,
): Collapsed {
  if (copies.count === 0) return uncollapsed(matching)
  const places = placesWithOriginals(matching, originals)
  if (places.length < 2) return uncollapsed(matching)
  const { ids, scores } = matching
  const takers = new Map<number, number>()
  const duplicates = new Map<number, ScoredPassage[]>()
  const left = new Uint8Array(ids.length)
  for (const place of bestFirst(places, matching, order)) {
    const id = ids[place]!
    const taker = takeOriginals(id, originals, takers)
    if (taker === id) continue
    left[place] = 1
    const listed = duplicates.get(taker) ?? []
    if (listed.length < MAX_DUPLICATES) listed.push({ id, score: scores[place]! })
    duplicates.set(taker, listed)
  }
  return { ...keep(matching, left), duplicatesOf: (kept) => duplicates.get(kept) ?? [] }
}

function placesWithOriginals({ ids }: Scores, { count }: Originals): number[] {
  const places: number[] = []
  for (let place = 0; place < ids.length; place++) if (count[ids[place]!]! > 0) places.push(place)
  return places
}

function bestFirst(places: number[], matching: Scores, order: Uint32Array | null): number[] {
  const before = byScore(matching, order)
  return places.sort((a, b) => (before(a, b) ? -1 : 1))
}

/** Who has taken one of a passage's originals; the passage itself, which then takes them all, if nobody has. */
function takeOriginals(id: number, originals: Originals, takers: Map<number, number>): number {
  const first = originals.first[id]!
  const end = first + originals.count[id]!
  for (let original = first; original < end; original++) {
    const taker = takers.get(original)
    if (taker !== undefined) return taker
  }
  for (let original = first; original < end; original++) takers.set(original, id)
  return id
}

function keep({ ids, scores }: Scores, left: Uint8Array): Scores {
  return {
    ids: ids.filter((_, place) => left[place] === 0),
    scores: scores.filter((_, place) => left[place] === 0),
  }
}
