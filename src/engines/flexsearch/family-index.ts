import type { StringTable } from '../../store/strings.js'

/** Gives terms the same key that are derived from one another. */
export type FamilyOf = (term: string) => string

/** What {@link FamilyIndex} reads: the hashes of the families of all terms, ascending, and whose they are. */
export interface FamilyColumns {
  familyHashes: Uint32Array
  /** Numbers of terms, parallel; ascending where hashes are equal. */
  familyOrder: Uint32Array
}

/** @param hashes Of the families of all terms, in their order: see {@link familyHash}. */
export function familyColumns(hashes: Uint32Array): FamilyColumns {
  const familyOrder = Uint32Array.from(hashes.keys()).sort(
    (a, b) => hashes[a]! - hashes[b]! || a - b,
  )
  return { familyHashes: familyOrder.map((number) => hashes[number]!), familyOrder }
}

/** Which terms belong together. The families themselves are not kept: those of a few are made again for each question. */
export class FamilyIndex {
  constructor(
    private readonly columns: FamilyColumns,
    private readonly terms: StringTable,
    private readonly familyOf: FamilyOf,
  ) {}

  /** The numbers of the terms in a family. */
  members(family: string): number[] {
    const { familyHashes, familyOrder } = this.columns
    const hash = familyHash(family)
    const found: number[] = []
    for (let place = firstNotBelow(hash, familyHashes); familyHashes[place] === hash; place++) {
      const number = familyOrder[place]!
      // Two families may have the same hash.
      if (this.familyOf(this.terms.at(number)) === family) found.push(number)
    }
    return found
  }
}

function firstNotBelow(wanted: number, numbers: Uint32Array): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (numbers[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/** FNV-1a (Fowler, Noll and Vo) over UTF-16 code units, 32 bits. */
export function familyHash(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
