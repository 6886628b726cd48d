import type { Budget } from './budget.js'
import type { Engine, FindRequest } from './engine.js'
import { FACET_FIELDS, FILTER_OF } from './facets.js'
import type { Remark } from './hit.js'
import { type Condition, leaves, type Plan, type ValuesCondition } from './plan.js'

/** So many values of a field are named, the most frequent ones. */
const MOST_NAMED = 8
/** More remarks tell nobody more. */
const MOST_REMARKS = 8

const NOTHING: Plan = { wanted: [], related: [], boosting: [], required: [], excluded: [] }

const DESCRIPTIONS: Readonly<Record<ValuesCondition['field'], (value: string) => string>> = {
  lang: (value) => `No passage is in the language “${value}”`,
  kind: (value) => `No document has the kind “${value}”`,
  tag: (value) => `No document has the tag “${value}”`,
  speaker: (value) => `No passage has a speaker “${value}”`,
  doc: (value) => `No document has the id “${value}”, or these words in its id or title`,
}

/** For a question that finds nothing: the values asked for that nothing in the collection has, and which there are. */
export async function remarksOnFilters(
  engine: Engine,
  { plan, filters, budget }: FindRequest,
): Promise<Remark[]> {
  const inQuery = leaves(plan.required).flatMap((leaf) =>
    leaf.type === 'condition' ? valuesOf(leaf.condition, leaf) : [],
  )
  const given = filters.flatMap((condition) => valuesOf(condition, { start: 0, end: 0 }))
  const remarks: Remark[] = []
  for (const { field, value, start, end } of [...inQuery, ...given]) {
    if (remarks.length === MOST_REMARKS) break
    const known = await othersThan(value, field, engine, budget)
    if (budget?.isExceeded) break
    if (known === undefined) continue
    const message = `${DESCRIPTIONS[field](value)}${named(known)}.`
    remarks.push({ code: 'unknown-value', message, start, end })
  }
  return remarks
}

function valuesOf(condition: Condition, { start, end }: { start: number; end: number }) {
  if (condition.field === 'date') return []
  const { field, values } = condition
  return values.map((value) => ({ field, value, start, end }))
}

/** The most frequent values of a field, if it has not this one. */
async function othersThan(
  value: string,
  field: ValuesCondition['field'],
  engine: Engine,
  budget: Budget | undefined,
): Promise<string[] | undefined> {
  const facet = FACET_FIELDS.find((each) => FILTER_OF[each] === field)!
  // A facet ignores the filter on its own field.
  const { total, facets } = await engine.rank({
    plan: NOTHING,
    filters: [{ field, values: [value] }],
    sort: 'score',
    facets: [facet],
    facetLimit: MOST_NAMED + 1,
    counterparts: false,
    collapse: false,
    offset: 0,
    limit: 0,
    explain: false,
    group: null,
    ...(budget ? { budget } : {}),
  })
  if (total > 0) return undefined
  return (facets[facet] ?? []).map((each) => each.value)
}

function named(known: readonly string[]): string {
  if (known.length === 0) return ''
  const words = known.length > MOST_NAMED ? 'most frequent are' : 'there are'
  return `; ${words}: ${known.slice(0, MOST_NAMED).join(', ')}`
}
