import type { Explanation } from '../../search/engine.js'
import type { Accumulator, Scores } from './accumulator.js'
import { pick, picked } from './best/passage-sets.js'
import {
  type Clause,
  type ClauseParts,
  type ContextClause,
  explainClause,
  explainSum,
  ListClause,
  NO_MATCH,
} from './clause.js'
import { fewest } from './context.js'
import { chunksOf, chunksOfScores, type InPieces } from './in-pieces.js'
import { PassageSet } from './passage-set.js'
import { placesOf } from './select.js'

/** Passages of at least one clause; scores add up. */
export function* union(
  name: string,
  clauses: readonly Clause[],
  sums: Accumulator,
): InPieces<Clause> {
  for (const { ids } of yield* listsOf(clauses))
    for (const some of chunksOf(ids)) yield sums.touch(some)
  const contexts = contextsOf(clauses)
  return new ListClause({
    ...(yield* sumUp(name, clauses, sums)),
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
  for (const list of yield* listsOf(clauses))
    for (const some of chunksOfScores(list)) yield raise(sums, some)
  const contexts = contextsOf(clauses)
  return new ListClause({
    ...(yield* sums.drainInPieces()),
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

/** Makes sure that passages have so much. */
function raise(sums: Accumulator, { ids, scores }: Scores): void {
  for (let i = 0; i < ids.length; i++)
    sums.add(ids[i]!, Math.max(0, scores[i]! - sums.get(ids[i]!)))
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
  const keep = function* (stays: (place: number) => boolean): InPieces<void> {
    const places = placesOf(ids, stays)
    yield
    if (places.length === ids.length) return
    ids = picked(ids, places)
    for (const [each, values] of scores) yield void scores.set(each, pick(values, places))
  }
  const [rarest, ...others] = [...clauses].sort((a, b) => a.size - b.size)
  if (rarest) {
    const isInOrder = isAscending(rarest.all.ids)
    ids = isInOrder ? rarest.all.ids : rarest.all.ids.slice().sort()
    scores.set(rarest, isInOrder ? rarest.all.scores : yield* rarest.among(ids, sums))
  }
  for (const clause of others) {
    yield
    const own = yield* clause.among(ids, sums)
    scores.set(clause, own)
    yield* keep((place) => own[place] !== NO_MATCH)
  }
  if (excluded) yield* keep((place) => !excluded.has(ids[place]!))
  yield
  const all = { ids, scores: new Float64Array(ids.length) }
  for (const clause of clauses) yield addTo(all.scores, scores.get(clause)!)
  return new ListClause({ ...all, ...explained(name, clauses, all.ids) })
}

function addTo(sums: Float64Array, scores: Float64Array): void {
  for (let place = 0; place < sums.length; place++) sums[place]! += scores[place]!
}

function isAscending(ids: Uint32Array): boolean {
  for (let i = 1; i < ids.length; i++) if (ids[i]! < ids[i - 1]!) return false
  return true
}

/** The scores that the passages which are in `sums` have from all clauses together. */
function* sumUp(
  name: string,
  clauses: readonly Clause[],
  sums: Accumulator,
): InPieces<ClauseParts> {
  for (const clause of clauses) yield* addClause(clause, sums)
  const all = yield* sums.drainInPieces()
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
function* addClause({ all, context }: Clause, sums: Accumulator): InPieces<void> {
  for (const some of chunksOfScores(all)) yield sums.addScores(some)
  if (!context) return
  const done = new PassageSet(sums.size)
  for (const some of chunksOf(all.ids)) yield done.add(some)
  const there = sums.ids().slice()
  for (const passages of context.passages ? fewest(there, context.passages) : [there])
    for (const some of chunksOf(passages)) yield addContext(context, some, done, sums)
}

/** @param done Those that have what the clause says of them; a passage may come several times. */
function addContext(
  context: ContextClause,
  passages: Uint32Array,
  done: PassageSet,
  sums: Accumulator,
): void {
  for (let i = 0; i < passages.length; i++) {
    const id = passages[i]!
    if (!sums.has(id) || done.has(id)) continue
    const score = context.score(id)
    if (score > 0 && done.addOne(id)) sums.add(id, score)
  }
}
