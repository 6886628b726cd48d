/** How many sentence pairs have a shape: lengths of the given and of the generated sentence. */
export interface Shape {
  given: number
  generated: number
  sentences: number
}

const STEEPEST = 16
const BISECTIONS = 12

/**
 * Where in the given sentence the counterpart of a word stands before anything is known about the words:
 * near the same relative place, p(i | j, m, n) proportional to exp(-tension |i/m - j/n|). Dyer, Chahuneau
 * and Smith, "A Simple, Fast, and Effective Reparameterization of IBM Model 2", NAACL 2013. Tension 0 is
 * IBM Model 1.
 */
export class DiagonalPrior {
  private readonly tables = new Map<number, Float32Array>()

  constructor(readonly tension: number) {}

  /** p(i | j) at `j * given + i`. */
  table(given: number, generated: number): Float32Array {
    const key = given * 1024 + generated
    const known = this.tables.get(key)
    if (known) return known
    const table = new Float32Array(given * generated)
    for (let j = 0; j < generated; j++) this.fillRow(table, j, given, generated)
    this.tables.set(key, table)
    return table
  }

  /**
   * The prior under which words are as far from the diagonal, on average, as they were found to be: the
   * most likely one, as the likelihood is concave in the tension.
   */
  static matching(meanDistance: number, shapes: readonly Shape[]): DiagonalPrior {
    let low = 0
    let high = STEEPEST
    for (let step = 0; step < BISECTIONS; step++) {
      const middle = (low + high) / 2
      if (new DiagonalPrior(middle).expectedDistance(shapes) > meanDistance) low = middle
      else high = middle
    }
    return new DiagonalPrior((low + high) / 2)
  }

  private fillRow(table: Float32Array, j: number, given: number, generated: number): void {
    let total = 0
    for (let i = 0; i < given; i++)
      total += table[j * given + i] = Math.exp(-this.tension * distance(i, given, j, generated))
    for (let i = 0; i < given; i++) table[j * given + i]! /= total
  }

  private expectedDistance(shapes: readonly Shape[]): number {
    let total = 0
    let words = 0
    for (const { given, generated, sentences } of shapes) {
      const table = this.table(given, generated)
      let sum = 0
      for (let j = 0; j < generated; j++)
        for (let i = 0; i < given; i++)
          sum += table[j * given + i]! * distance(i, given, j, generated)
      total += sum * sentences
      words += generated * sentences
    }
    return total / words
  }
}

/** Between the relative places of word `i` of `given` and word `j` of `generated`. */
export function distance(i: number, given: number, j: number, generated: number): number {
  return Math.abs((i + 0.5) / given - (j + 0.5) / generated)
}
