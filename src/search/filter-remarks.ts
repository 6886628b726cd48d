import type { Span } from '../query/query.js'
import type { Budget } from './budget.js'
import type { Engine, FindRequest, Ranking, RankRequest } from './engine.js'
import { FACET_FIELDS, FILTER_OF } from './facets.js'
import type { Remark, UnknownValue } from './hit.js'
import {
  type Condition,
  type DateCondition,
  leaves,
  type Plan,
  type ValuesCondition,
} from './plan.js'

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
    leaf.type === 'condition' ? singly(leaf.condition, leaf) : [],
  )
  const given = filters.flatMap((condition) => singly(condition, { start: 0, end: 0 }))
  const remarks: Remark[] = []
  for (const { condition, start, end } of [...inQuery, ...given]) {
    if (remarks.length === MOST_REMARKS) break
    const said = await remarkOn(condition, { engine, budget })
    if (budget?.isExceeded) break
    if (said) remarks.push({ code: 'unknown-value', ...said, start, end })
  }
  return remarks
}

/** What is asked, and what it may cost. */
interface Asked {
  engine: Engine
  budget: Budget | undefined
}

/** A condition with one value, and where it was asked for. */
interface Single extends Span {
  condition: Condition
}

function singly(condition: Condition, { start, end }: Span): Single[] {
  if (condition.field === 'date') return [{ condition, start, end }]
  const { field, values } = condition
  return values.map((value) => ({ condition: { field, values: [value] }, start, end }))
}

/** Nothing where something meets the condition. */
async function remarkOn(
  condition: Condition,
  asked: Asked,
): Promise<{ message: string; unknown: UnknownValue } | undefined> {
  if (condition.field === 'date') return remarkOnDate(condition, asked)
  const { field } = condition
  const [value = ''] = condition.values
  const facet = FACET_FIELDS.find((each) => FILTER_OF[each] === field)!
  // A facet ignores the filter on its own field.
  const { total, facets } = await rank(asked, { filters: [condition], facets: [facet] })
  if (total > 0) return undefined
  const known = (facets[facet] ?? []).map((each) => each.value)
  const unknown = {
    field,
    value,
    known: known.slice(0, MOST_NAMED),
    more: known.length > MOST_NAMED,
  }
  return { message: `${DESCRIPTIONS[field](value)}${named(unknown)}.`, unknown }
}

async function remarkOnDate(condition: DateCondition, asked: Asked) {
  const { total } = await rank(asked, { filters: [condition] })
  if (total > 0) return undefined
  const known = [await outermost('date-asc', asked), await outermost('date', asked)].filter(
    (date) => date !== undefined,
  )
  const value = rangeOf(condition)
  const unknown: UnknownValue = { field: 'date', value, known, more: false }
  const [first, last] = known
  if (first === undefined) return { message: 'No document has a date.', unknown }
  const range = first === last ? `all have ${first}` : `the dates go from ${first} to ${last}`
  return { message: `No document has the date ${value}; ${range}.`, unknown }
}

/** The oldest date of all, or the newest. */
async function outermost(sort: 'date' | 'date-asc', asked: Asked): Promise<string | undefined> {
  const filters: Condition[] = [{ field: 'date', from: null, to: null }]
  const { ranked } = await rank(asked, { filters, sort, limit: 1 })
  return ranked[0]?.passage.document.date
}

/** As it is written in a query. */
function rangeOf({ from, to }: DateCondition): string {
  return from !== null && from === to ? from : `${from ?? ''}..${to ?? ''}`
}

/** Of all that meets the conditions. */
function rank(
  { engine, budget }: Asked,
  request: Pick<RankRequest, 'filters'> & Partial<RankRequest>,
): Promise<Ranking> {
  return engine.rank({
    plan: NOTHING,
    sort: 'score',
    facets: [],
    facetLimit: MOST_NAMED + 1,
    counterparts: false,
    collapse: false,
    offset: 0,
    limit: 0,
    explain: false,
    group: null,
    ...(budget ? { budget } : {}),
    ...request,
  })
}

function named({ known, more }: UnknownValue): string {
  if (known.length === 0) return '; no text says one'
  return `; ${more ? 'most frequent are' : 'there are'}: ${known.join(', ')}`
}
