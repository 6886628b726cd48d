import type { PassageSource } from './copies.js'

/** Copies stand in the order of their originals, so that each is soon asked for again. */
const CAPACITY = 256

/** The shingles of passages, the last ones kept. */
export class RecentShingles {
  private readonly recent = new Map<number, Uint32Array>()

  constructor(private readonly source: PassageSource) {}

  at(number: number): Uint32Array {
    const known = this.recent.get(number)
    if (known) return known
    const shingles = this.source.shingles(number).slice()
    if (this.recent.size >= CAPACITY) this.recent.clear()
    this.recent.set(number, shingles)
    return shingles
  }
}
