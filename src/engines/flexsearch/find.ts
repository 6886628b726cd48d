import type { FindRequest } from '../../search/engine.js'
import { type Facets, FILTER_OF } from '../../search/facets.js'
import type { Condition, Plan } from '../../search/plan.js'
import type { Scores } from './accumulator.js'
import type { Columns } from './columns.js'
import { passagesWhere } from './conditions.js'
import { countFacet } from './facets.js'
import type { EngineParts } from './parts.js'
import { type Matches, match } from './rank.js'

/** All hits of a question, in no order, and what is counted over them. */
export interface Hits extends Matches {
  facets: Facets
  totalDocuments: number
}

/**
 * Matches a plan and counts facets. Filters on fields that are counted are applied after matching, so
 * that each facet can be counted without its own.
 *
 * @param plan The request's plan, settled.
 */
export function find(
  plan: Plan,
  { filters, facets, facetLimit }: FindRequest,
  parts: EngineParts,
  columns: Columns,
): Hits {
  const counted = new Set(facets.map((field) => FILTER_OF[field]))
  const later = filters.filter(({ field }) => counted.has(field))
  const matches = match(
    plan,
    filters.filter((filter) => !later.includes(filter)),
    parts,
  )
  const tests = new Map(later.map((filter) => [filter.field, passagesWhere(filter, parts.store)]))
  /** The hits; with a field, as they would be without the filter on it. */
  const hitsWithout = (field?: Condition['field']): Scores =>
    restrict(
      matches,
      [...tests].filter(([own]) => own !== field).map(([, test]) => test),
    )

  const hits = hitsWithout()
  const counts = facets.map((field) => {
    const own = FILTER_OF[field]
    const { ids } = tests.has(own) ? hitsWithout(own) : hits
    return [field, countFacet(field, ids, facetLimit, columns)] as const
  })
  return {
    ...hits,
    explain: matches.explain,
    facets: Object.fromEntries(counts),
    totalDocuments: countDocuments(hits.ids, columns.store),
  }
}

/** The passages that pass every test (1 by passage number). */
function restrict({ ids, scores }: Scores, tests: readonly Uint8Array[]): Scores {
  if (tests.length === 0) return { ids, scores }
  const passes = (_: unknown, place: number) => tests.every((test) => test[ids[place]!] === 1)
  return { ids: ids.filter(passes), scores: scores.filter(passes) }
}

function countDocuments(
  ids: Uint32Array,
  { documents, documentOf }: { documents: readonly unknown[]; documentOf: Uint32Array },
): number {
  const seen = new Uint8Array(documents.length)
  let count = 0
  for (let i = 0; i < ids.length; i++) {
    const document = documentOf[ids[i]!]!
    if (seen[document] === 0) count++
    seen[document] = 1
  }
  return count
}
