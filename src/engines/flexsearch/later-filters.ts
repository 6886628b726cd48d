import type { FindRequest } from '../../search/engine.js'
import { type FacetField, FILTER_OF } from '../../search/facets.js'
import type { Condition } from '../../search/plan.js'
import type { PassageStore } from '../../store/passage-store.js'
import { passageTest } from './conditions.js'
import { placesOf } from './select.js'
import type { Tallied } from './tally.js'

/** Filters on fields that are counted: each facet is counted without its own. */
export function laterFilters({ filters, facets }: FindRequest): Condition[] {
  const counted = new Set(facets.map((field) => FILTER_OF[field]))
  return filters.filter(({ field }) => counted.has(field))
}

export function ownFilter(field: FacetField, filters: readonly Condition[]): Condition | undefined {
  return filters.find((filter) => filter.field === FILTER_OF[field])
}

/** For each passage a bit for every filter that it fails; undefined where there are no filters. */
export function failures(
  ids: Uint32Array,
  filters: readonly Condition[],
  store: PassageStore,
): Uint8Array | undefined {
  if (filters.length === 0) return undefined
  const failed = new Uint8Array(ids.length)
  for (const [bit, filter] of filters.entries()) {
    const holds = passageTest(filter, store)
    for (let place = 0; place < ids.length; place++)
      if (!holds(ids[place]!)) failed[place]! |= 1 << bit
  }
  return failed
}

/** The passages that fail no filter but, perhaps, the one whose bit is forgiven. */
export function restrict(
  { ids, scores, several }: Tallied,
  failed: Uint8Array | undefined,
  forgiven: number,
): Tallied {
  if (!failed) return { ids, scores, several }
  const places = placesOf(ids, (place) => (failed[place]! & ~forgiven) === 0)
  const kept = {
    ids: new Uint32Array(places.length),
    scores: new Float64Array(places.length),
    several: new Uint8Array(places.length),
  }
  for (let i = 0; i < places.length; i++) {
    kept.ids[i] = ids[places[i]!]!
    kept.scores[i] = scores[places[i]!]!
    kept.several[i] = several[places[i]!]!
  }
  return kept
}

/** The bits of some of the filters. */
export function bitsOf(some: readonly Condition[], filters: readonly Condition[]): number {
  return some.reduce((bits, filter) => bits | (1 << filters.indexOf(filter)), 0)
}
