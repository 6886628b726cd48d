import { compareByCodePoint, type StringTable } from '../../store/strings.js'
import { firstNotBelow } from './sorted.js'

/** Gives terms the same key that are derived from one another. */
export type FamilyOf = (term: string) => string

/** The numbers of terms in the order of their families: the column that {@link FamilyIndex} reads. */
export function orderByFamily(terms: readonly string[], familyOf: FamilyOf): Uint32Array {
  const families = terms.map(familyOf)
  return Uint32Array.from(terms.keys()).sort(
    (a, b) => compareByCodePoint(families[a]!, families[b]!) || a - b,
  )
}

/** Which terms belong together. The families themselves are not kept: a few are made again for each question. */
export class FamilyIndex {
  /** @param order From {@link orderByFamily}. */
  constructor(
    private readonly order: Uint32Array,
    private readonly terms: StringTable,
    private readonly familyOf: FamilyOf,
  ) {}

  /** The numbers of the terms in a family. */
  members(family: string): number[] {
    const found: number[] = []
    for (let place = this.firstOf(family); place < this.order.length; place++) {
      if (this.at(place) !== family) break
      found.push(this.order[place]!)
    }
    return found
  }

  private firstOf(family: string): number {
    return firstNotBelow(family, this.order.length, (place) => this.at(place))
  }

  private at(place: number): string {
    return this.familyOf(this.terms.at(this.order[place]!))
  }
}
