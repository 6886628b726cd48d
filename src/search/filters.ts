import type { Condition } from './plan.js'

/** Restricts a search; the values of one field are alternatives, the fields add up. */
export interface Filters {
  lang?: string[]
  kind?: string[]
  speaker?: string[]
  doc?: string[]
  tag?: string[]
  /** ISO 8601 dates or parts of them, inclusive; null leaves an end open. */
  date?: { from: string | null; to: string | null }
}

/** Filters as conditions: one for each field that has values. */
export function conditionsOf(filters: Filters): Condition[] {
  const conditions: Condition[] = []
  for (const field of ['lang', 'kind', 'speaker', 'doc', 'tag'] as const) {
    const values = filters[field]
    if (values && values.length > 0) conditions.push({ field, values })
  }
  if (filters.date) conditions.push({ field: 'date', ...filters.date })
  return conditions
}
