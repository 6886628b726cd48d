import { NONE, nearestEarlier } from './nearest.js'
import type { Originals } from './originals.js'
import { RecentShingles } from './recent-shingles.js'
import { repetition, type Stretch } from './repetition.js'
import { SHINGLE_WORDS, wordsFor } from './shingles.js'
import { Signatures } from './signatures.js'

/** What makes a passage a copy, as shares of different shingles. */
export const THRESHOLDS = {
  /** It has more than this share of every original, so that two copies of one have words in common. */
  ofOriginal: 1 / 2,
  /** This share of it, or more, is in its originals and the passages beside them. */
  ofCopy: 3 / 5,
}

/** The rules by which a passage is a near-duplicate, for the index to tell whether they are still these. */
export function describeDuplicates(): string {
  return `duplicates ${Object.values(THRESHOLDS)} ${MIN_SHINGLES} ${SHINGLE_WORDS}`
}

/** Shorter passages are left alone: greetings and thanks are alike everywhere, and each means another place. */
const MIN_SHINGLES = 18
export const MIN_WORDS = wordsFor(MIN_SHINGLES)

/** Places in which signatures must agree for their passages to be compared: a resemblance of about a fifth. */
const LEAST_AGREEMENT = 20

/** Where this share of a passage is in its likely originals, the passages beside them are not looked at. */
const WHOLE = 0.9

/** Gives passages again, by number. */
export interface PassageSource {
  /** Its shingles, valid until the next question. */
  shingles(number: number): Uint32Array
  /** Number of the document that a passage is in. */
  documentOf(number: number): number
}

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
    const found = {
      first: new Uint32Array(this.passageCount),
      count: new Uint8Array(this.passageCount),
    }
    const recent = new RecentShingles(source)
    for (const [row, near] of nearestEarlier(this.signatures, LEAST_AGREEMENT).entries()) {
      if (near === NONE) continue
      const number = this.numbers[row]!
      const repeated = findRepeated(number, this.numbers[near]!, found, source, recent)
      if (repeated) record(number, repeated, found)
    }
    return found
  }
}

/** What a passage repeats, if it is a copy: looked for where the earlier passage that is most like it leads. */
function findRepeated(
  number: number,
  near: number,
  found: Originals,
  source: PassageSource,
  recent: RecentShingles,
): Stretch | undefined {
  const earlier = (passage: number) => {
    const shingles = recent.at(passage)
    const repeatable = shingles.length >= MIN_SHINGLES && !isCopy(passage, found)
    return { shingles, repeatable }
  }
  const own = recent.at(number)
  const likely = originalsOf(near, found)
  const compare = (stretch: Stretch) => repetition(own, stretch, THRESHOLDS.ofOriginal, earlier)
  const first = compare(likely)
  const { covered, repeated } =
    first.covered >= WHOLE ? first : compare(widened(likely, number, source))
  return covered >= THRESHOLDS.ofCopy ? repeated : undefined
}

function originalsOf(passage: number, { first, count }: Originals): Stretch {
  if (count[passage] === 0) return { first: passage, last: passage }
  return { first: first[passage]!, last: first[passage]! + count[passage]! - 1 }
}

function isCopy(passage: number, { first, count }: Originals): boolean {
  return count[passage]! > 0 && first[passage] !== passage
}

/** With the passages before and after in the same document, but not with the passage in question or later ones. */
function widened({ first, last }: Stretch, number: number, source: PassageSource): Stretch {
  const document = source.documentOf(first)
  const before = first > 0 && source.documentOf(first - 1) === document
  const after = last + 1 < number && source.documentOf(last + 1) === document
  return { first: before ? first - 1 : first, last: after ? last + 1 : last }
}

function record(number: number, { first, last }: Stretch, found: Originals): void {
  found.first[number] = first
  found.count[number] = last - first + 1
  for (let original = first; original <= last; original++) {
    if (isCopy(original, found)) continue
    found.first[original] = original
    found.count[original] = 1
  }
}
