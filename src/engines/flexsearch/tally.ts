import type { Scores } from './accumulator.js'
import type { Clause, ContextClause } from './clause.js'

/** What makes a passage a hit: it is in one of `anyOf`, in all of `allOf`, in none of `noneOf`, and passes all tests. */
export interface Admission {
  anyOf: readonly Clause[]
  allOf: readonly Clause[]
  noneOf: readonly Clause[]
  tests: readonly ((id: number) => boolean)[]
}

// The state of a passage, in one number: 0 for one that is no hit.
const HIT = 2 ** 31
/** In the bits between: the last clause, counted from 1, whose text matches the passage. */
const CLAUSE = 2 ** 16
/** In the lowest bits: the number of counted clauses that it matches. */
const MATCHED = CLAUSE - 1
/** More than any number of clauses. */
const EXCLUDED = MATCHED

/**
 * Adds up the clauses of a query, and counts which of them a passage matches. Made once and reused, as the sums are:
 * from the admission to the end nobody else runs.
 */
export class Tally {
  private readonly states: Uint32Array
  private readonly sums: Float64Array
  private readonly hits: Uint32Array
  private count = 0
  private clauseNumber = 0

  /** @param size Number of passages. */
  constructor(size: number) {
    this.states = new Uint32Array(size)
    this.sums = new Float64Array(size)
    this.hits = new Uint32Array(size)
  }

  admit({ anyOf, allOf, noneOf, tests }: Admission): void {
    if (allOf.length + noneOf.length + tests.length === 0) {
      for (const { ids } of anyOf) this.admitAll(ids)
      return
    }
    const { states } = this
    for (const { ids } of allOf) for (let i = 0; i < ids.length; i++) states[ids[i]!]!++
    for (const { ids } of noneOf) for (let i = 0; i < ids.length; i++) states[ids[i]!] = EXCLUDED
    const admitted = anyOf.map(({ ids }) =>
      ids.filter((id) => states[id] === allOf.length && tests.every((test) => test(id))),
    )
    for (const { ids } of [...allOf, ...noneOf])
      for (let i = 0; i < ids.length; i++) states[ids[i]!] = 0
    for (const ids of admitted) this.admitAll(ids)
  }

  /** Adds a clause to the hits that match it; `counts` is 1 for a clause that is counted, else 0. */
  add(clause: Clause, counts: number): void {
    this.clauseNumber++
    this.addText(clause, counts)
    if (clause.context) this.addContext(clause.context, counts)
  }

  /** The hits with their scores, and `bonus` where all `counted` clauses match. Everything is as before the first. */
  finish(counted: number, bonus: number): Scores {
    const { states, sums } = this
    const ids = this.hits.slice(0, this.count)
    const scores = new Float64Array(this.count)
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!
      scores[i] = (states[id]! & MATCHED) === counted ? sums[id]! + bonus : sums[id]!
      states[id] = 0
      sums[id] = 0
    }
    this.count = 0
    this.clauseNumber = 0
    return { ids, scores }
  }

  private admitAll(ids: Uint32Array): void {
    const { states, hits } = this
    let { count } = this
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!
      if (states[id] !== 0) continue
      states[id] = HIT
      hits[count++] = id
    }
    this.count = count
  }

  // Each loop over hits is a method of its own: what follows a loop in the same method makes V8 forget its fast code.

  private addText({ ids, scores }: Clause, counts: number): void {
    const { sums, states } = this
    const state = HIT + this.clauseNumber * CLAUSE + counts
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!
      const before = states[id]!
      if (before === 0) continue
      sums[id]! += scores[i]!
      states[id] = state + (before & MATCHED)
    }
  }

  private addContext(context: ContextClause, counts: number): void {
    const { sums, states, hits, count } = this
    const state = HIT + this.clauseNumber * CLAUSE
    for (let i = 0; i < count; i++) {
      const id = hits[i]!
      if (states[id]! >= state) continue
      const score = context.score(id)
      if (score === 0) continue
      sums[id]! += score
      states[id]! += counts
    }
  }
}
