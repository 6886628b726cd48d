import type { Explanation, FindRequest, Found } from '../../search/engine.js'
import type { FacetField, FacetValue } from '../../search/facets.js'
import { type Condition, leaves, type Plan } from '../../search/plan.js'
import type { PassageLinks } from '../../store/passage-links.js'
import type { PassageStore } from '../../store/passage-store.js'
import type { Scores } from './accumulator.js'
import { restrict as restrictSet } from './best/counted-hits.js'
import { type BestMatches, matchBest } from './best/match-best.js'
import { matchConditions } from './best/match-conditions.js'
import { matchPrefix } from './best/match-prefix.js'
import { explainSum } from './clause.js'
import { type Collapsed, collapse, uncollapsed } from './collapse.js'
import type { Columns } from './columns.js'
import { withCounterparts } from './counterpart-evidence.js'
import { countDocuments, countFacet } from './facets.js'
import type { InPieces } from './in-pieces.js'
import { bitsOf, failures, laterFilters, ownFilter, restrict } from './later-filters.js'
import type { EngineParts } from './parts.js'
import { PassageSet } from './passage-set.js'
import { withNearness } from './proximity.js'
import { type Matches, match } from './rank.js'
import { withReached } from './reached.js'

/** Where more hits are needed, all are looked for. */
const MOST_NEEDED = 1_000

/** Hits of a question, in no order, and what is counted over all of them. */
export interface Hits extends Collapsed, Found, Pick<Matches, 'explain'> {}

/** Hits that fall away as near-duplicates of others: so many more are looked for, one after the other. */
const SPARE = [0, 20, 200]

/**
 * The hits that come first by score, so many at least if there are so many, and perhaps others. Undefined where all hits have to be looked
 * at: see {@link findAll}.
 */
export function* findFirst(
  request: FindRequest,
  parts: EngineParts,
  columns: Columns,
  needed: number,
): InPieces<Hits | undefined> {
  // What a counterpart says may count, but conditions say nothing.
  const links = request.counterparts && hasWords(request.plan) ? parts.links : null
  // Passages that are hits only by their counterparts are found among all.
  if (links && request.filters.some(({ field }) => field === 'lang')) return undefined
  // What a passage has from its counterpart counts, even if that does not meet these.
  if (links && laterFilters(request).length > 0) return undefined
  if (needed > MOST_NEEDED) return undefined
  for (const spare of parts.copies.count > 0 ? SPARE : [0]) {
    const hits = yield* findBest(request, parts, columns, links, needed + spare, needed)
    if (hits !== 'too few') return hits
  }
  return undefined
}

function* findBest(
  request: FindRequest,
  parts: EngineParts,
  columns: Columns,
  links: PassageLinks | null,
  lookedFor: number,
  needed: number,
): InPieces<Hits | 'too few' | undefined> {
  const { plan, filters, facets, collapse: collapsing } = request
  const later = laterFilters(request)
  const counting = facets.length > 0 ? { later } : undefined
  const wanted = { plan, filters, links, needed: lookedFor, counting }
  const best =
    (yield* matchConditions(wanted, columns, parts)) ??
    (yield* matchPrefix(wanted, columns, parts)) ??
    (yield* matchBest(wanted, columns, parts))
  if (!best) return undefined
  const near = withNearness(plan, best, parts)
  const lifted = withCounterparts(near, best, links, parts)
  const hits = collapsing ? collapse(lifted, parts) : uncollapsed(lifted)
  if (countFrom(best.floor, hits.scores) < needed && best.floor > Number.NEGATIVE_INFINITY)
    return 'too few'
  const isCounted = counting !== undefined || best.countable !== undefined
  const found = isCounted
    ? countFound(best, hits, request, later, columns, parts)
    : knownOf(best, hits, collapsing ? parts.copies.count : 0, parts)
  const exhaustive = (isCounted || best.exhaustive) && !parts.budget?.isExceeded
  return { ...hits, ...found, exhaustive, explain: explanation(best, near, lifted) }
}

function hasWords({ wanted, related, boosting, required }: Plan): boolean {
  return leaves([...wanted, ...related, ...boosting, ...required]).some(
    ({ type }) => type !== 'condition',
  )
}

/** What is known of the hits where they are not counted. @param others That may be no hits at most. */
function knownOf(
  best: BestMatches,
  { ids }: Collapsed,
  others: number,
  { store }: EngineParts,
): Omit<Found, 'exhaustive'> {
  const collapsed = best.ids.length - ids.length
  return {
    total: best.exhaustive
      ? best.all.length - collapsed
      : Math.max(ids.length, best.atLeast - others),
    totalDocuments: countDocumentsOf(best.exhaustive && collapsed === 0 ? best.all : ids, store),
    facets: {},
  }
}

