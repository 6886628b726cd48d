import { mix } from './mix.js'

/** Raised where the same words get another signature: signatures of two versions cannot be compared. */
export const SKETCH_VERSION = 2

/** Places of a signature, each a byte. */
export const SIGNATURE_LENGTH = 96

/** After as many rounds as places, each round fills a certain place. */
const ROUNDS = 2 * SIGNATURE_LENGTH

/** One odd factor and one summand per round, from a fixed seed. */
const FACTORS = Int32Array.from({ length: ROUNDS }, (_, i) => mix(2 * i + 1) | 1)
const SUMMANDS = Int32Array.from({ length: ROUNDS }, (_, i) => mix(-2 * i - 2))

/** Bits of a hash that say where it is between two others of its place and round; the round stands above them. */
const ORDER_BITS = 23
/** Bits of a hash that are multiplied by the number of places, which has 7, and of the product those that are not the place. */
const PLACED_BITS = 25
const BEHIND_PLACE = 2 ** PLACED_BITS - 1

/** Greater than all hashes, and the greatest number of its kind. */
const EMPTY = 0x7fffffff

/** By place: the least hash; one list for all passages. */
const least = new Int32Array(SIGNATURE_LENGTH)

/**
 * Writes a signature of shingles: in each place a byte of the least of the hashes that fall there. Two sets agree in a place with the probability that is their resemblance.
 *
 * MinHash hashes each shingle for each place. Here a hash says which place it is for (fast similarity sketching: Dahlgaard, Knudsen and Thorup 2017). Shingles are
 * hashed in rounds, until all places are filled: a passage of 70 shingles takes 7 rounds in place of 96, and resemblance is told as exactly. What falls into a
 * place that was filled in an earlier round does not count.
 */
export function sketch(shingles: Uint32Array, row: Uint8Array, start: number): void {
  least.fill(EMPTY)
  let empty = SIGNATURE_LENGTH
  for (let round = 0; empty > 0 && round < ROUNDS; round++) empty -= filledBy(shingles, round)
  for (let place = 0; place < SIGNATURE_LENGTH; place++) row[start + place] = mix(least[place]!)
}

/** Goes through the shingles once; returns how many places were empty before, and are not now. Without a branch: what falls where cannot be foretold. */
function filledBy(shingles: Uint32Array, round: number): number {
  const [factor, summand] = [FACTORS[round]!, SUMMANDS[round]!]
  const certain = round - SIGNATURE_LENGTH
  let filled = 0
  for (let i = 0; i < shingles.length; i++) {
    const hash = (Math.imul(shingles[i]! | 0, factor) + summand) | 0
    // The upper bits of a multiplied number are mixed best: they choose the place, and those behind it the order.
    const placed = Math.imul(hash >>> (32 - PLACED_BITS), SIGNATURE_LENGTH)
    const place = certain < 0 ? placed >>> PLACED_BITS : certain
    const order = (placed & BEHIND_PLACE) >>> (PLACED_BITS - ORDER_BITS)
    const value = (round << ORDER_BITS) | order
    const before = least[place]!
    const less = value - before
    least[place] = before + (less & (less >> 31))
    // One more than this overflows.
    filled += ((before + 1) | 0) >>> 31
  }
  return filled
}
