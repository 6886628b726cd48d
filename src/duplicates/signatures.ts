import { mix } from './mix.js'

/** Shingles are hashed by as many functions; a signature has a byte of the least hash of each. */
export const SIGNATURE_LENGTH = 96

/** In a block; a million signatures are never copied to make room for more. */
const BLOCK_ROWS = 4096

/** One odd factor and one summand per hash function, from a fixed seed. */
const FACTORS = Int32Array.from({ length: SIGNATURE_LENGTH }, (_, i) => mix(2 * i + 1) | 1)
const SUMMANDS = Int32Array.from({ length: SIGNATURE_LENGTH }, (_, i) => mix(-2 * i - 2))

/**
 * MinHash signatures (Broder 1997) in rows: two passages agree in a place with the probability that is their
 * resemblance, and by chance in one of 256 others.
 */
export class Signatures {
  private readonly blocks: Uint8Array[] = []
  length = 0

  push(shingles: Uint32Array): void {
    if (this.length % BLOCK_ROWS === 0)
      this.blocks.push(new Uint8Array(BLOCK_ROWS * SIGNATURE_LENGTH))
    const { block, start } = this.row(this.length++)
    for (let i = 0; i < SIGNATURE_LENGTH; i++)
      block[start + i] = mix(leastHash(shingles, FACTORS[i]!, SUMMANDS[i]!))
  }

  /** In how many places two rows agree. */
  agreement(one: number, other: number): number {
    const a = this.row(one)
    const b = this.row(other)
    let places = 0
    for (let i = 0; i < SIGNATURE_LENGTH; i++)
      places += Number(a.block[a.start + i] === b.block[b.start + i])
    return places
  }

  /** Three bytes from a place of a row, as a number. */
  threeBytes(row: number, place: number): number {
    const { block, start } = this.row(row)
    const at = start + place
    return (block[at]! << 16) | (block[at + 1]! << 8) | block[at + 2]!
  }

  private row(row: number): { block: Uint8Array; start: number } {
    const block = this.blocks[Math.floor(row / BLOCK_ROWS)]!
    return { block, start: (row % BLOCK_ROWS) * SIGNATURE_LENGTH }
  }
}

/** The least hash, as a signed number: the order matters, not the sign, and V8 compares these faster. */
function leastHash(shingles: Uint32Array, factor: number, summand: number): number {
  let least = 0x7fffffff
  for (let i = 0; i < shingles.length; i++) {
    const hash = (Math.imul(shingles[i]!, factor) + summand) | 0
    if (hash < least) least = hash
  }
  return least
}
