import type { Explanation } from '../../search/engine.js'
import type { PassageLinks } from '../../store/passage-links.js'
import type { Scores } from './accumulator.js'
import type { EngineParts } from './parts.js'

/** Links that are less sure than this say nothing about a hit. */
const SURE = 0.5

/**
 * Two versions that match alike are worth more than one: of what the lesser score has above this share of the better one, so
 * much is added to the better one.
 */
const ALIKE = 2 / 3
const AGREEMENT = 0.3
/** How far the version with the lower score comes towards that. */
const SHARE = 0.9

/** Passages with what their counterparts change. */
export interface Lifted extends Scores {
  /** Why a passage has not just its own score; empty where it has. */
  explain(id: number): Explanation[]
}

/**
 * Takes the counterparts of hits in other versions into account: what a question finds there, it means here too. A hit whose
 * counterpart matches better is lifted, though never before that; two that match alike are both lifted a little. None is
 * pushed down.
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
  const changes = new Map<number, number>()
  const scores = hits.scores.slice()
  for (const place of linked) {
    const id = hits.ids[place]!
    const own = scores[place]!
    let change = 0
    for (const { passage, confidence } of links.of(id))
      if (confidence >= SURE)
        change = Math.max(change, changeOf(own, sums.get(passage), confidence))
    if (change === 0) continue
    changes.set(id, change)
    scores[place] = own + change
  }
  sums.clear()
  return {
    ids: hits.ids,
    scores,
    explain(id) {
      const value = changes.get(id)
      return value === undefined
        ? []
        : [{ description: 'its counterpart in another version', value, parts: [] }]
    },
  }
}

/** What a counterpart with this score adds to a score of one's own. */
function changeOf(own: number, other: number, confidence: number): number {
  const [better, lesser] = own >= other ? [own, other] : [other, own]
  const together = better + confidence * AGREEMENT * Math.max(0, lesser - ALIKE * better)
  return own >= other ? together - own : SHARE * confidence * (together - own)
}

function placesWithLinks({ ids }: Scores, links: PassageLinks): number[] {
  const places: number[] = []
  for (let place = 0; place < ids.length; place++) if (links.has(ids[place]!)) places.push(place)
  return places
}
