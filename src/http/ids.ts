import type { RequestHandler } from 'express'

/** A handler of a wildcard route: ids hold slashes, which may come encoded or not. */
export type IdHandler = RequestHandler<{ id: string[] }>

/** Ids are in Unicode's composed form; one copied from a file name may not be. */
export function idOf(parts: readonly string[]): string {
  return parts.join('/').normalize('NFC')
}
