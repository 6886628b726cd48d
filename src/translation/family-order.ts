/** Gives terms the same key that are derived from one another. */
export type FamilyOf = (term: string) => string

const PLACE_BYTES = 4

/**
 * Finds the terms of a family among terms in alphabetical order. Kept are only the places of terms that are
 * not the key of their own family, in the order of the keys (u32, little endian); the keys
 * are made again, a few for each question.
 */
export class FamilyOrder {
  private readonly view: DataView
  private readonly length: number

  constructor(
    packed: Uint8Array,
    private readonly terms: { at(place: number): string; indexOf(term: string): number },
  ) {
    this.view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
    this.length = packed.byteLength / PLACE_BYTES
  }

  /** The places of the terms with a key, in alphabetical order. */
  members(key: string, familyOf: FamilyOf): number[] {
    const own = this.terms.indexOf(key)
    const found = own >= 0 && familyOf(key) === key ? [own] : []
    const keyAt = (index: number) => familyOf(this.terms.at(this.placeAt(index)))
    for (let index = this.firstOf(key, keyAt); index < this.length; index++) {
      if (keyAt(index) !== key) break
      found.push(this.placeAt(index))
    }
    return found.sort((a, b) => a - b)
  }

  /** The first index whose key is not before this one. */
  private firstOf(key: string, keyAt: (index: number) => string): number {
    let low = 0
    let high = this.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (keyAt(middle) < key) low = middle + 1
      else high = middle
    }
    return low
  }

  private placeAt(index: number): number {
    return this.view.getUint32(index * PLACE_BYTES, true)
  }
}

/** @param terms In alphabetical order. */
export function packFamilyOrder(terms: readonly string[], familyOf: FamilyOf): Uint8Array {
  const derived = terms
    .map((term, place) => ({ term, place, key: familyOf(term) }))
    .filter(({ term, key }) => key !== term)
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.place - b.place))
  const packed = new Uint8Array(derived.length * PLACE_BYTES)
  const view = new DataView(packed.buffer)
  for (const [index, { place }] of derived.entries())
    view.setUint32(index * PLACE_BYTES, place, true)
  return packed
}
