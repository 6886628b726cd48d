import { BandKeys } from './band-keys.js'
import type { KnownPassages, SignedPassages, SignedStretches } from './compared.js'
import { MAX_COMPARED, NONE } from './nearest.js'
import { SIGNATURE_LENGTH, Signatures } from './signatures.js'
import { firstNotBelow } from './sorted.js'

/** Where more passages than these, and more of all than this share, have to be compared again, all of them are. */
const MANY = 1000
const MOST = 1 / 8

/**
 * For passages that have to be compared again, what `nearestEarlier` finds: the earlier one that is most like each, or {@link NONE}. These are
 * those that agree in a band with one that was added or has gone, and for all others it is what it was.
 *
 * @param stretches Gone through twice, so that they need not be in memory.
 * @param least Places in which signatures must agree.
 * @returns undefined where so many have to be compared again that it is sooner done for all.
 */
export function nearestAgain(
  stretches: SignedStretches,
  { added, gone }: Pick<KnownPassages, 'added' | 'gone'>,
  least: number,
): Map<number, number> | undefined {
  const changed = new BandKeys()
  for (const { signatures } of stretches(added)) changed.add(signatures)
  for (const signatures of gone) changed.add(signatures)
  if (changed.size === 0) return new Map()
  const affected = new SomeSignatures()
  const all = findMatches(stretches(), changed, affected, () => {})
  if (affected.size > Math.max(MANY, MOST * all)) return undefined
  return compareAffected(stretches(), affected, least)
}

function compareAffected(
  stretches: Iterable<SignedPassages>,
  affected: SomeSignatures,
  least: number,
): Map<number, number> {
  const keys = new BandKeys()
  for (const signature of affected.values()) keys.add(signature)
  const passages: number[][] = Array.from({ length: keys.size }, () => [])
  const signatures = new SomeSignatures()
  findMatches(stretches, keys, signatures, (passage, place) => passages[place]!.push(passage))
  return new Map(
    Array.from(affected.numbers(), (passage) => {
      const places = keys.placesOf(signatures.of(passage))
      const before = places.map((place) => lastBefore(passage, passages[place]!))
      return [passage, nearestOf(passage, before, signatures, least)]
    }),
  )
}

/**
 * Keeps the signatures that have one of some keys; of each key, passages are told ascending.
 *
 * @returns how many signatures there are.
 */
function findMatches(
  stretches: Iterable<SignedPassages>,
  keys: BandKeys,
  found: SomeSignatures,
  visit: (passage: number, place: number) => void,
): number {
  let [first, all] = [0, 0]
  for (const { passages, numbers, signatures } of stretches) {
    keys.eachMatch(signatures, (row, place) => {
      const passage = first + numbers[row]!
      found.add(passage, signatures, row * SIGNATURE_LENGTH)
      visit(passage, place)
    })
    first += passages
    all += numbers.length
  }
  return all
}

/** Of ascending passages, those before one that are compared with it, the last first. */
function lastBefore(passage: number, passages: readonly number[]): number[] {
  const end = firstNotBelow(passage, passages)
  return passages.slice(Math.max(0, end - MAX_COMPARED), end).reverse()
}

/** @param before By band, the passages to compare with, in their order. */
function nearestOf(
  passage: number,
  before: readonly (readonly number[])[],
  signatures: SomeSignatures,
  least: number,
): number {
  let nearest = NONE
  let most = least - 1
  for (const passages of before)
    for (const other of passages) {
      const agreement = signatures.agreement(passage, other)
      if (agreement <= most) continue
      most = agreement
      nearest = other
    }
  return nearest
}

/** The signatures of some passages. */
class SomeSignatures {
  private readonly rows = new Map<number, number>()
  private readonly signatures = new Signatures()

  get size(): number {
    return this.rows.size
  }

  numbers(): Iterable<number> {
    return this.rows.keys()
  }

  /** One after the other, in pieces. */
  values(): Iterable<Uint8Array> {
    return this.signatures.pieces()
  }

  /** Adds the signature that begins at a place, if it is not there. */
  add(passage: number, signatures: Uint8Array, at: number): void {
    if (this.rows.has(passage)) return
    this.rows.set(passage, this.rows.size)
    this.signatures.append(signatures.subarray(at, at + SIGNATURE_LENGTH))
  }

  of(passage: number): Uint8Array {
    return this.signatures.at(this.rows.get(passage)!)
  }

  agreement(one: number, other: number): number {
    return this.signatures.agreement(this.rows.get(one)!, this.rows.get(other)!)
  }
}
