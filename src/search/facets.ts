import type { Condition } from './plan.js'

/** What hits can be counted by. */
export const FACET_FIELDS = ['lang', 'kind', 'speaker', 'tag', 'document', 'year'] as const

export type FacetField = (typeof FACET_FIELDS)[number]

/** The filter that narrows a search to one value of a facet; the facet's own counts ignore it. */
export const FILTER_OF: Readonly<Record<FacetField, Condition['field']>> = {
  lang: 'lang',
  kind: 'kind',
  speaker: 'speaker',
  tag: 'tag',
  document: 'doc',
  year: 'date',
}

/** Values per facet unless asked otherwise, and at most. */
export const FACET_LIMIT = 10
export const MAX_FACET_LIMIT = 1000

/** A value and how many passages among the hits have it. */
export interface FacetValue {
  /** As the filter takes it: a language code, kind, name, tag, document id, or year. */
  value: string
  count: number
  /** Of a document. */
  title?: string
}

/** The values of each facet that was asked for, most frequent first, equal counts in the order of the values. */
export type Facets = Partial<Record<FacetField, FacetValue[]>>
