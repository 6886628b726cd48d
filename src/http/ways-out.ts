import { parseQuery } from '../query/parse.js'
import type { Searcher } from '../search/searcher.js'
import type { WayOut } from '../site/search/answer.js'
import { changed, EMPTY_STATE, LIST_FIELDS, type SearchState } from '../site/search/state.js'
import { findOptions } from './search-state.js'

type Way = Omit<WayOut, 'total'>

/** Other searches that come near one that finds nothing, and do find something. */
export async function findWaysOut(searcher: Searcher, state: SearchState): Promise<WayOut[]> {
  const found = await Promise.all(
    waysFrom(state).map(async (way) => {
      const options = { ...findOptions(way.state), limit: 0 }
      return { ...way, total: (await searcher.search(way.state.q, options)).total }
    }),
  )
  return found.filter(({ total }) => total > 0)
}

function waysFrom(state: SearchState): Way[] {
  const { q, lang, cross } = state
  const { clauses } = parseQuery(q)
  const ways: Way[] = []
  const isFiltered = LIST_FIELDS.some((field) => state[field].length > 0) || state.date !== null
  if (q.trim() !== '' && isFiltered)
    ways.push({ way: 'unfiltered', state: { ...EMPTY_STATE, q, cross } })
  if (lang.length > 0) ways.push({ way: 'bothLanguages', state: changed(state, { lang: [] }) })
  if (cross !== 'auto') ways.push({ way: 'translated', state: changed(state, { cross: 'auto' }) })
  if (clauses.some(({ type }) => type === 'phrase'))
    ways.push({ way: 'unquoted', state: changed(state, { q: unquoted(q) }) })
  const last = clauses.at(-1)
  if (last?.type === 'word' && last.text.length > 2)
    ways.push({ way: 'beginnings', state: changed(state, { q: `${q.slice(0, last.end)}*` }) })
  const kept = clauses.filter(({ type }) => type !== 'not')
  if (kept.length > 0 && kept.length < clauses.length)
    ways.push({
      way: 'withoutExclusions',
      state: changed(state, { q: kept.map(({ start, end }) => q.slice(start, end)).join(' ') }),
    })
  return ways
}

function unquoted(query: string): string {
  return query
    .replace(/["“”„«»]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
