import type { Language } from '../../language/language.js'
import type { Cross } from '../../search/cross.js'
import type { GroupField } from '../../search/engine.js'
import type { ConcordanceSort } from '../../search/kwic.js'
import { addressOf, type PageContext } from '../context.js'

/** What the search page shows; all of it stands in its address, in the parameters of `/search`. */
export interface SearchState {
  q: string
  lang: Language[]
  kind: string[]
  speaker: string[]
  doc: string[]
  tag: string[]
  date: { from: string | null; to: string | null } | null
  cross: Cross
  /** Words that are not to be taken for translations. */
  without: string[]
  /** Translations besides those that are known. */
  with: { word: string; translation: string }[]
  view: 'passages' | 'kwic'
  sort: ConcordanceSort
  group: GroupField | null
  /** True to show near-duplicates as hits of their own. */
  isExpanded: boolean
  offset: number
}

export const EMPTY_STATE: SearchState = {
  q: '',
  lang: [],
  kind: [],
  speaker: [],
  doc: [],
  tag: [],
  date: null,
  cross: 'auto',
  without: [],
  with: [],
  view: 'passages',
  sort: 'score',
  group: null,
  isExpanded: false,
  offset: 0,
}

/** The fields of a state that narrow the search, and may have several values. */
export const LIST_FIELDS = ['lang', 'kind', 'speaker', 'doc', 'tag'] as const

/** True where there is something to look for: words, or a filter. */
export function asksSomething({ q, date, ...state }: SearchState): boolean {
  return q.trim() !== '' || date !== null || LIST_FIELDS.some((field) => state[field].length > 0)
}

/** The state with changes, from its first page on; what does not go together any more is given up. */
export function changed(state: SearchState, changes: Partial<SearchState>): SearchState {
  const next = { ...state, offset: 0, ...changes }
  if (next.view === 'kwic') return { ...next, group: null }
  return next.sort === 'left' || next.sort === 'right' ? { ...next, sort: 'score' } : next
}

/** The parameters of a state, without those that say what is so anyway. */
export function parametersOf(state: SearchState): [name: string, value: string][] {
  return [
    ...(state.q === '' ? [] : [['q', state.q] as const]),
    ...filterParameters(state),
    ...(state.view === 'passages' ? [] : [['view', state.view] as const]),
    ...(state.sort === 'score' ? [] : [['sort', state.sort] as const]),
    ...(state.group === null ? [] : [['group', state.group] as const]),
    ...(state.offset === 0 ? [] : [['offset', String(state.offset)] as const]),
  ].map(([name, value]) => [name, value])
}

/** The parameters that say what is searched besides the query. */
export function filterParameters(state: SearchState): [name: string, value: string][] {
  return [
    ...LIST_FIELDS.flatMap((field) => state[field].map((value) => [field, value] as const)),
    ...(state.date === null ? [] : [['date', formatDate(state.date)] as const]),
    ...(state.cross === 'auto' ? [] : [['cross', state.cross] as const]),
    ...state.without.map((word) => ['without', word] as const),
    ...state.with.map(({ word, translation }) => ['with', `${word}:${translation}`] as const),
    ...(state.isExpanded ? [['collapse', 'off'] as const] : []),
  ].map(([name, value]) => [name, value])
}

/** The state with a value of a field added, or removed where it is there. */
export function toggled(
  state: SearchState,
  field: (typeof LIST_FIELDS)[number],
  value: string,
): SearchState {
  const values: string[] = state[field]
  const next = values.includes(value)
    ? values.filter((other) => other !== value)
    : [...values, value]
  return changed(state, { [field]: next })
}

/** A range of dates as the parameter `date` takes it. */
function formatDate({ from, to }: { from: string | null; to: string | null }): string {
  return from !== null && from === to ? from : `${from ?? ''}..${to ?? ''}`
}

/** The address of the search page in a state. */
export function searchAddress(context: PageContext, state: SearchState): string {
  return addressOf(context, '/', parametersOf(state))
}
