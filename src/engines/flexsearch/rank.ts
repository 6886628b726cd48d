import type { Explanation } from '../../search/engine.js'
import { type Condition, leaves, type Plan, type PlanNode } from '../../search/plan.js'
import type { Accumulator, Scores } from './accumulator.js'
import { bestOf, type Clause, explainClause, explainSum, intersection, union } from './clause.js'
import { passagesWhere } from './conditions.js'
import { nearClause } from './near.js'
import { phraseClause, prefixClause } from './occurrences.js'
import type { EngineParts } from './parts.js'
import { PROXIMITY_WEIGHT } from './proximity.js'
import { placesOf } from './select.js'
import { wordClause } from './terms.js'

/** The passages that match a plan, in no order, and the way to explain the score of one. */
export interface Matches extends Scores {
  explain(id: number): Explanation
}

/** Evaluates a plan: every passage that matches it and meets the filters is scored. */
export function match(plan: Plan, filters: readonly Condition[], parts: EngineParts): Matches {
  const evaluateAll = (nodes: readonly PlanNode[]) => nodes.map((node) => evaluate(node, parts))
  const wanted = evaluateAll(plan.wanted)
  const required = evaluateAll(plan.required.filter((node) => !isCondition(node)))
  const finding = [...wanted, ...evaluateAll(plan.related)]
  const scoring = [...required, ...finding, ...evaluateAll(plan.boosting)]
  const allowed = allowedPassages(plan, filters, required, parts)
  const anyOf = required.length > 0 ? required : finding
  const matching = anyOf.length > 0 ? anyOf : [everything(parts.store.passageCount)]

  const tally = new Tally(parts.sums, [...required, ...wanted], scoring)
  tally.start(matching, allowed)
  for (const clause of scoring) tally.add(clause)
  return { ...tally.finish(), explain: (id) => tally.explain(id, scoring) }
}

/** The passages that a node matches, with their scores. */
function evaluate(node: PlanNode, parts: EngineParts): Clause {
  switch (node.type) {
    case 'terms':
      return wordClause(node, parts)
    case 'prefix':
      return prefixClause(node, parts)
    case 'phrase':
      return phraseClause(node, parts)
    case 'condition':
      return conditionClause(passagesWhere(node.condition, parts.store))
    case 'any': {
      const clauses = node.nodes.map((child) => evaluate(child, parts))
      return node.best
        ? bestOf('best of', clauses, parts.sums)
        : union('any of', clauses, parts.sums)
    }
    case 'near':
      return nearClause(node, parts)
    case 'all':
      return intersection(
        'all of',
        node.nodes.map((child) => evaluate(child, parts)),
        node.without.map((child) => evaluate(child, parts)),
        parts.sums,
      )
  }
}

/** True for a node that only asks for metadata. */
function isCondition(node: PlanNode): boolean {
  return leaves([node]).every((leaf) => leaf.type === 'condition')
}

function conditionClause(holds: Uint8Array): Clause {
  const ids = placesOf(holds, (id) => holds[id] === 1)
  return { ids, scores: new Float64Array(ids.length), bound: 0, explain: () => undefined }
}

function everything(passageCount: number): Clause {
  return conditionClause(new Uint8Array(passageCount).fill(1))
}

/** More than any number of clauses. */
const EXCLUDED = 0xffff

/** 1 for the passages that are in every required clause, meet every condition, and are not excluded. */
function allowedPassages(
  plan: Plan,
  filters: readonly Condition[],
  required: readonly Clause[],
  parts: EngineParts,
): Uint8Array | undefined {
  const conditions = plan.required.filter(isCondition).map((node) => evaluate(node, parts))
  const demands = [...conditions, ...required]
  if (demands.length + plan.excluded.length + filters.length === 0) return undefined
  const met = new Uint16Array(parts.store.passageCount)
  for (const { ids } of demands) for (const id of ids) met[id]!++
  for (const node of plan.excluded) for (const id of evaluate(node, parts).ids) met[id] = EXCLUDED
  for (const filter of filters) {
    const holds = passagesWhere(filter, parts.store)
    for (let id = 0; id < met.length; id++) if (holds[id] === 0) met[id] = EXCLUDED
  }
  const allowed = new Uint8Array(met.length)
  for (let id = 0; id < met.length; id++) allowed[id] = Number(met[id] === demands.length)
  return allowed
}

/** Adds up the clauses of a query; passages that match all counted clauses go before the others. */
class Tally {
  /** Number of counted clauses a passage matches. */
  private readonly matched: Uint16Array
  /** The last clause (counted from 1) whose text matches the passage. */
  private readonly lastClause: Uint16Array
  private readonly bonus: number
  private clauseNumber = 0

  /** @param counted Clauses a passage must match to go before those that do not. */
  constructor(
    private readonly sums: Accumulator,
    private readonly counted: readonly Clause[],
    scoring: readonly Clause[],
  ) {
    this.matched = new Uint16Array(sums.size)
    this.lastClause = new Uint16Array(sums.size)
    // More than any passage that lacks a word can have from the others, and from their nearness.
    const most = scoring.reduce((sum, { bound }) => sum + bound, 0)
    this.bonus = counted.length < 2 ? 0 : most * (1 + PROXIMITY_WEIGHT)
  }

  start(clauses: readonly Clause[], allowed: Uint8Array | undefined): void {
    for (const { ids } of clauses)
      for (let i = 0; i < ids.length; i++)
        if (!allowed || allowed[ids[i]!] === 1) this.sums.add(ids[i]!, 0)
  }

  add(clause: Clause): void {
    const counts = Number(this.counted.includes(clause))
    this.clauseNumber++
    for (let i = 0; i < clause.ids.length; i++) {
      const id = clause.ids[i]!
      if (!this.sums.has(id)) continue
      this.sums.add(id, clause.scores[i]!)
      this.matched[id]! += counts
      this.lastClause[id] = this.clauseNumber
    }
    if (clause.context) this.addContext(clause.context, counts)
  }

  finish(): { ids: Uint32Array; scores: Float64Array } {
    return this.sums.drain((id, sum) => sum + this.bonusOf(id))
  }

  explain(id: number, scoring: readonly Clause[]): Explanation {
    const parts = scoring.flatMap((clause) => explainClause(clause, id))
    const bonus = this.bonusOf(id)
    if (bonus > 0) parts.push({ description: 'has all words', value: bonus, parts: [] })
    return explainSum('score', parts)
  }

  private addContext(context: NonNullable<Clause['context']>, counts: number): void {
    for (const id of this.sums.ids()) {
      if (this.lastClause[id] === this.clauseNumber) continue
      const score = context.score(id)
      if (score === 0) continue
      this.sums.add(id, score)
      this.matched[id]! += counts
    }
  }

  private bonusOf(id: number): number {
    return this.matched[id] === this.counted.length ? this.bonus : 0
  }
}
