import type { Originals } from '../duplicates/originals.js'
import type { Container } from './container.js'
import { packNumbers } from './packed-column.js'

/** What {@link readOriginals} reads. */
export function originalColumns({ first, count }: Originals) {
  return {
    original: packNumbers(first.length, (passage) => first[passage]!),
    originalCount: packNumbers(count.length, (passage) => count[passage]!),
  }
}

export function readOriginals(container: Container): Originals {
  return {
    first: container.packed('original').values(),
    count: new Uint8Array(container.packed('originalCount').values()),
  }
}
