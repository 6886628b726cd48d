import { MAX_WINDOW } from '../search/options.js'
import { isSort } from '../search/sort.js'
import type { SearchState } from '../site/search/state.js'
import { readLeniently } from './lenient-parameters.js'
import { PAGE_PARAMETERS } from './search-parameters.js'

/** Hits, groups or lines of one page. */
export const PAGE_SIZE = { passages: 10, kwic: 50 }

/** The state that an address stands for, and the parameters that were not to be read. */
export function readState(url: string): { state: SearchState; refused: string[] } {
  const { read, refused } = readLeniently(url, PAGE_PARAMETERS)
  const { q, view, sort, group, offset, cross } = read
  const state: SearchState = {
    q,
    lang: read.lang ?? [],
    kind: read.kind ?? [],
    speaker: read.speaker ?? [],
    doc: read.doc ?? [],
    tag: read.tag ?? [],
    date: read.date ?? null,
    cross,
    without: read.without ?? [],
    with: read.with ?? [],
    view,
    sort: view === 'kwic' || isSort(sort) ? sort : 'score',
    group: view === 'kwic' ? null : (group ?? null),
    isExpanded: read.collapse === false,
    offset: Math.min(offset, MAX_WINDOW - PAGE_SIZE[view]),
  }
  return { state, refused }
}

/** What a state says to the searcher besides the query. */
export function findOptions(state: SearchState) {
  const { lang, kind, speaker, doc, tag, date, cross, without } = state
  const filters = { lang, kind, speaker, doc, tag, ...(date ? { date } : {}) }
  return { ...filters, cross, without, with: state.with }
}
