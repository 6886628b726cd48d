import { weightedOdds } from './bm25.js'
import { AT_A_TIME, type InPieces } from './in-pieces.js'
import type { BlockList } from './lists/block-list.js'

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
  /** By passage; zero for those that were not touched. */
  readonly sums: Float64Array
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

  get isEmpty(): boolean {
    return this.count === 0
  }

  add(id: number, value: number): void {
    if (this.present[id] === 0) {
      this.present[id] = 1
      this.touched[this.count++] = id
    }
    this.sums[id]! += value
  }

  // The loops below run for every posting of a query: no calls in them.

  addAll(ids: ArrayLike<number>, value: number): void {
    const { sums, present, touched } = this
    let { count } = this
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!
      if (present[id] === 0) {
        present[id] = 1
        touched[count++] = id
      }
      sums[id]! += value
    }
    this.count = count
  }

  /** Makes sure that passages are there. */
  touch(ids: Uint32Array): void {
    const { present, touched } = this
    let { count } = this
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!
      if (present[id] === 1) continue
      present[id] = 1
      touched[count++] = id
    }
    this.count = count
  }

  /** Adds to each passage its own number: scores, or how often it has something. */
  addScores({
    ids,
    scores,
  }: {
    ids: Uint32Array
    scores: Float64Array | Uint8Array | Uint32Array
  }): void {
    const { sums, present, touched } = this
    let { count } = this
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!
      if (present[id] === 0) {
        present[id] = 1
        touched[count++] = id
      }
      sums[id]! += scores[i]!
    }
    this.count = count
  }

  /** Adds the odds of each passage of a term, times a weight. */
  addPostings(postings: BlockList, weight: number): void {
    const odds = weightedOdds(weight)
    const { passages, payloads } = postings.readAll()
    const { sums, present, touched } = this
    let { count } = this
    for (let i = 0; i < passages.length; i++) {
      const id = passages[i]!
      if (present[id] === 0) {
        present[id] = 1
        touched[count++] = id
      }
      sums[id]! += odds[payloads[i]!]!
    }
    this.count = count
  }

  /** Adds a value to every passage of a list. */
  addList(list: BlockList, value: number): void {
    this.addAll(list.readAll().passages, value)
  }

  /** The passages touched so far, in the order of their first touch. A view: valid until the drain. */
  ids(): Uint32Array {
    return this.touched.subarray(0, this.count)
  }

  /** The result; the accumulator is empty again. */
  drain(): Scores {
    const ids = this.touched.slice(0, this.count)
    const scores = new Float64Array(ids.length)
    this.takeScores(ids, scores, 0, ids.length)
    this.count = 0
    return { ids, scores }
  }

  /** The same piece by piece: nobody else may use the accumulator meanwhile. */
  *drainInPieces(): InPieces<Scores> {
    const ids = this.touched.slice(0, this.count)
    const scores = new Float64Array(ids.length)
    for (let from = 0; from < ids.length; from += AT_A_TIME) {
      this.takeScores(ids, scores, from, Math.min(ids.length, from + AT_A_TIME))
      yield
    }
    this.count = 0
    return { ids, scores }
  }

  private takeScores(ids: Uint32Array, scores: Float64Array, from: number, to: number): void {
    const { sums, present } = this
    for (let i = from; i < to; i++) {
      const id = ids[i]!
      scores[i] = sums[id]!
      sums[id] = 0
      present[id] = 0
    }
  }

  /** The passages that were touched, in that order, where nothing was added to any; the accumulator is empty again. */
  drainTouched(): Uint32Array {
    const { present } = this
    const ids = this.touched.slice(0, this.count)
    for (let i = 0; i < ids.length; i++) present[ids[i]!] = 0
    this.count = 0
    return ids
  }

  /** Does something, and makes the accumulator empty again where that fails. */
  orEmpty<T>(action: () => T): T {
    try {
      return action()
    } catch (error) {
      this.clear()
      throw error
    }
  }

  /** Makes the accumulator empty again. */
  clear(): void {
    const { sums, present, touched } = this
    for (let i = 0; i < this.count; i++) {
      sums[touched[i]!] = 0
      present[touched[i]!] = 0
    }
    this.count = 0
  }
}

/** Does work that uses sums which others use too: where something cannot be read for it, they are empty again. */
export function* orEmpty<T>(sums: Accumulator, work: InPieces<T>): InPieces<T> {
  for (;;) {
    const { done, value } = sums.orEmpty(() => work.next())
    if (done) return value
    yield
  }
}

/** Scores of disjoint sets of passages as one. */
export function concatenate(pieces: readonly Scores[]): Scores {
  const filled = pieces.filter(({ ids }) => ids.length > 0)
  if (filled.length === 1) return filled[0]!
  const length = filled.reduce((sum, { ids }) => sum + ids.length, 0)
  const all = { ids: new Uint32Array(length), scores: new Float64Array(length) }
  let next = 0
  for (const { ids, scores } of filled) {
    all.ids.set(ids, next)
    all.scores.set(scores, next)
    next += ids.length
  }
  return all
}
