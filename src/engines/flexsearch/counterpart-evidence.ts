import type { Explanation } from '../../search/engine.js'
import type { PassageLinks } from '../../store/passage-links.js'
import type { Scores } from './accumulator.js'
import type { EngineParts } from './parts.js'

/** Links that are less sure than this say nothing about a hit. */
const SURE = 0.5
/** How far a passage comes towards the score of its counterpart. */
const SHARE = 0.9

/** Passages with what their counterparts lend them. */
export interface Lifted extends Scores {
  /** Why a passage has more than its own score; empty where it has not. */
  explain(id: number): Explanation[]
}

/**
 * Lifts hits whose counterpart in another version matches better: what a question finds there, it means
 * here too. No hit comes before the counterpart that lifts it, and none is pushed down.
 *
 * @param all Everything that matches, hits or not: the counterparts may be filtered out.
 */
export function withCounterparts(
  hits: Scores,
  all: Scores,
  links: PassageLinks | null,
  { sums }: EngineParts,
): Lifted {
  const linked = links ? placesWithLinks(hits, links) : []
  if (!links || linked.length === 0) return { ...hits, explain: () => [] }
  sums.addScores(all)
  const lent = new Map<number, number>()
  const scores = hits.scores.slice()
  for (const place of linked) {
    const id = hits.ids[place]!
    const value = links.of(id).reduce((most, { passage, confidence }) => {
      if (confidence < SURE || !sums.has(passage)) return most
      return Math.max(most, SHARE * confidence * (sums.get(passage) - scores[place]!))
    }, 0)
    if (value === 0) continue
    lent.set(id, value)
    scores[place]! += value
  }
  sums.clear()
  return {
    ids: hits.ids,
    scores,
    explain(id) {
      const value = lent.get(id)
      return value === undefined
        ? []
        : [{ description: 'its counterpart in another version', value, parts: [] }]
    },
  }
}

function placesWithLinks({ ids }: Scores, links: PassageLinks): number[] {
  const places: number[] = []
  for (let place = 0; place < ids.length; place++) if (links.has(ids[place]!)) places.push(place)
  return places
}
