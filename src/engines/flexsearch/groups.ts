import type { PassageStore } from '../../store/passage-store.js'
import type { Scores } from './accumulator.js'
import { byScore, placesOf, selectFirst } from './select.js'

/** Which document each passage is in, by their numbers. */
type Documents = Pick<PassageStore, 'documentOf' | 'documents'>

/** Hits by their documents. */
export interface Groups {
  /** The place of each document's best hit. */
  leaders: Uint32Array
  /** By document number: how many hits it has. */
  sizes: Uint32Array
}

export function groupByDocument(hits: Scores, { documentOf, documents }: Documents): Groups {
  const before = byScore(hits)
  const best = new Uint32Array(documents.length)
  const sizes = new Uint32Array(documents.length)
  for (let place = 0; place < hits.ids.length; place++) {
    const document = documentOf[hits.ids[place]!]!
    if (sizes[document]!++ === 0 || before(place, best[document]!)) best[document] = place
  }
  const found = placesOf(sizes, (document) => sizes[document]! > 0)
  return { leaders: found.map((document) => best[document]!), sizes }
}

/** After each of some leaders, the next best hits of its document, by document number. */
export function nextBest(
  hits: Scores,
  leaders: readonly number[],
  count: number,
  { documentOf, documents }: Documents,
): Map<number, number[]> {
  const others = new Map<number, number[]>()
  const shown = new Uint8Array(documents.length)
  for (const place of leaders) {
    const document = documentOf[hits.ids[place]!]!
    others.set(document, [])
    shown[document] = 1
  }
  const leading = new Set(leaders)
  for (let place = 0; place < hits.ids.length && count > 0; place++) {
    const document = documentOf[hits.ids[place]!]!
    if (shown[document] === 1 && !leading.has(place)) others.get(document)!.push(place)
  }
  const before = byScore(hits)
  for (const [document, places] of others)
    others.set(document, selectFirst(Uint32Array.from(places), count, before))
  return others
}
