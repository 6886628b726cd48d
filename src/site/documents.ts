import { addressOf, type PageContext, type Parameters } from './context.js'

/** The part of a passage's id that tells it from others of its document; the anchor on the document's page. */
export function anchorOf(passageId: string): string {
  return passageId.slice(passageId.lastIndexOf('#') + 1)
}

/** Where a document is, below the base. */
export function documentPath(documentId: string): string {
  return `/documents/${pathOf(documentId)}`
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

/** Where two documents are side by side, below the base. */
export function parallelPath(documentId: string, otherId: string): string {
  return `${documentPath(documentId)}/parallel/${pathOf(otherId)}`
}

/** The address of two documents side by side. */
export function parallelAddress(
  context: PageContext,
  documentId: string,
  otherId: string,
  parameters: Parameters = [],
): string {
  return addressOf(context, parallelPath(documentId, otherId), parameters)
}

/** The address where a passage can be cited. */
export function citationAddress(
  context: PageContext,
  passageId: string,
  parameters: Parameters = [],
): string {
  return addressOf(context, `/passages/${encoded(passageId)}/citation`, parameters)
}

/** Parts of a path that browsers or our own routes read something into. */
const TELLING_PARTS = ['', '.', '..', 'parallel']

/** Slashes of ids stay where they can, so that addresses can be read. */
function pathOf(id: string): string {
  const parts = id.split('/')
  const isPlain = parts.every((part) => !TELLING_PARTS.includes(part))
  return isPlain ? parts.map(encoded).join('/') : encoded(id)
}

/** Halves of characters cannot be encoded. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'))
}
