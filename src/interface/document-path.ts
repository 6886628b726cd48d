/** Parts of a path that browsers, or the routes of the server, read something into. */
const TELLING_PART = /(^|\/)(\.{0,2}|parallel)(\/|$)/

/** An id as part of an address; its slashes stay where they can, so that it can be read. */
export function idPath(id: string): string {
  const path = encoded(id)
  return TELLING_PART.test(id) ? path : path.replaceAll('%2F', '/')
}

/** Halves of characters cannot be encoded. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'))
}

/** The path of a document's page, below that of the server. */
export function documentPath(id: string): string {
  return `/documents/${idPath(id)}`
}

/** The path of the page with two documents side by side, below that of the server. */
export function parallelPath(id: string, otherId: string): string {
  return `${documentPath(id)}/parallel/${idPath(otherId)}`
}

/** The path where a passage can be cited, below that of the server. */
export function citationPath(passageId: string): string {
  return `/passages/${encoded(passageId)}/citation`
}
