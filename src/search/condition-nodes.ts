import type { ConditionNode, PlanNode, ValuesCondition } from './plan.js'

/** Alternatives on one field as one condition with several values: one pass over the documents. */
export function mergeConditions(nodes: readonly PlanNode[]): PlanNode[] {
  const merged: PlanNode[] = []
  for (const node of nodes) {
    const place = merged.findIndex((other) => sharesField(other, node))
    if (place < 0) merged.push(node)
    else merged[place] = withValuesOf(merged[place] as ValuesNode, node as ValuesNode)
  }
  return merged
}

type ValuesNode = ConditionNode & { condition: ValuesCondition }

function sharesField(a: PlanNode, b: PlanNode): boolean {
  if (a.type !== 'condition' || b.type !== 'condition') return false
  return a.condition.field !== 'date' && a.condition.field === b.condition.field
}

function withValuesOf(node: ValuesNode, { end, condition }: ValuesNode): ConditionNode {
  const values = [...node.condition.values, ...condition.values]
  return { ...node, end, condition: { ...node.condition, values } }
}
