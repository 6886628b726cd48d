import { NO_WORD } from './alignment-model.js'

/** Straight neighbours first, then diagonal ones. */
const NEIGHBOURS = [
  [-1, 0],
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, -1],
  [-1, 1],
  [1, -1],
  [1, 1],
] as const

/**
 * Joins the alignments of both directions: grow-diag-final-and (Koehn, Och and Marcu 2003; Koehn et al.
 * 2005). From the links that both have, it grows along neighbouring links of either, then adds links of
 * either whose words are both without any.
 */
export class Symmetrisation {
  private readonly english: number
  private readonly german: number
  private readonly union: Uint8Array
  private readonly links: Uint8Array
  private readonly englishLinked: Uint8Array
  private readonly germanLinked: Uint8Array

  /**
   * @param germanToEnglish For each German word the place of its English word.
   * @param englishToGerman For each English word the place of its German word.
   */
  constructor(
    private readonly germanToEnglish: Int32Array,
    private readonly englishToGerman: Int32Array,
  ) {
    this.english = englishToGerman.length
    this.german = germanToEnglish.length
    this.union = new Uint8Array(this.english * this.german)
    this.links = new Uint8Array(this.english * this.german)
    this.englishLinked = new Uint8Array(this.english)
    this.germanLinked = new Uint8Array(this.german)
  }

  /** 1 for each cell (English rows, German columns) whose words are linked. */
  cells(): Uint8Array {
    this.intersect()
    this.grow()
    this.addUnlinked(this.fromGerman())
    this.addUnlinked(this.fromEnglish())
    return this.links
  }

  private intersect(): void {
    for (const [i, j] of this.fromGerman()) {
      this.union[i * this.german + j] = 1
      if (this.englishToGerman[i] === j) this.link(i, j)
    }
    for (const [i, j] of this.fromEnglish()) this.union[i * this.german + j] = 1
  }

  private grow(): void {
    let grown = true
    while (grown) {
      grown = false
      for (let i = 0; i < this.english; i++)
        for (let j = 0; j < this.german; j++)
          if (this.links[i * this.german + j] === 1 && this.growFrom(i, j)) grown = true
    }
  }

  private growFrom(i: number, j: number): boolean {
    let grown = false
    for (const [down, right] of NEIGHBOURS) {
      const row = i + down
      const column = j + right
      if (row < 0 || row >= this.english || column < 0 || column >= this.german) continue
      if (this.union[row * this.german + column] === 0) continue
      if (this.englishLinked[row] === 1 && this.germanLinked[column] === 1) continue
      this.link(row, column)
      grown = true
    }
    return grown
  }

  private addUnlinked(candidates: Iterable<readonly [number, number]>): void {
    for (const [i, j] of candidates)
      if (this.englishLinked[i] === 0 && this.germanLinked[j] === 0) this.link(i, j)
  }

  private link(i: number, j: number): void {
    this.links[i * this.german + j] = 1
    this.englishLinked[i] = 1
    this.germanLinked[j] = 1
  }

  private *fromGerman(): Generator<readonly [number, number]> {
    for (let j = 0; j < this.german; j++)
      if (this.germanToEnglish[j] !== NO_WORD) yield [this.germanToEnglish[j]!, j]
  }

  private *fromEnglish(): Generator<readonly [number, number]> {
    for (let i = 0; i < this.english; i++)
      if (this.englishToGerman[i] !== NO_WORD) yield [i, this.englishToGerman[i]!]
  }
}
