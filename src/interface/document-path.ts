/** An id as part of an address; its slashes stay, so that it can be read. */
export function idPath(id: string): string {
  return id.split('/').map(encodeURIComponent).join('/')
}

/** The path of a document's page, below that of the server. */
export function documentPath(id: string): string {
  return `/documents/${idPath(id)}`
}

/** The path of the page with two documents side by side, below that of the server. */
export function parallelPath(id: string, otherId: string): string {
  return `${documentPath(id)}/parallel/${idPath(otherId)}`
}
