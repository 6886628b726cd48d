import type { ComparedPassages, Comparison, SignedPassages } from './compared.js'
import { ComparedPlaces } from './compared-places.js'
import { Copies, MIN_SHINGLES, type PassageSource, THRESHOLDS } from './copies.js'
import { NONE, nearestEarlier } from './nearest.js'
import type { Originals } from './originals.js'
import { SHINGLE_WORDS, wordsFor } from './shingles.js'
import { Signatures } from './signatures.js'
import { SKETCH_VERSION } from './sketch.js'

/** The rules by which a passage is a near-duplicate, for the index to tell whether they are still these. */
export function describeDuplicates(): string {
  return `duplicates ${Object.values(THRESHOLDS)} ${MIN_SHINGLES} ${SHINGLE_WORDS} sketch ${SKETCH_VERSION}`
}

export const MIN_WORDS = wordsFor(MIN_SHINGLES)

/** Places in which signatures must agree for their passages to be compared: a resemblance of about a fifth. */
export const LEAST_AGREEMENT = 20

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
   * @param known What was kept of an earlier time. What comes out is the same, but texts are read only where something has changed.
   */
  compare(source: PassageSource, known?: { compared: ComparedPassages }): Comparison {
    const nearest = nearestEarlier(this.signatures, LEAST_AGREEMENT)
    const copies = new Copies(this.passageCount, source, known?.compared)
    const places = new ComparedPlaces(known?.compared.numbers)
    for (let row = 0; row < nearest.length; row++) {
      const number = this.numbers[row]!
      const [near, place] = [nearest[row]!, places.of(number)]
      if (near === NONE && place < 0) continue
      copies.decide(number, near === NONE ? undefined : this.numbers[near]!, place)
    }
    return copies.result()
  }
}
