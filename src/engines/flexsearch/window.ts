import type { RankRequest } from '../../search/engine.js'
import type { Scores } from './accumulator.js'
import type { Columns } from './columns.js'
import { Grouped, groupingBy } from './groups.js'
import type { InPieces } from './in-pieces.js'
import { orderOf } from './order.js'
import { bestPlaces, byScore, firstInPieces, placesOf, selectFirst } from './select.js'

/** A hit of a window by its place among all hits. */
export interface WindowEntry {
  place: number
  group?: { total: number; next: number[] }
}

/** The part of the hits that a request asks for, in its order. */
export function* cutWindow(
  hits: Scores,
  request: RankRequest,
  columns: Columns,
): InPieces<WindowEntry[]> {
  const { offset, limit, sort, group } = request
  const before = orderOf(sort, hits, columns)
  const end = offset + limit
  if (!group) {
    const places =
      sort === 'score'
        ? best(hits, end, columns)
        : yield* firstInPieces(placesOf(hits.ids), end, before)
    return places.slice(offset).map((place) => ({ place }))
  }
  const groups = new Grouped(hits, groupingBy(group.by, columns.store))
  const leaders = yield* groups.leaders()
  const places = selectFirst(leaders, end, before).slice(offset)
  const next = yield* groups.nextBest(places, group.next)
  return places.map((place) => ({
    place,
    group: { total: groups.sizeOf(place), next: next.get(place)! },
  }))
}

/** The places of the best hits, in order. */
function best(hits: Scores, count: number, { store }: Columns): number[] {
  const before = byScore(hits, store.places)
  return bestPlaces(hits, count, store.places).sort((a, b) => (before(a, b) ? -1 : 1))
}
