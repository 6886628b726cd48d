import type { FindRequest } from '../../search/engine.js'
import { type Facets, FILTER_OF } from '../../search/facets.js'
import type { Condition } from '../../search/plan.js'
import type { PassageStore } from '../../store/passage-store.js'
import type { Scores } from './accumulator.js'
import { explainSum } from './clause.js'
import { type Collapsed, collapse, uncollapsed } from './collapse.js'
import type { Columns } from './columns.js'
import { passageTest } from './conditions.js'
import { withCounterparts } from './counterpart-evidence.js'
import { countFacet } from './facets.js'
import type { EngineParts } from './parts.js'
import { withNearness } from './proximity.js'
import { type Matches, match } from './rank.js'
import { withReached } from './reached.js'
import { placesOf } from './select.js'
import type { Tallied } from './tally.js'

/** All hits of a question, in no order, and what is counted over them. */
export interface Hits extends Collapsed, Pick<Matches, 'explain'> {
  facets: Facets
  totalDocuments: number
}

/**
 * Matches a plan and counts facets. Filters on fields that are counted are applied after matching, so
 * that each facet can be counted without its own. Near-duplicates are collapsed after that: what a filter
 * excludes hides nothing.
 */
export function find(
  { plan, filters, facets, facetLimit, collapse: collapsing, counterparts }: FindRequest,
  parts: EngineParts,
  columns: Columns,
): Hits {
  const counted = new Set(facets.map((field) => FILTER_OF[field]))
  const links = counterparts ? parts.links : null
  // Counterparts are in the other language: they must be matched before a language is left out.
  const later = filters.filter(({ field }) => counted.has(field) || (links && field === 'lang'))
  const early = filters.filter((filter) => !later.includes(filter))
  const direct = match(plan, early, parts)
  const oneLanguage = links && filters.some(({ field }) => field === 'lang')
  const matches = oneLanguage ? withReached(direct, plan, early, links, parts) : direct
  const failed = failures(matches.ids, later, parts.store)
  const collapsed = (met: Scores): Collapsed =>
    collapsing ? collapse(met, parts.store.originals) : uncollapsed(met)
  /** The hits as they would be without the filter that has the bit. */
  const hitsWithout = (forgiven: number): Collapsed => {
    const met = withNearness(plan, restrict(matches, failed, forgiven), parts)
    return collapsed(withCounterparts(met, matches, links, parts))
  }

  const near = withNearness(plan, restrict(matches, failed, 0), parts)
  const lifted = withCounterparts(near, matches, links, parts)
  const hits = collapsed(lifted)
  const counts = facets.map((field) => {
    const own = later.findIndex((filter) => filter.field === FILTER_OF[field])
    const { ids } = own < 0 ? hits : hitsWithout(1 << own)
    return [field, countFacet(field, ids, facetLimit, columns)] as const
  })
  return {
    ...hits,
    explain: (id) =>
      explainSum('score', [
        ...matches.explain(id).parts,
        ...near.explain(id),
        ...lifted.explain(id),
      ]),
    facets: Object.fromEntries(counts),
    totalDocuments: countDocuments(hits.ids, columns.store),
  }
}

/** For each passage a bit for every filter that it fails; undefined where there are no filters. */
function failures(
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
function restrict(
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

function countDocuments(ids: Uint32Array, { documents, documentOf }: PassageStore): number {
  const seen = new Uint8Array(documents.length)
  let count = 0
  for (let i = 0; i < ids.length; i++) {
    const document = documentOf[ids[i]!]!
    if (seen[document] === 0) count++
    seen[document] = 1
  }
  return count
}
