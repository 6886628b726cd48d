import type { Explanation } from '../../search/engine.js'
import { type Condition, leaves, type Plan, type PlanNode } from '../../search/plan.js'
import type { PassageStore } from '../../store/passage-store.js'
import type { Admission } from './admission.js'
import { excludedBy } from './best/excluded.js'
import { ALL_OF, type Clause, explainClause, explainSum, ListClause } from './clause.js'
import { passagesWhere, passageTest } from './conditions.js'
import type { InPieces } from './in-pieces.js'
import { bestOf, intersection, union } from './joined-clauses.js'
import { nearClause } from './near.js'
import { phraseClause, prefixClause } from './occurrences.js'
import type { EngineParts } from './parts.js'
import type { PassageSet } from './passage-set.js'
import { PROXIMITY_WEIGHT } from './proximity.js'
import { placesOf } from './select.js'
import type { Tallied } from './tally.js'
import { WordClause } from './terms.js'

/** The passages that match a plan, in no order, and the way to explain the score of one. */
export interface Matches extends Tallied {
  explain(id: number): Explanation
}

/** Evaluates a plan, piece by piece: every passage that matches it and meets the filters is scored. */
export function* match(
  plan: Plan,
  filters: readonly Condition[],
  parts: EngineParts,
): InPieces<Matches> {
  // First, for it takes least, and without it nothing can be found.
  const excluded = yield* excludedBy(plan.excluded, parts)
  const wanted = yield* evaluateAll(plan.wanted, parts)
  const demanded = plan.required.filter((node) => !isCondition(node))
  const required = yield* evaluateAll(demanded, parts)
  const finding = [...wanted, ...(yield* evaluateAll(plan.related, parts))]
  const scoring = [...required, ...finding, ...(yield* evaluateAll(plan.boosting, parts))]
  const counted = [...required, ...wanted]
  const bonus = bonusOf(counted.length, scoring)
  const { tally } = parts
  const demands = yield* admission(plan, filters, { required, finding, excluded }, parts)
  yield
  if (demands) yield* tally.admit(demands)
  for (const clause of scoring) {
    tally.add(clause, counted.includes(clause), !demands && finding.includes(clause))
    yield
  }
  const tallied = yield* tally.finish(bonus)
  return { ...tallied, explain: (id) => explainMatch(id, scoring, counted, bonus) }
}

/** The passages that a node matches, with their scores. */
export function* evaluate(node: PlanNode, parts: EngineParts): InPieces<Clause> {
  const sums = parts.ownSums ?? parts.sums
  yield
  switch (node.type) {
    case 'terms':
      return new WordClause(node, parts)
    case 'prefix':
      return yield* prefixClause(node, parts)
    case 'phrase':
      return yield* phraseClause(node, parts)
    case 'condition': {
      const ids = passagesWhere(node.condition, parts.store)
      parts.budget?.spend(ids.length)
      return conditionClause(ids)
    }
    case 'any': {
      const clauses = yield* evaluateAll(node.best ? node.nodes : choicesIn(node.nodes), parts)
      return yield* node.best ? bestOf('best of', clauses, sums) : union('any of', clauses, sums)
    }
    case 'near':
      return yield* nearClause(node, parts)
    case 'all': {
      const excluded = yield* excludedBy(node.without, parts)
      const clauses = yield* evaluateAll(node.nodes, parts)
      return yield* intersection(ALL_OF, clauses, excluded, sums)
    }
  }
}

/** Choices among choices are one. */
function choicesIn(nodes: readonly PlanNode[]): PlanNode[] {
  return nodes.flatMap((node) =>
    node.type === 'any' && !node.best ? choicesIn(node.nodes) : [node],
  )
}

function* evaluateAll(nodes: readonly PlanNode[], parts: EngineParts): InPieces<Clause[]> {
  const clauses: Clause[] = []
  for (const node of nodes) clauses.push(yield* evaluate(node, parts))
  return clauses
}

/** True for a node that only asks for metadata. */
function isCondition(node: PlanNode): boolean {
  return leaves([node]).every((leaf) => leaf.type === 'condition')
}

function conditionClause(ids: Uint32Array): Clause {
  return new ListClause({
    ids,
    scores: nothing(ids.length),
    bound: 0,
    explain: () => undefined,
  })
}

/** So many scores of zero; not to be changed. */
function nothing(length: number): Float64Array {
  if (NOTHING.length < length) NOTHING = new Float64Array(length)
  return NOTHING.subarray(0, length)
}

/** As many as were needed yet: half of a large collection is eight megabytes of zeros, which V8 counts as garbage. */
let NOTHING = new Float64Array()

function everything(store: PassageStore): Clause {
  return conditionClause(placesOf({ length: store.passageCount }, (id) => !store.isGone(id)))
}

/** What was evaluated of a plan. */
interface Evaluated {
  required: readonly Clause[]
  finding: readonly Clause[]
  excluded: PassageSet | undefined
}

/**
 * What makes a passage a hit: the required clauses, or else any other; conditions, and what is excluded. Undefined where
 * any word is enough.
 */
function* admission(
  plan: Plan,
  filters: readonly Condition[],
  { required, finding, excluded }: Evaluated,
  parts: EngineParts,
): InPieces<Admission | undefined> {
  const { store } = parts
  const sums = parts.ownSums ?? parts.sums
  const demands = [...plan.required, ...plan.excluded, ...filters]
  if (demands.length === 0 && finding.length > 0) return undefined
  const conditions = yield* evaluateAll(plan.required.filter(isCondition), parts)
  const tests = filters.map((filter) => passageTest(filter, store))
  if (required.length === 0 && finding.length > 0)
    return { anyOf: finding, allOf: conditions, excluded, tests }
  const allOf = [...conditions, ...required]
  if (allOf.length === 0) return { anyOf: [everything(store)], allOf, excluded, tests }
  const hits = yield* intersection(ALL_OF, allOf, excluded, sums)
  return { anyOf: [hits], allOf: [], excluded: undefined, tests }
}

/**
 * What puts passages that match all counted clauses before those that do not.
 *
 * @param counted Number of these.
 * @param scoring All clauses.
 */
export function bonusOf(counted: number, scoring: readonly Pick<Clause, 'bound'>[]): number {
  if (counted < 2) return 0
  // More than any passage that lacks a word can have from the others, and from their nearness.
  return mostOf(scoring) * (1 + PROXIMITY_WEIGHT)
}

/** No passage has more. */
export function mostOf(scoring: readonly Pick<Clause, 'bound'>[]): number {
  return scoring.reduce((sum, { bound }) => sum + bound, 0)
}

/** Why a passage has its score. */
export function explainMatch(
  id: number,
  scoring: readonly Clause[],
  counted: readonly Clause[],
  bonus: number,
): Explanation {
  const parts = scoring.flatMap((clause) => explainClause(clause, id))
  const hasAll = counted.every((clause) => matches(clause, id))
  if (bonus > 0 && hasAll) parts.push({ description: 'has all words', value: bonus, parts: [] })
  return explainSum('score', parts)
}

/** True if a passage matches a clause, by its text or by what stands beside it. */
function matches(clause: Clause, id: number): boolean {
  return clause.has(id) || (clause.context !== undefined && clause.context.score(id) > 0)
}
