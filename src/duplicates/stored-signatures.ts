import type { Comparison, KnownPassages, SignedStretches } from './compared.js'
import { ComparedPlaces } from './compared-places.js'
import { Copies, type PassageSource } from './copies.js'
import { DuplicateFinder, LEAST_AGREEMENT } from './duplicate-finder.js'
import { NONE } from './nearest.js'
import { nearestAgain } from './nearest-again.js'

/** Passages whose signatures are not in memory, but can be gone through. */
export class StoredSignatures {
  /** @param passages How many there are. */
  constructor(
    private readonly passages: number,
    private readonly stretches: SignedStretches,
  ) {}

  /**
   * The originals of all passages: what {@link DuplicateFinder} finds.
   *
   * @param source Asked only for passages that may be copies.
   * @param known What was kept of an earlier time: passages are compared again only where some have been added or have gone that are
   *   like them.
   */
  compare(source: PassageSource, known?: KnownPassages): Comparison {
    const nearest = known && nearestAgain(this.stretches, known, LEAST_AGREEMENT)
    return nearest ? this.decide(nearest, source, known) : this.finder().compare(source, known)
  }

  private decide(
    nearest: ReadonlyMap<number, number>,
    source: PassageSource,
    { compared }: KnownPassages,
  ): Comparison {
    const copies = new Copies(this.passages, source, compared)
    const places = new ComparedPlaces(compared.numbers)
    const numbers = [...new Set([...compared.numbers, ...nearest.keys()])].sort((a, b) => a - b)
    for (const number of numbers) {
      const place = places.of(number)
      // Where the nearest has gone, it was looked for again.
      const near = nearest.get(number) ?? compared.nearest[place]!
      if (near === NONE && place < 0) continue
      copies.decide(number, near === NONE ? undefined : near, place)
    }
    return copies.result()
  }

  private finder(): DuplicateFinder {
    const finder = new DuplicateFinder()
    for (const stretch of this.stretches()) finder.append(stretch)
    return finder
  }
}
