import type { Accumulator, Scores } from './accumulator.js'
import { type Admission, passing } from './admission.js'
import type { Clause, ContextClause } from './clause.js'
import { fewest } from './context.js'
import { AT_A_TIME, chunksOf, type InPieces } from './in-pieces.js'
import type { ScoredList } from './scored-list.js'

/** The state of a hit has this bit and, below it, one for each of the first clauses that the hit matches. */
const HIT = 2 ** 31
const BITS = 31

/** A clause in a tally. */
interface Entry {
  clause: Clause
  /** Its place among the clauses. */
  number: number
  /** True for one that a passage must match to go before those that do not. */
  counts: boolean
}

/** Hits with their scores, in no order. */
export interface Tallied extends Scores {
  /** 1 for hits that match several clauses, as far as that is known. */
  several: Uint8Array
}

/**
 * Adds up the clauses of a query, and counts which of them a passage matches. Made once and reused, as the sums are:
 * from the first clause, or the admission, to the end nobody else runs.
 *
 * Each loop over hits is a method of its own: V8 forgets the fast code of a loop where something follows it.
 */
export class Tally {
  private readonly states: Uint32Array
  private readonly sums: Float64Array
  private readonly hits: Uint32Array
  private count = 0
  private readonly entries: Entry[] = []
  /** The state of a hit of the clause that is being added. */
  private state = HIT
  /** True if the passages of the clause that is being added become hits. */
  private admits = false
  /** How many counted clauses without a bit a hit matches; made for the first query with so many. */
  private laterMatches: Uint16Array | undefined
  /** 1 where a passage is done with, while clauses without a bit are added. */
  private seen: Uint8Array | undefined

  /** @param size Number of passages. */
  constructor(private readonly size: number) {
    this.states = new Uint32Array(size)
    this.sums = new Float64Array(size)
    this.hits = new Uint32Array(size)
  }

  /** Says which passages are hits, where that is not simply all of the clauses. */
  *admit(admission: Admission): InPieces<void> {
    const { anyOf, allOf } = admission
    const { states } = this
    for (const { all } of allOf) for (const ids of chunksOf(all.ids)) yield increment(states, ids)
    const admitted: Uint32Array[] = []
    for (const { all } of anyOf)
      admitted.push(yield* passing(all.ids, states, allOf.length, admission))
    for (const { all } of allOf) for (const ids of chunksOf(all.ids)) yield set(states, ids, 0)
    for (const all of admitted) for (const ids of chunksOf(all)) yield this.admitAll(ids)
  }

  /**
   * Adds what a clause says of texts.
   *
   * @param counts True for a clause that a passage must match to go before those that do not.
   * @param admits True if the clause's passages become hits; else it only adds to those that are.
   */
  add(clause: Clause, counts: boolean, admits: boolean): void {
    const entry = { clause, counts, number: this.entries.length }
    this.entries.push(entry)
    this.state = stateOf(entry)
    this.admits = admits
    clause.addTo(this)
    if (counts && entry.number >= BITS) this.countLater(clause.all.ids)
  }

  /** The hits, ascending, where the present clause adds none, and there are so many at most; else undefined. */
  hitsUpTo(count: number): Uint32Array | undefined {
    return this.admits || this.count > count ? undefined : this.hits.slice(0, this.count).sort()
  }

