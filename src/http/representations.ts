import type { IndexedDocument, IndexedPassage } from '../search/engine.js'
import type { Hit, HitGroup, PassageHit, SearchResponse } from '../search/hit.js'
import { documentOf, passageOf } from '../search/hit-maker.js'
import type { ParallelDocuments, ParallelPassage } from '../search/parallel.js'
import { markedHtml } from './html.js'

/** A passage's text as HTML: escaped, the highlights in `<mark>`; `excerpt` has `…` where it is cut. */
interface Html {
  html: { text: string; excerpt: string }
}

/** A hit with its texts as HTML besides, those of its group included. */
export interface HtmlHit extends Hit, Html {
  group?: HitGroup & { next: (PassageHit & Html)[] }
}

/** The answer to a search with `format=html`. */
export function withHtml(response: SearchResponse): SearchResponse & { hits: HtmlHit[] } {
  const hits = response.hits.map(({ group, ...hit }) => ({
    ...hit,
    ...htmlOf(hit),
    ...(group ? { group: { ...group, next: group.next.map(withOwnHtml) } } : {}),
  }))
  return { ...response, hits }
}

function withOwnHtml(hit: PassageHit): PassageHit & Html {
  return { ...hit, ...htmlOf(hit) }
}

function htmlOf({ passage, highlights, excerpt }: PassageHit): Html {
  const html = {
    text: markedHtml(passage.text, highlights),
    excerpt: markedHtml(passage.text, highlights, excerpt),
  }
  return { html }
}

/** A passage by itself: as in a hit, and how sure its language is. */
export function passageDetails(passage: IndexedPassage) {
  const { id, text, language, ...rest } = passageOf(passage)
  return { id, text, language, confidence: passage.confidence, ...rest }
}

/** A passage and the ones around it, in the document's order. */
export function passageInContext(
  passage: IndexedPassage,
  before: readonly IndexedPassage[],
  after: readonly IndexedPassage[],
) {
  return {
    passage: passageDetails(passage),
    document: documentOf(passage.document),
    before: before.map(passageDetails),
    after: after.map(passageDetails),
  }
}

/** A passage and its counterparts, the surest first. */
export function passageWithCounterparts({ passage, counterparts }: ParallelPassage) {
  return {
    passage: passageDetails(passage),
    document: documentOf(passage.document),
    counterparts: counterparts.map(({ passage: other, confidence }) => {
      return { confidence, passage: passageDetails(other), document: documentOf(other.document) }
    }),
  }
}

/** Two documents, row by row; a row has one side empty where the other stands alone. */
export function documentsSideBySide({ left, right, rows }: ParallelDocuments) {
  return {
    left: documentOf(left),
    right: documentOf(right),
    rows: rows.map((row) => ({
      confidence: row.confidence,
      left: row.left.map(passageDetails),
      right: row.right.map(passageDetails),
    })),
  }
}

/** A document in the list of documents; null where something is not known. */
export function documentSummary(document: IndexedDocument) {
  return { ...metadata(document), passages: document.passageCount }
}

/** A document by itself: its whole text, and where its passages are in it. */
export function documentDetails(
  document: IndexedDocument & { text: string },
  passages: readonly IndexedPassage[],
) {
  return {
    ...metadata(document),
    text: document.text,
    passages: passages.map(({ id, language, speaker, heading, start, end }) => {
      return { id, language, speaker, heading, start, end }
    }),
  }
}

function metadata(document: IndexedDocument) {
  const { speakers, language, source, tags, versionOf, path } = document
  return {
    ...documentOf(document),
    speakers,
    language: language ?? null,
    source: source ?? null,
    tags,
    versionOf: versionOf ?? null,
    path,
  }
}
