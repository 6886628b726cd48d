import type { RequestHandler } from 'express'
import { checkSearcher } from '../search/check.js'
import type { SearcherSource } from '../search/live-searcher.js'
import type { Searcher } from '../search/searcher.js'
import { ClosedIndexError } from '../store/closed-index-error.js'

/**
 * Lets each request be answered by one searcher from beginning to end, also where another takes its place meanwhile.
 *
 * @param routesTo Makes the handler of all that is asked of a searcher; called once for each.
 */
export function answering(
  source: Searcher | SearcherSource,
  routesTo: (searcher: Searcher) => RequestHandler,
): RequestHandler {
  if (!isSource(source)) {
    checkSearcher(source)
    return routesTo(source)
  }
  const handlers = new WeakMap<Searcher, RequestHandler>()
  return (request, response, next) => {
    const { searcher, release } = source.lease()
    // Also where the client went away before the end.
    response.once('close', release)
    const handler = handlers.get(searcher) ?? routesTo(searcher)
    handlers.set(searcher, handler)
    return handler(request, response, (error?: unknown) => {
      // Whoever goes away early leaves work behind, which nobody waits for when the index is closed.
      if (!(response.closed && error instanceof ClosedIndexError)) next(error)
    })
  }
}

function isSource(source: Searcher | SearcherSource): source is SearcherSource {
  return typeof source === 'object' && source !== null && 'lease' in source
}
