import type { Comparison, KnownPassages } from './compared.js'
import { Copies, MIN_SHINGLES, type PassageSource, THRESHOLDS } from './copies.js'
import { NONE, nearestEarlier } from './nearest.js'
import { nearestAgain } from './nearest-again.js'
import type { Originals } from './originals.js'
import { SHINGLE_WORDS, wordsFor } from './shingles.js'
import { Signatures } from './signatures.js'
import { firstNotBelow } from './sorted.js'

/** The rules by which a passage is a near-duplicate, for the index to tell whether they are still these. */
export function describeDuplicates(): string {
  return `duplicates ${Object.values(THRESHOLDS)} ${MIN_SHINGLES} ${SHINGLE_WORDS}`
}

export const MIN_WORDS = wordsFor(MIN_SHINGLES)

/** Places in which signatures must agree for their passages to be compared: a resemblance of about a fifth. */
const LEAST_AGREEMENT = 20

/** The signatures of some passages, as {@link DuplicateFinder} keeps them. */
export interface SignedPassages {
  /** Of all, also those that are too short to be signed. */
  passages: number
  /** The signed ones, ascending from 0, and their signatures. */
  numbers: Uint32Array
  signatures: Uint8Array
}

/**
 * Finds passages that say nearly the same in the same words. Keeps some hundred bytes a passage, and
 * compares only passages whose signatures agree, so that time grows with their number.
 */
export class DuplicateFinder {
  private readonly signatures = new Signatures()
  /** Passage numbers by row of the signatures. */
  private readonly numbers: number[] = []
  private passageCount = 0

  /** Adds a passage by its shingles; numbers ascending from 0. */
  add(number: number, shingles: Uint32Array): void {
    this.passageCount = number + 1
    if (shingles.length < MIN_SHINGLES) return
    this.signatures.push(shingles)
    this.numbers.push(number)
  }

  /** What was added. */
  signed(): SignedPassages {
    const { passageCount: passages } = this
    return {
      passages,
      numbers: Uint32Array.from(this.numbers),
      signatures: this.signatures.rows(),
    }
  }

  /** The same without a copy: the signatures in pieces, to be written one after the other. */
  pieces(): { passages: number; numbers: readonly number[]; signatures: Uint8Array[] } {
    const { passageCount: passages, numbers } = this
    return { passages, numbers, signatures: this.signatures.pieces() }
  }

  /** Adds what another finder has: the passages that come next. */
  append({ passages, numbers, signatures }: SignedPassages): void {
    for (const number of numbers) this.numbers.push(this.passageCount + number)
    this.signatures.append(signatures)
    this.passageCount += passages
  }

  /**
   * The originals of all passages. Same passages, same originals.
   *
   * @param source Asked only for passages that may be copies, which saves keeping all.
   */
  originals(source: PassageSource): Originals {
    return this.compare(source).originals
  }

  /**
   * The same, with what is to be kept for another time.
   *
   * @param known What was kept of an earlier time. What comes out is the same, only sooner: passages are compared again only where
   *   some have been added or have gone that are like them.
   */
  compare(source: PassageSource, known?: KnownPassages): Comparison {
    const nearest = known ? this.nearestAgain(known) : this.nearestOfAll()
    const copies = new Copies(this.passageCount, source, known?.compared)
    const places = new Places(known?.compared.numbers)
    for (const [row, near] of nearest.entries()) {
      const number = this.numbers[row]!
      const place = places.of(number)
      if (near === NONE && place < 0) continue
      copies.decide(number, near === NONE ? undefined : this.numbers[near]!, place)
    }
    return copies.result()
  }

  private nearestOfAll(): Int32Array {
    return nearestEarlier(this.signatures, LEAST_AGREEMENT)
  }

  private nearestAgain({ compared, isNew, gone }: KnownPassages): Int32Array {
    const { numbers, signatures } = this
    const nearest = new Int32Array(numbers.length).fill(NONE)
    const added: number[] = []
    const places = new Places(compared.numbers)
    for (let row = 0; row < numbers.length; row++) {
      const number = numbers[row]!
      const place = places.of(number)
      if (place >= 0) nearest[row] = this.rowOf(compared.nearest[place]!)
      if (isNew(number)) added.push(row)
    }
    return nearestAgain(signatures, nearest, { added, gone }, LEAST_AGREEMENT)
  }

  /** The row of a passage, or {@link NONE}. */
  private rowOf(passage: number): number {
    const row = firstNotBelow(passage, this.numbers)
    return this.numbers[row] === passage ? row : NONE
  }
}

/** Finds numbers in an ascending list, if they are asked for ascending too. */
class Places {
  private place = 0

  constructor(private readonly numbers: Uint32Array = new Uint32Array(0)) {}

  /** The place of a number, or -1. */
  of(number: number): number {
    const { numbers } = this
    while (this.place < numbers.length && numbers[this.place]! < number) this.place++
    return numbers[this.place] === number ? this.place : -1
  }
}
