import type { PlanNode } from '../../../search/plan.js'
import { atOnce } from '../in-pieces.js'
import type { EngineParts } from '../parts.js'
import { PassageSet } from '../passage-set.js'
import { evaluate } from '../rank.js'
import { WordClause } from '../terms.js'

/** The passages that some nodes match; undefined where there are no nodes. */
export function excludedBy(nodes: readonly PlanNode[], parts: EngineParts): PassageSet | undefined {
  if (nodes.length === 0) return undefined
  const passages = new PassageSet(parts.store.passageCount)
  for (const node of nodes) {
    const clause = atOnce(evaluate(node, parts))
    if (clause instanceof WordClause) clause.addPassages(passages)
    else passages.add(clause.all.ids)
  }
  return passages
}
