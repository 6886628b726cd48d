import type { Token } from '../analysis/token.js'
import type { Language } from '../language/language.js'
import { NONE, nearestEarlier } from './nearest.js'
import { resemblance, shinglesOf, wordsFor } from './shingles.js'
import { SIGNATURE_LENGTH, Signatures } from './signatures.js'

/** Passages are near-duplicates from this resemblance of their sets of three consecutive words. */
export const THRESHOLD = 0.5

/** Shorter passages are left alone: greetings and thanks are the same everywhere and mean another place each. */
const MIN_SHINGLES = 18
export const MIN_WORDS = wordsFor(MIN_SHINGLES)

/** Signatures that agree in fewer places are not compared in full: three standard errors below the threshold. */
const LEAST_AGREEMENT = Math.floor(
  SIGNATURE_LENGTH * (THRESHOLD - 3 * Math.sqrt((THRESHOLD * (1 - THRESHOLD)) / SIGNATURE_LENGTH)),
)

/** A passage as the analyzer of its language reads it. */
export interface AnalyzedPassage {
  tokens: readonly Token[]
  language: Language
}

/**
 * Finds passages that say nearly the same in the same words, in one pass and some hundred and twenty bytes a passage.
 *
 * A group is a passage and later ones like it. All are like the first; without that, a chain of small changes
 * would join passages that have nothing in common.
 */
export class DuplicateFinder {
  private readonly signatures = new Signatures()
  /** Passage numbers by row of the signatures. */
  private readonly numbers: number[] = []
  private passageCount = 0

  /** Adds a passage; numbers ascending. */
  add(number: number, { tokens, language }: AnalyzedPassage): void {
    this.passageCount = number + 1
    const shingles = shinglesOf(tokens, language)
    if (shingles.length < MIN_SHINGLES) return
    this.signatures.push(shingles)
    this.numbers.push(number)
  }

  /**
   * By passage number: 0 for a passage without duplicates, otherwise one more than the number of its group's first
   * passage. Same passages, same groups.
   *
   * @param passage Gives a passage again; asked only for those whose signatures agree, which saves keeping all.
   */
  groups(passage: (number: number) => AnalyzedPassage): Uint32Array {
    const groups = new Uint32Array(this.passageCount)
    const nearest = nearestEarlier(this.signatures, LEAST_AGREEMENT)
    for (const [row, near] of nearest.entries()) {
      if (near === NONE) continue
      const number = this.numbers[row]!
      const neighbour = this.numbers[near]!
      const first = groups[neighbour] === 0 ? neighbour : groups[neighbour]! - 1
      if (!areAlike(passage(number), passage(first))) continue
      groups[first] = first + 1
      groups[number] = first + 1
    }
    return groups
  }
}

function areAlike(one: AnalyzedPassage, other: AnalyzedPassage): boolean {
  const shingles = [one, other].map(({ tokens, language }) => shinglesOf(tokens, language))
  return resemblance(shingles[0]!, shingles[1]!) >= THRESHOLD
}
