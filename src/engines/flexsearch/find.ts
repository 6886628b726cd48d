import type { Explanation, FindRequest, Found } from '../../search/engine.js'
import { FILTER_OF } from '../../search/facets.js'
import type { Condition } from '../../search/plan.js'
import type { PassageLinks } from '../../store/passage-links.js'
import type { PassageStore } from '../../store/passage-store.js'
import type { Scores } from './accumulator.js'
import { matchBest } from './best/match-best.js'
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

/** Where more hits are needed, all are looked for. */
const MOST_NEEDED = 1_000

/** Hits of a question, in no order, and what is counted over all of them. */
export interface Hits extends Collapsed, Found, Pick<Matches, 'explain'> {}

/**
 * Matches a plan and counts facets. Filters on fields that are counted are applied after matching, so
 * that each facet can be counted without its own. Near-duplicates are collapsed after that: what a filter
 * excludes hides nothing.
 *
 * @param needed Where given, the hits are those that come first by score, so many at least if there are so many, and
 *   perhaps others; else all.
 */
export function find(
  request: FindRequest,
  parts: EngineParts,
  columns: Columns,
  needed?: number,
): Hits {
  return (
    (needed !== undefined && findFirst(request, parts, columns, needed)) ||
    findAll(request, parts, columns)
  )
}

/** Hits that fall away as near-duplicates of others: so many more are looked for, one after the other. */
const SPARE = [0, 20, 200]

/** Undefined where all hits have to be looked at. */
function findFirst(
  request: FindRequest,
  parts: EngineParts,
  columns: Columns,
  needed: number,
): Hits | undefined {
  const links = request.counterparts ? parts.links : null
  // Passages that are hits only by their counterparts are found among all.
  if (links && request.filters.some(({ field }) => field === 'lang')) return undefined
  if (needed > MOST_NEEDED) return undefined
  // Each facet is counted without its own filter: among others than the hits.
  const counted = request.facets.map((field) => FILTER_OF[field])
  if (request.filters.some(({ field }) => counted.includes(field))) return undefined
  for (const spare of parts.copies.count > 0 ? SPARE : [0]) {
    const hits = findBest(request, parts, columns, links, needed + spare, needed)
    if (hits !== 'too few') return hits
  }
  return undefined
}

function findBest(
  { plan, filters, facets, facetLimit, collapse: collapsing }: FindRequest,
  parts: EngineParts,
  columns: Columns,
  links: PassageLinks | null,
  lookedFor: number,
  needed: number,
): Hits | 'too few' | undefined {
  const best = matchBest(
    { plan, filters, links, needed: lookedFor, counts: facets.length > 0 },
    parts,
  )
  if (!best) return undefined
  const near = withNearness(plan, best, parts)
  const lifted = withCounterparts(near, best, links, parts)
  const hits = collapsing ? collapse(lifted, parts) : uncollapsed(lifted)
  if (countFrom(best.floor, hits.scores) < needed && best.floor > Number.NEGATIVE_INFINITY)
    return 'too few'
  const collapsed = best.ids.length - hits.ids.length
  const others = collapsing ? parts.copies.count : 0
  return {
    ...hits,
    total: best.exhaustive
      ? best.all.length - collapsed
      : Math.max(hits.ids.length, best.atLeast - others),
    totalDocuments: countDocuments(
      best.exhaustive && collapsed === 0 ? best.all : hits.ids,
      parts.store,
    ),
    exhaustive: best.exhaustive && !parts.budget?.isExceeded,
    explain: explanation(best, near, lifted),
    facets: Object.fromEntries(
      facets.map((field) => {
        parts.budget?.spend(best.all.length)
        return [field, countFacet(field, best.all, facetLimit, columns)] as const
      }),
    ),
  }
}

function findAll(
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
    collapsing ? collapse(met, parts) : uncollapsed(met)
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
    parts.budget?.spend(ids.length)
    return [field, countFacet(field, ids, facetLimit, columns)] as const
  })
  return {
    ...hits,
    total: hits.ids.length,
    totalDocuments: countDocuments(hits.ids, columns.store),
    exhaustive: !parts.budget?.isExceeded,
    explain: explanation(matches, near, lifted),
    facets: Object.fromEntries(counts),
  }
}

/** Why a passage has its score, by all that is part of it. */
function explanation(...parts: readonly { explain(id: number): Explanation | Explanation[] }[]) {
  return (id: number) =>
    explainSum(
      'score',
      parts.flatMap((part) => {
        const reasons = part.explain(id)
        return Array.isArray(reasons) ? reasons : reasons.parts
      }),
    )
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

/** Number of scores that are so high at least. */
function countFrom(floor: number, scores: Float64Array): number {
  let count = 0
  for (let i = 0; i < scores.length; i++) if (scores[i]! >= floor) count++
  return count
}

/** By document: 1 while it has been counted. Used by one search at a time, and zero after it. */
let seen = new Uint8Array()

function countDocuments(ids: Uint32Array, { documents, documentOf }: PassageStore): number {
  if (seen.length < documents.length) seen = new Uint8Array(documents.length)
  let count = 0
  for (let i = 0; i < ids.length; i++) {
    const document = documentOf[ids[i]!]!
    if (seen[document] === 0) count++
    seen[document] = 1
  }
  for (let i = 0; i < ids.length; i++) seen[documentOf[ids[i]!]!] = 0
  return count
}
