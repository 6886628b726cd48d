import type { Scores } from './accumulator.js'
import { byScore, selectFirst } from './select.js'

/** Hits by their documents. */
export interface Groups {
  /** The place of each document's best hit. */
  leaders: Uint32Array
  /** By document number: how many hits it has. */
  sizes: Uint32Array
}

export function groupByDocument(
  hits: Scores,
  documentOf: Uint32Array,
  documentCount: number,
): Groups {
  const before = byScore(hits)
  const best = new Uint32Array(documentCount)
  const sizes = new Uint32Array(documentCount)
  for (let place = 0; place < hits.ids.length; place++) {
    const document = documentOf[hits.ids[place]!]!
    if (sizes[document]!++ === 0 || before(place, best[document]!)) best[document] = place
  }
  return { leaders: best.filter((_, document) => sizes[document]! > 0), sizes }
}

/** After each of some leaders, the next best hits of its document, by document number. */
export function nextBest(
  hits: Scores,
  leaders: readonly number[],
  count: number,
  documentOf: Uint32Array,
): Map<number, number[]> {
  const others = new Map<number, number[]>(
    leaders.map((place) => [documentOf[hits.ids[place]!]!, []]),
  )
  const leading = new Set(leaders)
  for (let place = 0; place < hits.ids.length && count > 0; place++)
    if (!leading.has(place)) others.get(documentOf[hits.ids[place]!]!)?.push(place)
  const before = byScore(hits)
  for (const [document, places] of others)
    others.set(document, selectFirst(Uint32Array.from(places), count, before))
  return others
}
