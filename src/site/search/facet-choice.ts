import { kindName } from '../../interface/kinds.js'
import { LANGUAGES } from '../../language/language.js'
import type { FacetField } from '../../search/facets.js'
import type { PageContext } from '../context.js'
import { changed, type LIST_FIELDS, type SearchState, toggled } from './state.js'

/** The filter of each facet but that of years, which takes one value only. */
const FILTERS = {
  lang: 'lang',
  kind: 'kind',
  speaker: 'speaker',
  tag: 'tag',
  document: 'doc',
} as const satisfies Record<Exclude<FacetField, 'year'>, (typeof LIST_FIELDS)[number]>

/** The values of a facet that the search is restricted to. */
export function valuesChosen(state: SearchState, field: FacetField): readonly string[] {
  if (field !== 'year') return state[FILTERS[field]]
  const { date } = state
  return date !== null && date.from === date.to && date.from !== null ? [date.from] : []
}

/** True for a value that the search is restricted to. */
export function isChosen(state: SearchState, field: FacetField, value: string): boolean {
  return valuesChosen(state, field).includes(value)
}

/** The state with a value of a facet chosen, or given up where it was. */
export function withFacet(state: SearchState, field: FacetField, value: string): SearchState {
  if (field !== 'year') return toggled(state, FILTERS[field], value)
  const date = isChosen(state, field, value) ? null : { from: value, to: value }
  return changed(state, { date })
}

/** A value of a facet for people. */
export function labelOf(field: FacetField, value: string, context: PageContext): string {
  const { texts } = context
  if (field === 'kind') return kindName(value, context.language)
  const language = field === 'lang' ? LANGUAGES.find((known) => known === value) : undefined
  return language ? texts.languages[language] : value
}
