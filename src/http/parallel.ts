import type { RequestHandler } from 'express'
import * as z from 'zod'
import { toParallelCsv } from '../export/parallel-csv.js'
import { toTmx } from '../export/tmx.js'
import { parallelDocuments, parallelPassage } from '../search/parallel.js'
import type { Searcher } from '../search/searcher.js'
import { VERSION } from '../version.js'
import { type IdHandler, idOf } from './ids.js'
import { choice } from './parameter-kinds.js'
import { readNoParameters, readParameters } from './parameters.js'
import { Problem } from './problem.js'
import { documentsSideBySide, passageWithCounterparts } from './representations.js'

/** The parameters of `GET /documents/{id}/parallel/{other}`. */
export const PARALLEL_PARAMETERS = z.object({ format: choice(['json', 'csv', 'tmx'], 'json') })

/** Answers with a passage and what says the same in other versions of its document. */
export function parallelToPassage({ engine }: Searcher): IdHandler {
  return async ({ url, params }, response, next) => {
    const id = idOf(params.id)
    const found = await parallelPassage(engine, id)
    if (!found) {
      // An id may end like this address.
      if (await engine.passage(`${id}/parallel`)) return next('route')
      throw new Problem(404, `There is no passage “${id}”.`)
    }
    readNoParameters(url)
    response.json(passageWithCounterparts(found))
  }
}

/** Answers with two documents side by side. */
export function parallelToDocument({
  engine,
}: Searcher): RequestHandler<{ id: string[]; other: string[] }> {
  return async ({ url, params }, response, next) => {
    const [left, right] = [idOf(params.id), idOf(params.other)]
    const found = await parallelDocuments(engine, left, right)
    if (!found) {
      if (await engine.document(`${left}/parallel/${right}`)) return next('route')
      const missing = (await engine.document(left)) ? right : left
      throw new Problem(404, `There is no document “${missing}”.`)
    }
    const { format } = readParameters(url, PARALLEL_PARAMETERS)
    if (left === right) throw new Problem(400, 'A document cannot stand beside itself; name two.')
    if (format === 'json') {
      response.json(documentsSideBySide(found))
      return
    }
    const text = format === 'csv' ? toParallelCsv(found) : toTmx(found, VERSION)
    response.attachment(`fundstelle.${format}`).set('Content-Type', TYPES[format]).send(text)
  }
}

const TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  tmx: 'application/xml; charset=utf-8',
}
