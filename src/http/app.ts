import cors from 'cors'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import type { SearcherSource } from '../search/live-searcher.js'
import type { Searcher } from '../search/searcher.js'
import { Assets } from './assets.js'
import { answering } from './lease.js'
import { sendProblemPage, wantsPage } from './pages.js'
import { asProblem, Problem, sendProblem } from './problem.js'
import { routes } from './routes.js'

/** Settings of the HTTP app. */
export interface AppOptions {
  /**
   * Origins whose web pages may read the answers, such as `https://example.org`; `*` for all.
   * None by default: no CORS headers are sent.
   */
  cors?: string | readonly string[] | false
  /** Told of every error that is answered with status 500; `console.error` by default. */
  onError?: (error: unknown) => void
}

/**
 * The HTTP endpoint as an Express app, to be served or to be mounted into another Express app.
 *
 * @example app.use('/archive', createApp(await openIndex('index')))
 *
 * @param source What is asked: an index as it is, or one that follows its folder (`openLiveIndex`).
 */
export function createApp(
  source: Searcher | SearcherSource,
  options: AppOptions = {},
): express.Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(headers)
  if (options.cors) app.use(allowOrigins([options.cors].flat()))
  const assets = new Assets()
  app.use(answering(source, (searcher) => routes(searcher, assets)))
  app.use(notFound)
  app.use(answerErrors(assets, options.onError ?? console.error))
  return app
}

const headers: RequestHandler = (_request, response, next) => {
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Cache-Control', 'no-cache')
  next()
}

function allowOrigins(origins: readonly string[]): RequestHandler {
  // Browsers send an origin without the slash that people copy from the address bar.
  const known = origins.map((origin) => origin.trim().replace(/\/$/, ''))
  return cors({ origin: known.includes('*') ? '*' : known, methods: ['GET', 'HEAD'] })
}

const notFound: RequestHandler = ({ baseUrl }) => {
  throw new Problem(
    404,
    `There is nothing at this address; the endpoints are listed at ${baseUrl}/.`,
  )
}

function answerErrors(assets: Assets, onError: (error: unknown) => void): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error, request, response, next) => {
    const problem = asProblem(error)
    if (!problem) onError(error)
    if (response.headersSent) return next(error)
    const told = problem ?? new Problem(500, 'Something went wrong here.')
    response.vary('Accept')
    if (wantsPage(request)) sendProblemPage(told, request, response, assets)
    else sendProblem(told, request, response)
  }
}
