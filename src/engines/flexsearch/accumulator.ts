/** Passage numbers with a score each, parallel. */
export interface Scores {
  ids: Uint32Array
  scores: Float64Array
}

/**
 * Sums scores per passage in one typed array over the whole collection. Made once and reused: a caller
 * fills it and drains it before anyone else runs.
 */
export class Accumulator {
  private readonly sums: Float64Array
  /** 1 where the passage is in `touched`, so that a sum of zero counts too. */
  private readonly present: Uint8Array
  private readonly touched: Uint32Array
  private count = 0

  /** @param size Number of passages. */
  constructor(readonly size: number) {
    this.sums = new Float64Array(size)
    this.present = new Uint8Array(size)
    this.touched = new Uint32Array(size)
  }

  has(id: number): boolean {
    return this.present[id] === 1
  }

  get(id: number): number {
    return this.sums[id]!
  }

  add(id: number, value: number): void {
    if (this.present[id] === 0) {
      this.present[id] = 1
      this.touched[this.count++] = id
    }
    this.sums[id]! += value
  }

  addAll(ids: ArrayLike<number>, value: number): void {
    for (let i = 0; i < ids.length; i++) this.add(ids[i]!, value)
  }

  addScores({ ids, scores }: Scores): void {
    for (let i = 0; i < ids.length; i++) this.add(ids[i]!, scores[i]!)
  }

  /** The passages touched so far, in the order of their first touch. A view: valid until the drain. */
  ids(): Uint32Array {
    return this.touched.subarray(0, this.count)
  }

  /** The result; the accumulator is empty again. `score` may rewrite each sum. */
  drain(score?: (id: number, sum: number) => number): Scores {
    const ids = this.touched.slice(0, this.count)
    const scores = new Float64Array(this.count)
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!
      const sum = this.sums[id]!
      scores[i] = score ? score(id, sum) : sum
      this.sums[id] = 0
      this.present[id] = 0
    }
    this.count = 0
    return { ids, scores }
  }
}

/** Scores of disjoint sets of passages as one. */
export function concatenate(pieces: readonly Scores[]): Scores {
  const length = pieces.reduce((sum, { ids }) => sum + ids.length, 0)
  const all = { ids: new Uint32Array(length), scores: new Float64Array(length) }
  let next = 0
  for (const { ids, scores } of pieces) {
    all.ids.set(ids, next)
    all.scores.set(scores, next)
    next += ids.length
  }
  return all
}
