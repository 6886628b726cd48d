import type { PageContext } from '../context.js'
import { anchorOf, citationAddress, documentAddress, parallelAddress } from '../documents.js'
import { parametersOf, type SearchState } from '../search/state.js'

/** What every page for reading goes by. */
export interface ReadingContext {
  context: PageContext
  /** The search that one comes from; handed on from page to page. */
  state: SearchState
}

/** The page of a document, with the marks. */
export function toDocument({ context, state }: ReadingContext, documentId: string): string {
  return documentAddress(context, documentId, parametersOf(state))
}

/** A passage on the page of its document. */
export function toPassage(reading: ReadingContext, passageId: string): string {
  return `${toDocument(reading, documentOfPassage(passageId))}#${anchorOf(passageId)}`
}

/** Two documents side by side; at a passage of the first, where one is given. */
export function toParallel(
  { context, state }: ReadingContext,
  documentId: string,
  otherId: string,
  passageId?: string,
): string {
  const address = parallelAddress(context, documentId, otherId, parametersOf(state))
  return passageId === undefined ? address : `${address}#${anchorOf(passageId)}`
}

/** Where a passage can be cited. */
export function toCitation({ context, state }: ReadingContext, passageId: string): string {
  return citationAddress(context, passageId, parametersOf(state))
}

/** The id of the document that a passage is in. */
export function documentOfPassage(passageId: string): string {
  return passageId.slice(0, passageId.lastIndexOf('#'))
}
