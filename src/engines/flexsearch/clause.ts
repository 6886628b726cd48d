import type { Explanation } from '../../search/engine.js'
import type { Accumulator, Scores } from './accumulator.js'
import { pick, picked } from './best/passage-sets.js'
import { fewest } from './context.js'
import type { InPieces } from './in-pieces.js'
import type { PassageSet } from './passage-set.js'
import { placesOf } from './select.js'
import type { Tally } from './tally.js'

/** What a clause is made of. */
interface ClauseParts extends Scores {
  /** No passage scores more here. */
  bound: number
  /** Why a passage has its score; undefined for a passage that does not match. */
  explain(id: number): Explanation | undefined
  /** What the title and headings above a passage add where its text does not match. */
  context?: ContextClause | undefined
}

/** Less than any score: of a passage whose text does not match. */
export const NO_MATCH = -1

/** The passages that match a node of a plan, each once, with its score there. */
export abstract class Clause {
  abstract readonly bound: number
  abstract readonly context: ContextClause | undefined
  /** Number of passages at most, told without going through them. */
  abstract readonly size: number
  /** As one list. A clause that can does without: see {@link Clause.addTo}. */
  abstract readonly all: Scores
  /** Why a passage has its score; undefined for a passage that does not match. */
  abstract explain(id: number): Explanation | undefined

  /** True if the text of a passage matches. */
  has(id: number): boolean {
    return this.all.ids.includes(id)
  }

  /**
   * The scores of some passages by their texts, by place; {@link NO_MATCH} where these do not match.
   *
   * @param ids Ascending.
   * @param sums Empty, before and after.
   */
  among(ids: Uint32Array, sums: Accumulator): Float64Array {
    sums.addScores(this.all)
    const scores = new Float64Array(ids.length)
    for (let place = 0; place < ids.length; place++) {
      const id = ids[place]!
      scores[place] = sums.has(id) ? sums.get(id) : NO_MATCH
    }
    sums.clear()
    return scores
  }

  /** Adds the clause to a tally, as the one that begins now. */
  addTo(tally: Tally): void {
    tally.addScores(this.all)
  }
}

/** A clause whose passages are listed. */
export class ListClause extends Clause {
  readonly bound: number
  readonly context: ContextClause | undefined
  readonly all: Scores
  private readonly reason: ClauseParts['explain']

  constructor({ ids, scores, bound, explain, context }: ClauseParts) {
    super()
    this.all = { ids, scores }
    this.bound = bound
    this.context = context
    this.reason = explain
  }

  get size(): number {
    return this.all.ids.length
  }

  explain(id: number): Explanation | undefined {
    return this.reason(id)
  }
}

/** The part of a clause that comes from titles and headings. */
export interface ContextClause {
  /** The score of a passage whose text does not match; 0 where its title and headings do not either. */
  score(id: number): number
  explain(id: number): Explanation
  /** Lists in which all passages with a score are; one may be in several. Undefined if that is not known. */
  readonly passages?: readonly Uint32Array[]
}

/** How an explanation calls words of which every hit has all. */
export const ALL_OF = 'all of'

/** An explanation whose value is the sum of its parts. */
export function explainSum(description: string, parts: Explanation[]): Explanation {
  return { description, value: parts.reduce((sum, part) => sum + part.value, 0), parts }
}

/** Why a passage has its score from a clause, by its text or else by its title and headings. */
export function explainClause(clause: Clause, id: number): Explanation[] {
  const text = clause.explain(id)
  if (text) return [text]
  return clause.context && clause.context.score(id) > 0 ? [clause.context.explain(id)] : []
}

/** Why a passage has its score from several clauses all of which it matches. */
export function explainAll(clauses: readonly Clause[], id: number): Explanation {
  return explainSum(
    ALL_OF,
    clauses.flatMap((clause) => explainClause(clause, id)),
  )
}

/** Passages of at least one clause; scores add up. */
export function* union(
  name: string,
  clauses: readonly Clause[],
  sums: Accumulator,
): InPieces<Clause> {
  for (const { ids } of yield* listsOf(clauses)) {
    sums.addAll(ids, 0)
    yield
  }
  const contexts = contextsOf(clauses)
  return new ListClause({
    ...(yield* sumUp(name, clauses, sums.drain().ids, sums)),
    context: contexts && {
      ...passagesBeside(contexts),
      score: (id) => contexts.reduce((sum, context) => sum + context.score(id), 0),
      explain: (id) =>
        explainSum(
          name,
          contexts.filter((context) => context.score(id) > 0).map((context) => context.explain(id)),
        ),
    },
  })
}

