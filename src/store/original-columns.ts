import type { Originals } from '../duplicates/originals.js'
import type { Container } from './container.js'
import { packList } from './packed-column.js'

/** What {@link readOriginals} reads. */
export function originalColumns({ first, count }: Originals) {
  return {
    original: packList(first),
    originalCount: packList(count),
  }
}

export function readOriginals(container: Container): Originals {
  return {
    first: container.numbers('original'),
    count: new Uint8Array(container.numbers('originalCount')),
  }
}
