import type { RequestHandler } from 'express'
import { h } from 'preact'
import type { Searcher } from '../search/searcher.js'
import { isSort } from '../search/sort.js'
import { type Answer, SearchPage } from '../site/search/search-page.js'
import { asksSomething, type SearchState } from '../site/search/state.js'
import type { Assets } from './assets.js'
import { readLeniently } from './lenient-parameters.js'
import { pageContext, sendPage, wantsPage } from './pages.js'
import { PAGE_PARAMETERS } from './search-parameters.js'

/** Hits, groups or lines of one page. */
const PAGE_SIZE = { passages: 10, kwic: 50 }

/** Answers browsers with the search page; the next handler answers all else. */
export function searchPage(searcher: Searcher, assets: Assets): RequestHandler {
  return async (request, response, next) => {
    response.vary('Accept')
    if (!wantsPage(request)) return next()
    const context = pageContext(request, assets)
    const { state, refused } = readState(request.url)
    const answer = asksSomething(state) ? await ask(searcher, state) : null
    sendPage(response, context, h(SearchPage, { context, state, refused, answer }))
  }
}

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
    offset,
  }
  return { state, refused }
}

async function ask(searcher: Searcher, state: SearchState): Promise<Answer> {
  const { q, lang, kind, speaker, doc, tag, date, cross, without, view, sort, group } = state
  const options = {
    ...{ lang, kind, speaker, doc, tag, cross, without, with: state.with },
    ...(date ? { date } : {}),
    offset: state.offset,
    limit: PAGE_SIZE[view],
  }
  if (view === 'kwic' || !isSort(sort)) {
    return { view: 'kwic', ...(await searcher.concordance(q, { ...options, sort })) }
  }
  const found = await searcher.search(q, {
    ...options,
    sort,
    collapse: !state.isExpanded,
    ...(group ? { group } : {}),
  })
  return { view: 'passages', ...found }
}
