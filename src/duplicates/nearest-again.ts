import { ABSENT, BandKeys } from './band-keys.js'
import {
  type ComparedPassages,
  type KnownPassages,
  NOWHERE,
  type SignedPassages,
  type SignedStretches,
} from './compared.js'
import { MAX_COMPARED, NONE } from './nearest.js'
import { SIGNATURE_LENGTH, Signatures } from './signatures.js'
import { firstNotBelow } from './sorted.js'

/** Where more passages than these, and more of all than this share, have to be compared again, all of them are. */
const MANY = 1000
const MOST = 1 / 8

/** Only all that agree with a passage in some band tell which is most like it. */
const UNKNOWN = -2

/**
 * For passages that have to be compared again, what `nearestEarlier` finds: the earlier one that is most like each, or {@link NONE}. These are
 * those that agree in a band with one that was added or has gone, and for all others it is what it was.
 *
 * @param stretches Gone through once mostly, twice at most, so that they need not be in memory.
 * @param least Places in which signatures must agree.
 * @returns undefined where so many have to be compared again that it is sooner done for all.
 */
export function nearestAgain(
  stretches: SignedStretches,
  { compared, added, gone }: KnownPassages,
  least: number,
): Map<number, number> | undefined {
  const changed = new BandKeys()
  for (const { signatures } of stretches(added)) changed.add(signatures)
  for (const signatures of gone) changed.add(signatures)
  if (changed.size === 0) return new Map()
  const { all, found } = findMatches(stretches(), changed)
  if (found.signatures.size > Math.max(MANY, MOST * all)) return undefined
  const nearest = new Map<number, number>()
  const left = new SomeSignatures()
  for (const passage of found.signatures.numbers()) {
    const near = nearestOfChanged(passage, found, nearestBefore(passage, compared), least)
    if (near === UNKNOWN) left.add(passage, found.signatures.of(passage), 0)
    else nearest.set(passage, near)
  }
  if (left.size > 0) compareAgain(stretches(), left, least, nearest)
  return nearest
}

/** Passages that have one of some keys: their signatures, and by the place of a key those that have it, ascending. */
interface Found {
  keys: BandKeys
  signatures: SomeSignatures
  passages: readonly number[][]
}

/** Besides, how many signatures there are. */
function findMatches(
  stretches: Iterable<SignedPassages>,
  keys: BandKeys,
): { all: number; found: Found } {
  const signatures = new SomeSignatures()
  const passages: number[][] = Array.from({ length: keys.size }, () => [])
  let [first, all] = [0, 0]
  for (const { passages: count, numbers, signatures: bytes } of stretches) {
    keys.eachMatch(bytes, (row, place) => {
      const passage = first + numbers[row]!
      signatures.add(passage, bytes, row * SIGNATURE_LENGTH)
      passages[place]!.push(passage)
    })
    first += count
    all += numbers.length
  }
  return { all, found: { keys, signatures, passages } }
}

/** Puts the nearest of some passages to others, from all that agree with them in a band. */
function compareAgain(
  stretches: Iterable<SignedPassages>,
  some: SomeSignatures,
  least: number,
  nearest: Map<number, number>,
): void {
  const keys = new BandKeys()
  for (const signature of some.values()) keys.add(signature)
  const { found } = findMatches(stretches, keys)
  for (const passage of some.numbers())
    nearest.set(passage, nearestOf(passage, candidatesOf(passage, found), found, least).passage)
}

/** The nearest of a passage as it was found before: a passage, {@link NONE}, or `NOWHERE` if it has gone. */
function nearestBefore(passage: number, { numbers, nearest }: ComparedPassages): number {
  const place = firstNotBelow(passage, numbers)
  return numbers[place] === passage ? nearest[place]! : NONE
}

/**
 * The nearest of a passage, if it can be told from those that agree with it in bands in which something has changed; else {@link UNKNOWN}. In
 * the other bands it is compared with the same ones as before, of which none is more like it than the nearest was.
 *
 * @param before The nearest of before.
 */
function nearestOfChanged(passage: number, found: Found, before: number, least: number): number {
  const { keys, signatures } = found
  const places = keys.placesOf(signatures.of(passage))
  const now = nearestOf(passage, candidatesOf(passage, found), found, least)
  if (before === NONE || !places.includes(ABSENT)) return now.passage
  if (before === NOWHERE) return UNKNOWN
  if (!signatures.has(before)) return now.passage === NONE ? before : UNKNOWN
  const agreement = signatures.agreement(passage, before)
  if (now.agreement > agreement) return now.passage
  if (now.agreement === agreement) return UNKNOWN
  // Where they agree in a band that has changed, it may be that others have come between them.
  const others = keys.placesOf(signatures.of(before))
  return places.some((place, band) => place !== ABSENT && place === others[band]) ? UNKNOWN : before
}

/** By band, the passages that a passage is compared with, in their order. */
function candidatesOf(passage: number, { keys, signatures, passages }: Found): number[][] {
  const places = keys.placesOf(signatures.of(passage))
  return places.map((place) => (place === ABSENT ? [] : lastBefore(passage, passages[place]!)))
}

/** Of ascending passages, those before one that are compared with it, the last first. */
function lastBefore(passage: number, passages: readonly number[]): number[] {
  const end = firstNotBelow(passage, passages)
  return passages.slice(Math.max(0, end - MAX_COMPARED), end).reverse()
}

/** The first of those that agree in most places. */
function nearestOf(
  passage: number,
  candidates: readonly (readonly number[])[],
  { signatures }: Found,
  least: number,
): { passage: number; agreement: number } {
  const nearest = { passage: NONE, agreement: least - 1 }
  for (const passages of candidates)
    for (const other of passages) {
      const agreement = signatures.agreement(passage, other)
      if (agreement <= nearest.agreement) continue
      nearest.passage = other
      nearest.agreement = agreement
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

  has(passage: number): boolean {
    return this.rows.has(passage)
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