/** Passages of at least one clause; the best score counts. */
export function* bestOf(
  name: string,
  clauses: readonly Clause[],
  sums: Accumulator,
): InPieces<Clause> {
  for (const { ids, scores } of yield* listsOf(clauses)) {
    for (let i = 0; i < ids.length; i++)
      sums.add(ids[i]!, Math.max(0, scores[i]! - sums.get(ids[i]!)))
    yield
  }
  const contexts = contextsOf(clauses)
  return new ListClause({
    ...sums.drain(),
    bound: clauses.reduce((most, { bound }) => Math.max(most, bound), 0),
    explain: (id) => {
      const found = clauses.flatMap((clause) => clause.explain(id) ?? [])
      return found.length === 0 ? undefined : explainSum(name, [highest(found)])
    },
    context: contexts && {
      ...passagesBeside(contexts),
      score: (id) => contexts.reduce((most, context) => Math.max(most, context.score(id)), 0),
      explain: (id) => explainSum(name, [highest(contexts.map((each) => each.explain(id)))]),
    },
  })
}

/** All lists before the first is used: what makes them may need the accumulator for itself. */
function* listsOf(clauses: readonly Clause[]): InPieces<Scores[]> {
  const lists: Scores[] = []
  for (const { all } of clauses) {
    lists.push(all)
    yield
  }
  return lists
}

/** Undefined where there are none. */
function contextsOf(clauses: readonly Clause[]): ContextClause[] | undefined {
  const contexts = clauses.flatMap(({ context }) => context ?? [])
  return contexts.length === 0 ? undefined : contexts
}

/** All that some of them have something beside, where each can tell. */
function passagesBeside(contexts: readonly ContextClause[]): Pick<ContextClause, 'passages'> {
  const lists = contexts.map(({ passages }) => passages)
  return lists.every((list) => list !== undefined) ? { passages: lists.flat() } : {}
}

function highest(explanations: readonly Explanation[]): Explanation {
  return explanations.reduce((best, each) => (each.value > best.value ? each : best))
}

/**
 * Passages of every clause that are not excluded; scores add up. The clause with the fewest passages is gone through, and these are
 * looked up in the others, the smallest first.
 *
 * @returns Its passages are ascending.
 */
export function* intersection(
  name: string,
  clauses: readonly Clause[],
  excluded: PassageSet | undefined,
  sums: Accumulator,
): InPieces<Clause> {
  let ids: Uint32Array = new Uint32Array()
  const scores = new Map<Clause, Float64Array>()
  const keep = (stays: (place: number) => boolean) => {
    const places = placesOf(ids, stays)
    ids = picked(ids, places)
    for (const [each, values] of scores) scores.set(each, pick(values, places))
  }
  const [rarest, ...others] = [...clauses].sort((a, b) => a.size - b.size)
  if (rarest) {
    const isInOrder = isAscending(rarest.all.ids)
    ids = isInOrder ? rarest.all.ids : rarest.all.ids.slice().sort()
    scores.set(rarest, isInOrder ? rarest.all.scores : rarest.among(ids, sums))
  }
  for (const clause of others) {
    yield
    const own = clause.among(ids, sums)
    scores.set(clause, own)
    keep((place) => own[place] !== NO_MATCH)
  }
  if (excluded) keep((place) => !excluded.has(ids[place]!))
  const all = { ids, scores: new Float64Array(ids.length) }
  for (const clause of clauses) {
    const own = scores.get(clause)!
    for (let place = 0; place < ids.length; place++) all.scores[place]! += own[place]!
  }
  return new ListClause({ ...all, ...explained(name, clauses, all.ids) })
}

function isAscending(ids: Uint32Array): boolean {
  for (let i = 1; i < ids.length; i++) if (ids[i]! < ids[i - 1]!) return false
  return true
}

/** The scores that some passages have from all clauses together. */
function* sumUp(
  name: string,
  clauses: readonly Clause[],
  ids: Uint32Array,
  sums: Accumulator,
): InPieces<ClauseParts> {
  sums.addAll(ids, 0)
  for (const clause of clauses) {
    yield
    addClause(clause, sums)
  }
  const all = sums.drain()
  return { ...all, ...explained(name, clauses, all.ids) }
}

/** How some clauses together explain the passages that have a score. */
function explained(
  name: string,
  clauses: readonly Clause[],
  ids: Uint32Array,
): Pick<ClauseParts, 'bound' | 'explain'> {
  return {
    bound: clauses.reduce((sum, { bound }) => sum + bound, 0),
    explain(id) {
      if (!ids.includes(id)) return undefined
      return explainSum(
        name,
        clauses.flatMap((clause) => explainClause(clause, id)),
      )
    },
  }
}

/** Adds a clause's scores to the passages that are there already, by their text or else by its context. */
function addClause({ all: { ids, scores }, context }: Clause, sums: Accumulator): void {
  for (let i = 0; i < ids.length; i++) if (sums.has(ids[i]!)) sums.add(ids[i]!, scores[i]!)
  if (!context) return
  const there = sums.ids().slice()
  const lifted = new Set<number>()
  for (const passages of context.passages ? fewest(there, context.passages) : [there])
    for (const id of passages) if (sums.has(id) && context.score(id) > 0) lifted.add(id)
  if (lifted.size === 0) return
  for (const id of ids) lifted.delete(id)
  for (const id of lifted) sums.add(id, context.score(id))
}
