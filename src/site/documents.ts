import { citationPath, documentPath, parallelPath } from '../interface/document-path.js'
import { addressOf, type PageContext, type Parameters } from './context.js'

/** The part of a passage's id that tells it from others of its document; the anchor on the document's page. */
export function anchorOf(passageId: string): string {
  return passageId.slice(passageId.lastIndexOf('#') + 1)
}

/** The address of a document's page. */
export function documentAddress(
  context: PageContext,
  documentId: string,
  parameters: Parameters = [],
): string {
  return addressOf(context, documentPath(documentId), parameters)
}

/** The address of a passage in its document. */
export function passageAddress(
  context: PageContext,
  documentId: string,
  passageId: string,
  parameters: Parameters = [],
): string {
  return `${documentAddress(context, documentId, parameters)}#${encodeURIComponent(anchorOf(passageId))}`
}

/** The address of two documents side by side. */
export function parallelAddress(
  context: PageContext,
  documentId: string,
  otherId: string,
  parameters: Parameters = [],
): string {
  const path = parallelPath(documentId, otherId)
  return addressOf(context, path, parameters)
}

/** The address where a passage can be cited. */
export function citationAddress(
  context: PageContext,
  passageId: string,
  parameters: Parameters = [],
): string {
  return addressOf(context, citationPath(passageId), parameters)
}
