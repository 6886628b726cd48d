import type { Container } from '../../store/container.js'
import type { FrontCodedStrings } from '../../store/front-coded-strings.js'
import { type PackedColumn, packNumbers } from '../../store/packed-column.js'
import { partitionPoint } from '../../store/partition-point.js'

/** Gives terms the same key that are derived from one another. */
export type FamilyOf = (term: string) => string

/**
 * What {@link FamilyIndex} reads: the hashes of the families of some terms, ascending, and the numbers of these terms,
 * ascending where hashes are equal. A term that is its own family is left out.
 *
 * @param numbers Of the other terms, ascending.
 * @param hashes Of their families: see {@link familyHash}.
 */
export function familyColumns(numbers: Uint32Array, hashes: Uint32Array) {
  const order = Uint32Array.from(hashes.keys()).sort((a, b) => hashes[a]! - hashes[b]! || a - b)
  return {
    familyHashes: packNumbers(order.length, (place) => hashes[order[place]!]!),
    familyOrder: packNumbers(order.length, (place) => numbers[order[place]!]!),
  }
}

/** Which terms belong together. The families themselves are not kept: those of a few are made again for each question. */
export class FamilyIndex {
  private readonly hashes: PackedColumn
  private readonly order: PackedColumn

  constructor(
    container: Container,
    private readonly terms: Pick<FrontCodedStrings, 'at' | 'indexOf'>,
    private readonly familyOf: FamilyOf,
  ) {
    this.hashes = container.packed('familyHashes')
    this.order = container.packed('familyOrder')
  }

  /** The numbers of the terms in a family, ascending. */
  members(family: string): number[] {
    const { hashes, order } = this
    const hash = familyHash(family)
    const found = this.ownTerm(family)
    let place = partitionPoint(0, hashes.length, (at) => hashes.at(at) < hash)
    for (; place < hashes.length && hashes.at(place) === hash; place++) {
      const number = order.at(place)
      // Two families may have the same hash.
      if (this.familyOf(this.terms.at(number)) === family) found.push(number)
    }
    return found.sort((a, b) => a - b)
  }

  /** The number of the term that a family is named after, where it is in the family and there is one. */
  private ownTerm(family: string): number[] {
    const number = this.familyOf(family) === family ? this.terms.indexOf(family) : -1
    return number < 0 ? [] : [number]
  }
}

/** FNV-1a (Fowler, Noll and Vo) over UTF-16 code units, 32 bits. */
export function familyHash(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
