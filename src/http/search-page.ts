import type { RequestHandler } from 'express'
import { h } from 'preact'
import { FACET_FIELDS } from '../search/facets.js'
import type { Searcher } from '../search/searcher.js'
import { isSort } from '../search/sort.js'
import type { Answer, Results } from '../site/search/answer.js'
import { SearchPage } from '../site/search/search-page.js'
import { asksSomething, type SearchState } from '../site/search/state.js'
import type { Assets } from './assets.js'
import { pageContext, sendPage, wantsPage } from './pages.js'
import { findOptions, PAGE_SIZE, readState } from './search-state.js'
import { findWaysOut } from './ways-out.js'

/** Values of a facet; the less frequent of them are folded away. */
const FACET_VALUES = 30

/** Answers browsers with the search page; the next handler answers all else. */
export function searchPage(searcher: Searcher, assets: Assets): RequestHandler {
  return async (request, response, next) => {
    response.vary('Accept')
    if (!wantsPage(request)) return next()
    const context = pageContext(request, assets)
    const { state, refused } = readState(request.url)
    const results = asksSomething(state) ? await resultsOf(searcher, state) : null
    const overview = await searcher.overview()
    sendPage(response, context, h(SearchPage, { context, state, refused, overview, results }))
  }
}

async function resultsOf(searcher: Searcher, state: SearchState): Promise<Results> {
  const answer = await ask(searcher, state)
  return {
    answer,
    pageSize: PAGE_SIZE[state.view],
    counterparts: answer.view === 'passages' ? await counterpartsOf(searcher, answer) : new Map(),
    waysOut: answer.total === 0 ? await findWaysOut(searcher, state) : [],
  }
}

async function ask(searcher: Searcher, state: SearchState): Promise<Answer> {
  const { q, view, sort, group, offset } = state
  const options = {
    ...findOptions(state),
    facets: FACET_FIELDS,
    facetLimit: FACET_VALUES,
    offset,
    limit: PAGE_SIZE[view],
  }
  if (view === 'kwic' || !isSort(sort))
    return { view: 'kwic', ...(await searcher.concordance(q, { ...options, sort })) }
  const found = await searcher.search(q, {
    ...options,
    sort,
    collapse: !state.isExpanded,
    ...(group ? { group } : {}),
  })
  return { view: 'passages', ...found }
}

/** The texts of all counterparts that hits name. */
async function counterpartsOf({ engine }: Searcher, answer: Answer & { view: 'passages' }) {
  const hits = answer.hits.flatMap((hit) => [hit, ...(hit.group?.next ?? [])])
  const ids = new Set(hits.flatMap(({ counterparts }) => counterparts.map(({ id }) => id)))
  const passages = await Promise.all([...ids].map((id) => engine.passage(id)))
  return new Map(passages.flatMap((passage) => (passage ? [[passage.id, passage] as const] : [])))
}
