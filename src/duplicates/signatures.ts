import { mix } from './mix.js'

/** Shingles are hashed by as many functions; a signature has a byte of the least hash of each. */
export const SIGNATURE_LENGTH = 96

/** Places of a band, and the number of bands: rows that agree in all places of one are compared. */
export const BAND = 3
export const BANDS = SIGNATURE_LENGTH / BAND

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
    const { block, start } = this.nextRow()
    for (let i = 0; i < SIGNATURE_LENGTH; i += FUNCTIONS) leastHashes(shingles, i, block, start + i)
  }

  /** Adds rows that another list has as {@link rows}. */
  append(rows: Uint8Array): void {
    for (let from = 0; from < rows.length; ) {
      const { block, start } = this.nextRow()
      const end = Math.min(rows.length, from + block.length - start)
      block.set(rows.subarray(from, end), start)
      this.length += (end - from) / SIGNATURE_LENGTH - 1
      from = end
    }
  }

  /** All rows, one after the other. */
  rows(): Uint8Array {
    const all = new Uint8Array(this.length * SIGNATURE_LENGTH)
    for (const [i, block] of this.blocks.entries()) {
      const start = i * BLOCK_ROWS * SIGNATURE_LENGTH
      all.set(block.subarray(0, Math.min(block.length, all.length - start)), start)
    }
    return all
  }

  /** The same without a copy, in pieces of whole rows. */
  pieces(): Uint8Array[] {
    return this.blocks.map((block, i) => {
      const rows = Math.min(BLOCK_ROWS, this.length - i * BLOCK_ROWS)
      return block.subarray(0, rows * SIGNATURE_LENGTH)
    })
  }

  /** Goes through the keys of a band: of each row, its three bytes in the band's places, as a number. */
  eachKey(band: number, visit: (row: number, key: number) => void): void {
    for (let number = 0, row = 0; number < this.blocks.length; number++) {
      const block = this.blocks[number]!
      const end = Math.min(this.length, row + BLOCK_ROWS)
      for (let at = BAND * band; row < end; row++, at += SIGNATURE_LENGTH)
        visit(row, keyAt(block, at))
    }
  }

  /** A row by itself. */
  at(row: number): Uint8Array {
    const { block, start } = this.row(row)
    return block.subarray(start, start + SIGNATURE_LENGTH)
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

  private nextRow(): { block: Uint8Array; start: number } {
    if (this.length % BLOCK_ROWS === 0)
      this.blocks.push(new Uint8Array(BLOCK_ROWS * SIGNATURE_LENGTH))
    return this.row(this.length++)
  }

  private row(row: number): { block: Uint8Array; start: number } {
    const block = this.blocks[Math.floor(row / BLOCK_ROWS)]!
    return { block, start: (row % BLOCK_ROWS) * SIGNATURE_LENGTH }
  }
}

/** Three bytes, as a number. */
export function keyAt(signature: Uint8Array, at: number): number {
  return (signature[at]! << 16) | (signature[at + 1]! << 8) | signature[at + 2]!
}

/** So many functions in one go through the shingles: loads and loop cost as much as a function. */
const FUNCTIONS = 4

/** The least hashes of four functions, as signed numbers: the order matters, not the sign, and V8 compares these faster. */
function leastHashes(shingles: Uint32Array, first: number, row: Uint8Array, start: number): void {
  const [f0, f1, f2, f3] = [
    FACTORS[first]!,
    FACTORS[first + 1]!,
    FACTORS[first + 2]!,
    FACTORS[first + 3]!,
  ]
  const [s0, s1, s2, s3] = [
    SUMMANDS[first]!,
    SUMMANDS[first + 1]!,
    SUMMANDS[first + 2]!,
    SUMMANDS[first + 3]!,
  ]
  let least0 = 0x7fffffff
  let least1 = 0x7fffffff
  let least2 = 0x7fffffff
  let least3 = 0x7fffffff
  for (let i = 0; i < shingles.length; i++) {
    const shingle = shingles[i]! | 0
    const hash0 = (Math.imul(shingle, f0) + s0) | 0
    const hash1 = (Math.imul(shingle, f1) + s1) | 0
    const hash2 = (Math.imul(shingle, f2) + s2) | 0
    const hash3 = (Math.imul(shingle, f3) + s3) | 0
    if (hash0 < least0) least0 = hash0
    if (hash1 < least1) least1 = hash1
    if (hash2 < least2) least2 = hash2
    if (hash3 < least3) least3 = hash3
  }
  row[start] = mix(least0)
  row[start + 1] = mix(least1)
  row[start + 2] = mix(least2)
  row[start + 3] = mix(least3)
}