  /** Adds listed passages of the present clause. */
  addScores({ ids, scores }: Scores): void {
    const { states, sums, hits, state, admits } = this
    let { count } = this
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!
      const before = states[id]!
      if (before === 0) {
        if (!admits) continue
        hits[count++] = id
      }
      sums[id]! += scores[i]!
      states[id] = (before | state) >>> 0
    }
    this.count = count
  }

  /** Adds the passages of a list to the present clause. */
  addPostings({ list, odds, scores, idf, context, form, bonus }: ScoredList): void {
    const { passages, payloads } = list.readAll()
    const { states, sums, hits, state, admits } = this
    const forms = form?.length ?? 0
    let { count } = this
    for (let i = 0, next = 0; i < passages.length; i++) {
      const id = passages[i]!
      const slot = payloads[i]!
      let score = scores[slot]!
      const beside = context === null ? 0 : context.of(id)
      if (beside > 0) {
        const x = odds[slot]! + beside
        score = (idf * x) / (1 + x)
      }
      while (next < forms && form![next]! < id) next++
      if (next < forms && form![next] === id) score += bonus
      const before = states[id]!
      if (before === 0) {
        if (!admits) continue
        hits[count++] = id
      }
      sums[id]! += score
      states[id] = (before | state) >>> 0
    }
    this.count = count
  }

  /** Adds summed-up passages of the present clause; empties the accumulator. */
  take(from: Accumulator): void {
    const { states, sums, hits, state, admits } = this
    const ids = from.ids()
    const scores = from.sums
    let { count } = this
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!
      const before = states[id]!
      if (before === 0) {
        if (!admits) continue
        hits[count++] = id
      }
      sums[id]! += scores[id]!
      states[id] = (before | state) >>> 0
    }
    this.count = count
    from.clear()
  }

  /** The hits with their scores, those that match all counted clauses with the bonus besides. Everything is as before the first clause. */
  *finish(bonus: number): InPieces<Tallied> {
    for (const entry of this.entries) {
      if (entry.clause.context) this.addContext(entry)
      yield
    }
    const counted = this.entries.filter(({ counts }) => counts)
    const later = counted.filter(({ number }) => number >= BITS).length
    if (later > 0) this.requireLater(later)
    const bits = counted.reduce((all, entry) => (all | stateOf(entry)) >>> 0, HIT)
    const { count } = this
    const hits = {
      ids: this.hits.slice(0, count),
      scores: new Float64Array(count),
      several: new Uint8Array(count),
    }
    for (let from = 0; from < count; from += AT_A_TIME) {
      yield
      this.takeHits(hits, bits, bonus, from, Math.min(count, from + AT_A_TIME))
    }
    // Clauses without a bit cannot be told apart.
    if (this.entries.length > BITS) hits.several.fill(1)
    this.count = 0
    this.entries.length = 0
    return hits
  }

  /** Takes the hits from a place to before another. */
  private takeHits(
    { ids, scores, several }: Tallied,
    bits: number,
    bonus: number,
    from: number,
    to: number,
  ): void {
    const { states, sums } = this
    for (let i = from; i < to; i++) {
      const id = ids[i]!
      const state = states[id]!
      const own = state & (HIT - 1)
      scores[i] = (state & bits) >>> 0 === bits ? sums[id]! + bonus : sums[id]!
      several[i] = Number((own & (own - 1)) !== 0)
      states[id] = 0
      sums[id] = 0
    }
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

  /** Takes the bits of hits that do not match all of the counted clauses without one. */
  private requireLater(later: number): void {
    const matches = this.laterMatches!
    for (const id of this.hits.subarray(0, this.count))
      if (matches[id] !== later) this.states[id] = HIT
    matches.fill(0)
  }

  private countLater(ids: Uint32Array): void {
    this.laterMatches ??= new Uint16Array(this.size)
    increment(this.laterMatches, ids)
  }

  /** What stands beside a hit counts where its text does not match. */
  private addContext(entry: Entry): void {
    if (entry.number < BITS) this.addContextByBit(entry.clause.context!, stateOf(entry))
    else this.addLaterContext(entry)
  }

  private addContextByBit(context: ContextClause, state: number): void {
    const hits = this.hits.subarray(0, this.count)
    for (const passages of context.passages ? fewest(hits, context.passages) : [hits])
      this.addContextTo(passages, context, state - HIT)
  }

  private addContextTo(passages: Uint32Array, context: ContextClause, bit: number): void {
    const { sums, states } = this
    for (let i = 0; i < passages.length; i++) {
      const id = passages[i]!
      const state = states[id]!
      if (state === 0 || (state & bit) !== 0) continue
      const score = context.score(id)
      if (score === 0) continue
      sums[id]! += score
      states[id] = state + bit
    }
  }

  /** Of a clause without a bit: which hits it matches by their texts is looked up. */
  private addLaterContext({ clause, counts }: Entry): void {
    const context = clause.context!
    const { states, sums } = this
    const hits = this.hits.subarray(0, this.count)
    this.seen ??= new Uint8Array(this.size)
    const { seen } = this
    const inText = clause.all.ids
    mark(seen, inText, 1)
    const beside: number[] = []
    for (const passages of context.passages ? fewest(hits, context.passages) : [hits])
      for (let i = 0; i < passages.length; i++) {
        const id = passages[i]!
        if (states[id] === 0 || seen[id] === 1) continue
        const score = context.score(id)
        if (score === 0) continue
        sums[id]! += score
        seen[id] = 1
        beside.push(id)
      }
    mark(seen, inText, 0)
    mark(seen, beside, 0)
    if (counts) this.countLater(Uint32Array.from(beside))
  }
}

function stateOf({ number }: Entry): number {
  return number < BITS ? (HIT | (1 << number)) >>> 0 : HIT
}

function increment(numbers: Uint16Array | Uint32Array, ids: Uint32Array): void {
  for (let i = 0; i < ids.length; i++) numbers[ids[i]!]!++
}

function mark(seen: Uint8Array, ids: ArrayLike<number>, value: 0 | 1): void {
  for (let i = 0; i < ids.length; i++) seen[ids[i]!] = value
}

function set(numbers: Uint32Array, ids: Uint32Array, value: number): void {
  for (let i = 0; i < ids.length; i++) numbers[ids[i]!] = value
}
