import type { PlanNode } from '../../../search/plan.js'
import type { Columns } from '../columns.js'
import { atOnce } from '../in-pieces.js'
import type { EngineParts } from '../parts.js'
import { PassageSet } from '../passage-set.js'
import { evaluate } from '../rank.js'
import { narrowed } from './counted-hits.js'

/** The passages that some nodes match; undefined where there are no nodes. */
export function excludedBy(
  nodes: readonly PlanNode[],
  columns: Columns,
  parts: EngineParts,
): PassageSet | undefined {
  if (nodes.length === 0) return undefined
  const passages = new PassageSet(parts.store.passageCount)
  for (const node of nodes) addMatches(node, passages, columns, parts)
  return passages
}

function addMatches(
  node: PlanNode,
  passages: PassageSet,
  columns: Columns,
  parts: EngineParts,
): void {
  if (node.type === 'any')
    for (const child of node.nodes) addMatches(child, passages, columns, parts)
  else if (node.type === 'condition')
    passages.addAll(narrowed(PassageSet.all(parts.store), [node.condition], columns))
  else atOnce(evaluate(node, parts)).addPassages(passages)
}
