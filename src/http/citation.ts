import type { Request } from 'express'
import { type Citation, citationText, cite, type Reading } from '../interface/citation.js'
import { documentPath } from '../interface/document-path.js'
import type { IndexedPassage } from '../search/engine.js'
import type { Searcher } from '../search/searcher.js'
import { type IdHandler, idOf } from './ids.js'
import { readNoParameters } from './parameters.js'

/** A passage quoted with its source, as is usual in English and in German. */
export interface Citations {
  permalink: string
  citations: { en: Citation; de: Citation }
}

/** Cites a passage as of today, by the address under which it was asked for. */
export function citationsOf(passage: IndexedPassage, request: Request<object>): Citations {
  const { title, date = null, source = null } = passage.document
  const document = { title, date, source }
  const permalink = permalinkOf(passage.id, request)
  const reading: Reading = { permalink, accessed: localDay(new Date()) }
  return {
    permalink,
    citations: {
      en: cite(passage, document, reading, 'en'),
      de: cite(passage, document, reading, 'de'),
    },
  }
}

/** Answers with the citations of a passage. */
export function citation({ engine }: Searcher): IdHandler {
  return async (request, response, next) => {
    const passage = await engine.passage(idOf(request.params.id))
    // There is no such passage, which the next handler says.
    if (!passage) return next('route')
    readNoParameters(request.url)
    const { permalink, citations } = citationsOf(passage, request)
    response.json({
      passage: passage.id,
      permalink,
      en: { ...citations.en, text: citationText(citations.en) },
      de: { ...citations.de, text: citationText(citations.de) },
    })
  }
}

function permalinkOf(passageId: string, { protocol, host, baseUrl }: Request<object>): string {
  const cut = passageId.lastIndexOf('#')
  const path = documentPath(passageId.slice(0, cut))
  return `${protocol}://${host}${baseUrl}${path}#${passageId.slice(cut + 1)}`
}

/** The day where the server is, ISO 8601. */
function localDay(now: Date): string {
  const digits = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${digits(now.getMonth() + 1)}-${digits(now.getDate())}`
}
