import type { Container } from '../../store/container.js'
import { firstNotBelow } from '../../store/number-list.js'
import type { PagedColumn } from '../../store/paged-column.js'
import type { StringTable } from '../../store/strings.js'

/** Gives terms the same key that are derived from one another. */
export type FamilyOf = (term: string) => string

/**
 * What {@link FamilyIndex} reads: the hashes of the families of all terms, ascending, and the numbers of these terms,
 * ascending where hashes are equal.
 *
 * @param hashes Of the families of all terms, in their order: see {@link familyHash}.
 */
export function familyColumns(hashes: Uint32Array) {
  const familyOrder = Uint32Array.from(hashes.keys()).sort(
    (a, b) => hashes[a]! - hashes[b]! || a - b,
  )
  return { familyHashes: familyOrder.map((number) => hashes[number]!), familyOrder }
}

/** Which terms belong together. The families themselves are not kept: those of a few are made again for each question. */
export class FamilyIndex {
  private readonly hashes: PagedColumn<Uint32Array>
  private readonly order: PagedColumn<Uint32Array>

  constructor(
    container: Container,
    private readonly terms: StringTable,
    private readonly familyOf: FamilyOf,
  ) {
    this.hashes = container.paged('familyHashes', Uint32Array)
    this.order = container.paged('familyOrder', Uint32Array)
  }

  /** The numbers of the terms in a family. */
  members(family: string): number[] {
    const { hashes, order } = this
    const hash = familyHash(family)
    const found: number[] = []
    let place = firstNotBelow(hash, hashes)
    for (; place < hashes.length && hashes.at(place) === hash; place++) {
      const number = order.at(place)
      // Two families may have the same hash.
      if (this.familyOf(this.terms.at(number)) === family) found.push(number)
    }
    return found
  }
}

/** FNV-1a (Fowler, Noll and Vo) over UTF-16 code units, 32 bits. */
export function familyHash(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