/** Counts the hits and their facets, each without its own filter. */
function countFound(
  best: BestMatches,
  { ids }: Collapsed,
  { facets, facetLimit }: FindRequest,
  later: readonly Condition[],
  columns: Columns,
  { store, budget }: EngineParts,
): Omit<Found, 'exhaustive'> {
  const countable = best.countable ?? PassageSet.of(best.all, store.passageCount)
  const all = later.length === 0 ? countable : countable.copy()
  restrictSet(all, later, columns)
  // Near-duplicates of others among them.
  if (ids.length < best.ids.length) {
    all.remove(best.ids)
    all.add(ids)
  }
  // First, for this tells the size too.
  const totalDocuments = countDocuments(all, columns)
  const counts = facets.map((field) => {
    const own = ownFilter(field, later)
    const passages = own ? countable.copy() : all
    if (own)
      restrictSet(
        passages,
        later.filter((filter) => filter !== own),
        columns,
      )
    budget?.spend(passages.size)
    return [field, countFacet(field, passages, facetLimit, columns)] as const
  })
  return { total: all.size, totalDocuments, facets: Object.fromEntries(counts) }
}

/**
 * Matches a plan and counts facets, piece by piece. Filters on fields that are counted are applied after matching, so
 * that each facet can be counted without its own. Near-duplicates are collapsed after that: what a filter
 * excludes hides nothing.
 */
export function* findAll(
  request: FindRequest,
  parts: EngineParts,
  columns: Columns,
): InPieces<Hits> {
  const { plan, filters, facets, facetLimit, collapse: collapsing, counterparts } = request
  const links = counterparts ? parts.links : null
  const counted = laterFilters(request)
  // Counterparts are in the other language: they must be matched before a language is left out.
  const later = filters.filter(
    (filter) => counted.includes(filter) || (links && filter.field === 'lang'),
  )
  const early = filters.filter((filter) => !later.includes(filter))
  const direct = yield* match(plan, early, parts)
  yield
  const failed = failures(direct.ids, later, parts.store)
  const languages = bitsOf(
    later.filter(({ field }) => field === 'lang'),
    later,
  )
  /** What meets all filters but those on the language, and the one that has the bit: what counts as a counterpart. */
  function* matchesWithout(forgiven: number): InPieces<Matches> {
    if (!links) return direct
    const met = restrict(direct, failed, forgiven | languages)
    const matches = { ...met, explain: direct.explain }
    return languages === 0 ? matches : yield* withReached(matches, plan, early, links, parts)
  }
  /** The hits as they would be without that filter. */
  function* hitsWithout(forgiven: number): InPieces<Collapsed & Pick<Matches, 'explain'>> {
    const matches = yield* matchesWithout(forgiven)
    yield
    const own = matches === direct ? failed : failures(matches.ids, later, parts.store)
    const near = withNearness(plan, restrict(matches, own, forgiven), parts)
    yield
    const lifted = withCounterparts(near, matches, links, parts)
    const hits = collapsing ? collapse(lifted, parts) : uncollapsed(lifted)
    return { ...hits, explain: explanation(matches, near, lifted) }
  }

  const hits = yield* hitsWithout(0)
  const setOf = ({ ids }: Scores) => PassageSet.of(ids, parts.store.passageCount)
  let all: PassageSet | undefined
  const counts: [FacetField, FacetValue[]][] = []
  for (const field of facets) {
    yield
    const own = ownFilter(field, later)
    all ??= setOf(hits)
    const passages = own ? setOf(yield* hitsWithout(bitsOf([own], later))) : all
    parts.budget?.spend(passages.size)
    counts.push([field, countFacet(field, passages, facetLimit, columns)])
  }
  return {
    ...hits,
    total: hits.ids.length,
    totalDocuments: all ? countDocuments(all, columns) : countDocumentsOf(hits.ids, columns.store),
    exhaustive: !parts.budget?.isExceeded,
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

/** Number of scores that are so high at least. */
function countFrom(floor: number, scores: Float64Array): number {
  let count = 0
  for (let i = 0; i < scores.length; i++) if (scores[i]! >= floor) count++
  return count
}

/** By document: the number of the search that counted it last. */
let countedBy = new Uint32Array()
let searches = 0

function countDocumentsOf(ids: Uint32Array, { documentCount, documentOf }: PassageStore): number {
  if (countedBy.length < documentCount || searches === 2 ** 32 - 1) {
    countedBy = new Uint32Array(documentCount)
    searches = 0
  }
  return countOwners(ids, documentOf, countedBy, ++searches)
}

// Runs for every hit: a function of its own, for what others may change is read again for each.
function countOwners(
  ids: Uint32Array,
  ownerOf: Uint32Array,
  countedBy: Uint32Array,
  search: number,
): number {
  let count = 0
  for (let i = 0; i < ids.length; i++) {
    const owner = ownerOf[ids[i]!]!
    if (countedBy[owner] === search) continue
    countedBy[owner] = search
    count++
  }
  return count
}
