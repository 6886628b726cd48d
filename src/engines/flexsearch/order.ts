import type { Sort } from '../../search/sort.js'
import type { Scores } from './accumulator.js'
import type { Columns } from './columns.js'
import type { Before } from './heap.js'
import { byScore } from './select.js'

/** Which of two hits, given by their places in `hits`, comes first. */
export function orderOf(sort: Sort, hits: Scores, columns: Columns): Before {
  const { documentOf, places } = columns.store
  const best = byScore(hits, places)
  if (sort === 'score') return best
  const { ids } = hits
  if (sort === 'position')
    return places ? (a, b) => places[ids[a]!]! < places[ids[b]!]! : (a, b) => ids[a]! < ids[b]!
  const ranks = columns.dateRanks(sort)
  return (a, b) => {
    const difference = ranks[documentOf[ids[a]!]!]! - ranks[documentOf[ids[b]!]!]!
    return difference === 0 ? best(a, b) : difference < 0
  }
}
