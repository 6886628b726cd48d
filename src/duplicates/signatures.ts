import { SIGNATURE_LENGTH, sketch } from './sketch.js'

export { SIGNATURE_LENGTH }

/** Places of a band, and the number of bands: rows that agree in all places of one are compared. */
export const BAND = 3
export const BANDS = SIGNATURE_LENGTH / BAND

/** In a block; a million signatures are never copied to make room for more. */
const BLOCK_ROWS = 4096

/**
 * MinHash signatures (Broder 1997; how they are made: {@link sketch}) in rows: two passages agree in a place with the probability that is their
 * resemblance, and by chance in one of 256 others.
 */
export class Signatures {
  private readonly blocks: Uint8Array[] = []
  length = 0

  push(shingles: Uint32Array): void {
    const { block, start } = this.nextRow()
    sketch(shingles, block, start)
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
