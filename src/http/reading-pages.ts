import type { Request, RequestHandler, Response } from 'express'
import { h, type JSX } from 'preact'
import { type ReadersQuestion, readDocument, readParallel } from '../search/reading.js'
import type { Searcher } from '../search/searcher.js'
import { type ReadingContext, toPassage } from '../site/reading/addresses.js'
import { CitationPage } from '../site/reading/citation-page.js'
import { DocumentPage } from '../site/reading/document-page.js'
import { ParallelPage } from '../site/reading/parallel-page.js'
import type { SearchState } from '../site/search/state.js'
import type { Assets } from './assets.js'
import { citationsOf } from './citation.js'
import { type IdHandler, idOf } from './ids.js'
import { pageContext, sendPage, wantsPage } from './pages.js'
import { givenParameters } from './parameters.js'
import { readState } from './search-state.js'

/** Answers browsers with the page of a document. */
export function documentPage(assets: Assets, searcher: Searcher): IdHandler {
  return forBrowsers(assets, async (reading, { params }: Request<{ id: string[] }>) => {
    const found = await readDocument(searcher, idOf(params.id), questionOf(reading.state))
    return found && h(DocumentPage, { reading, found })
  })
}

/** Answers browsers with two documents side by side, unless they ask for a file. */
export function parallelPage(
  assets: Assets,
  searcher: Searcher,
): RequestHandler<{ id: string[]; other: string[] }> {
  return forBrowsers(
    assets,
    async (reading, request: Request<{ id: string[]; other: string[] }>) => {
      if (givenParameters(request.url).has('format')) return undefined
      const [id, other] = [idOf(request.params.id), idOf(request.params.other)]
      // A document does not stand beside itself; the next handler deals with that.
      if (id === other) return undefined
      const question = questionOf(reading.state)
      const found = await readParallel(searcher, id, other, question)
      return found && h(ParallelPage, { reading, found })
    },
  )
}

/** Answers browsers with the citations of a passage. */
export function citationPage(assets: Assets, { engine }: Searcher): IdHandler {
  return forBrowsers(assets, async (reading, request: Request<{ id: string[] }>) => {
    const passage = await engine.passage(idOf(request.params.id))
    return passage && h(CitationPage, { reading, passage, ...citationsOf(passage, request) })
  })
}

/** Sends browsers to a passage in its document. */
export function toPassagePage(assets: Assets, { engine }: Searcher): IdHandler {
  return async (request, response, next) => {
    response.vary('Accept')
    const passage = wantsPage(request) && (await engine.passage(idOf(request.params.id)))
    if (!passage) return next()
    response.redirect(303, toPassage(readingOf(request, assets), passage.id))
  }
}

type ReadPage<Parameters> = (
  reading: ReadingContext,
  request: Request<Parameters>,
) => Promise<JSX.Element | undefined>

/** Answers browsers with a page, where there is one; the next handler answers all else. */
function forBrowsers<Parameters extends object>(
  assets: Assets,
  read: ReadPage<Parameters>,
): RequestHandler<Parameters> {
  return async (request, response: Response, next) => {
    response.vary('Accept')
    if (!wantsPage(request)) return next()
    const reading = readingOf(request, assets)
    const page = await read(reading, request)
    if (page) sendPage(response, reading.context, page)
    else next()
  }
}

function readingOf(request: Request<object>, assets: Assets): ReadingContext {
  return { context: pageContext(request, assets), state: readState(request.url).state }
}

/**
 * What is marked for a search. Filters narrow a search and not what one reads then, save for who says it; and of two
 * versions both are marked, whatever language was looked for.
 */
function questionOf({ q, cross, without, with: wanted, speaker }: SearchState): ReadersQuestion {
  return { query: q, cross: cross === 'only' ? 'auto' : cross, without, with: wanted, speaker }
}
