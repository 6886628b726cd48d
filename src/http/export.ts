import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { RequestHandler } from 'express'
import { csvHeader, csvRecord } from '../export/csv.js'
import type { Hit } from '../search/hit.js'
import type { Searcher } from '../search/searcher.js'
import { readParameters } from './parameters.js'
import { EXPORT_PARAMETERS } from './search-parameters.js'

/** A file format that hits can be written in, line by line. */
interface Format {
  extension: string
  type: string
  lineEnd: string
  header?: string
  line(hit: Hit): string
}

export const CSV: Format = {
  extension: 'csv',
  type: 'text/csv; charset=utf-8; header=present',
  // As RFC 4180 has it.
  lineEnd: '\r\n',
  header: csvHeader(),
  line: csvRecord,
}

export const JSON_LINES: Format = {
  extension: 'jsonl',
  type: 'application/x-ndjson; charset=utf-8',
  lineEnd: '\n',
  line: (hit) => JSON.stringify(hit),
}

/**
 * Answers with all hits. They are read no faster than the client takes them, and no further once it is
 * gone. What goes wrong on the way breaks the connection off, so that half a file is not taken for a whole.
 */
export function exportHits(searcher: Searcher, format: Format): RequestHandler {
  return async ({ url, method }, response) => {
    const { q = '', ...options } = readParameters(url, EXPORT_PARAMETERS)
    const hits = method === 'HEAD' ? [] : (await searcher.searchAll(q, options)).hits
    response.attachment(`fundstelle.${format.extension}`).set('Content-Type', format.type)
    try {
      await pipeline(Readable.from(lines(hits, format)), response)
    } catch (error) {
      if (!isAbort(error)) throw error
    }
  }
}

async function* lines(hits: AsyncIterable<Hit> | Hit[], { header, line, lineEnd }: Format) {
  if (header !== undefined) yield header + lineEnd
  for await (const hit of hits) yield line(hit) + lineEnd
}

/** True where the client went away before the end. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
}
