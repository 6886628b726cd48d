import { explainSum } from '../clause.js'
import type { Columns } from '../columns.js'
import type { InPieces } from '../in-pieces.js'
import type { EngineParts } from '../parts.js'
import { PassageSet } from '../passage-set.js'
import { bestPlaces } from '../select.js'
import { narrowed } from './counted-hits.js'
import { excludedBy } from './excluded.js'
import type { BestMatches, Wanted } from './match-best.js'
import { concatenated, picked } from './passage-sets.js'

/**
 * The first of all passages that meet conditions, where nothing else is asked for: none is worth more than another. Undefined for other
 * plans, for few passages, and where near-duplicates are hits or not by filters that only some facets are counted with.
 */
export function* matchConditions(
  { plan, filters, needed, counting }: Wanted,
  columns: Columns,
  parts: EngineParts,
): InPieces<BestMatches | undefined> {
  const { wanted, related, boosting, required } = plan
  const own = required.flatMap((node) => (node.type === 'condition' ? [node.condition] : []))
  if (wanted.length + related.length + boosting.length > 0 || own.length < required.length)
    return undefined
  if (parts.store.size < parts.scoreUpTo) return undefined
  const later = counting?.later ?? []
  if (later.length > 0 && parts.copies.count > 0) return undefined
  const excluded = yield* excludedBy(plan.excluded, parts)
  const always = [...own, ...filters].filter((condition) => !later.includes(condition))
  const countable = narrowed(PassageSet.all(parts.store), always, columns, excluded)
  const hits = narrowed(countable, later, columns)
  // Of these a better one may be shown; all others are hits in any case.
  const doubles = parts.copies.count > 0 ? parts.copies.among(hits) : new Uint32Array()
  const others = hits.copy()
  others.remove(doubles)
  const ids = concatenated([doubles, firstOf(others, needed, parts)])
  return {
    ids,
    scores: new Float64Array(ids.length),
    several: new Uint8Array(ids.length),
    all: ids,
    exhaustive: true,
    floor: Number.NEGATIVE_INFINITY,
    countable,
    atLeast: hits.size,
    explain: () => explainSum('score', []),
  }
}

/** So many passages at most that come first in the collection. */
function firstOf(passages: PassageSet, count: number, { store: { places } }: EngineParts) {
  const ids = passages.ids()
  if (!places) return ids.subarray(0, count)
  const all = { ids, scores: new Float64Array(ids.length) }
  return picked(ids, Uint32Array.from(bestPlaces(all, count, places)))
}
