import { type RequestHandler, Router } from 'express'
import * as z from 'zod'
import type { Searcher } from '../search/searcher.js'
import { isSort } from '../search/sort.js'
import type { Assets } from './assets.js'
import { citation } from './citation.js'
import { ELEMENT_PATH, element, VERSIONED_ELEMENT_PATH } from './element.js'
import { CSV, exportHits, JSON_LINES } from './export.js'
import { type IdHandler, idOf } from './ids.js'
import { parallelToDocument, parallelToPassage } from './parallel.js'
import { wholeNumber } from './parameter-kinds.js'
import { readNoParameters, readParameters } from './parameters.js'
import { Problem } from './problem.js'
import { citationPage, documentPage, parallelPage, toPassagePage } from './reading-pages.js'
import { RecentAnswers } from './recent-answers.js'
import { rememberedParameters } from './remembered-parameters.js'
import { documentDetails, documentSummary, passageInContext, withHtml } from './representations.js'
import { searchPage } from './search-page.js'
import { SEARCH_PARAMETERS, SUGGEST_PARAMETERS } from './search-parameters.js'
import { serviceDocument } from './service-document.js'

const DOCUMENTS_PARAMETERS = z.object({
  limit: wholeNumber(1, 100, 100),
  offset: wholeNumber(0, 999_999_999, 0),
})

const PASSAGE_PARAMETERS = z.object({ around: wholeNumber(1, 10, 1) })

/** The endpoints, and what each is answered by. */
export function routes(searcher: Searcher, assets: Assets): Router {
  const router = Router()
  // What is asked most comes first: a router tries one after the other.
  router.route('/search').get(search(searcher)).all(onlyGet)
  router.route('/suggest').get(suggest(searcher)).all(onlyGet)
  router.route('/').get(searchPage(searcher, assets), service).all(onlyGet)
  router.route('/assets/:name').get(assets.serve).all(onlyGet)
  router.route(ELEMENT_PATH).get(element(ELEMENT_PATH)).all(onlyGet)
  router.route(VERSIONED_ELEMENT_PATH).get(element(VERSIONED_ELEMENT_PATH)).all(onlyGet)
  router.route('/search.csv').get(exportHits(searcher, CSV)).all(onlyGet)
  router.route('/search.jsonl').get(exportHits(searcher, JSON_LINES)).all(onlyGet)
  router
    .route('/passages/*id/citation')
    .get(citationPage(assets, searcher), citation(searcher))
    .all(onlyGet)
  router.route('/passages/*id/parallel').get(parallelToPassage(searcher)).all(onlyGet)
  router.route('/passages/*id').get(toPassagePage(assets, searcher), passage(searcher)).all(onlyGet)
  router.route('/documents').get(documents(searcher)).all(onlyGet)
  router
    .route('/documents/*id/parallel/*other')
    .get(parallelPage(assets, searcher), parallelToDocument(searcher))
    .all(onlyGet)
  router
    .route('/documents/*id')
    .get(documentPage(assets, searcher), document(searcher))
    .all(onlyGet)
  router.route('/health').get(health(searcher)).all(onlyGet)
  return router
}

const service: RequestHandler = ({ baseUrl }, response) => {
  response.json(serviceDocument(baseUrl))
}

function search(searcher: Searcher): RequestHandler {
  const read = rememberedParameters(SEARCH_PARAMETERS)
  return remembering(async (url) => {
    const { q = '', format, view, sort, ...options } = read(url)
    // Orders of lines come with this view only; the parameters are checked.
    if (view === 'kwic' || !isSort(sort)) return searcher.concordance(q, { ...options, sort })
    const found = await searcher.search(q, { ...options, sort })
    return format === 'html' ? withHtml(found) : found
  })
}

function suggest(searcher: Searcher): RequestHandler {
  return remembering((url) => {
    const { q, ...options } = readParameters(url, SUGGEST_PARAMETERS)
    return searcher.suggest(q, options)
  })
}

/** Answers by what an index gives for an address, which is always the same. */
function remembering(answer: (url: string) => Promise<object>): RequestHandler {
  const recent = new RecentAnswers()
  return async ({ url }, response) => {
    const known = recent.find(url)
    const body = known?.body ?? Buffer.from(JSON.stringify(await answer(url)))
    if (known?.etag) response.setHeader('ETag', known.etag)
    response.setHeader('Content-Type', 'application/json; charset=utf-8')
    response.send(body)
    if (!known) recent.keep(url, { body, etag: response.get('ETag') })
  }
}

function passage({ engine }: Searcher): IdHandler {
  return async ({ url, params }, response) => {
    const { around } = readParameters(url, PASSAGE_PARAMETERS)
    const id = idOf(params.id)
    const passage = await engine.passage(id)
    if (!passage) throw new Problem(404, `There is no passage “${id}”.`)
    const { ordinal, document } = passage
    const [before, after] = await Promise.all([
      engine.passagesOf(document.id, ordinal - around, ordinal),
      engine.passagesOf(document.id, ordinal + 1, ordinal + 1 + around),
    ])
    response.json(passageInContext(passage, before, after))
  }
}

function documents({ engine }: Searcher): RequestHandler {
  return async ({ url }, response) => {
    const { limit, offset } = readParameters(url, DOCUMENTS_PARAMETERS)
    const all = await engine.documents()
    const shown = all.slice(offset, offset + limit)
    response.json({ total: all.length, documents: shown.map(documentSummary) })
  }
}

function document({ engine }: Searcher): IdHandler {
  return async ({ url, params }, response) => {
    readNoParameters(url)
    const id = idOf(params.id)
    const document = await engine.document(id)
    if (!document) throw new Problem(404, `There is no document “${id}”.`)
    response.json(documentDetails(document, await engine.passagesOf(id)))
  }
}

/** Takes any parameters: monitors like to add one against caches. */
function health({ engine }: Searcher): RequestHandler {
  return async (_request, response) => {
    const { documents, passages, passagesByLanguage } = await engine.statistics()
    response.json({ status: 'ok', documents, passages, languages: passagesByLanguage })
  }
}

const onlyGet: RequestHandler<object> = ({ method }, response) => {
  response.set('Allow', 'GET, HEAD, OPTIONS')
  if (method !== 'OPTIONS') throw new Problem(405, `${method} is not possible here; use GET.`)
  response.status(204).end()
}
