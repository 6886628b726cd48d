import type { ConditionNode, PlanNode } from './plan.js'

/** Alternatives on one field as one condition with several values: one pass over the documents. */
export function mergeConditions(nodes: readonly PlanNode[]): PlanNode[] {
  const merged: PlanNode[] = []
  for (const node of nodes) mergeInto(merged, node)
  return merged
}

function mergeInto(merged: PlanNode[], node: PlanNode): void {
  for (const [place, other] of merged.entries()) {
    const both = joined(other, node)
    if (!both) continue
    merged[place] = both
    return
  }
  merged.push(node)
}

/** Undefined where they are not about values of one field. */
function joined(first: PlanNode, second: PlanNode): ConditionNode | undefined {
  if (first.type !== 'condition' || second.type !== 'condition') return undefined
  const { condition } = first
  const { condition: other, end } = second
  if (condition.field === 'date' || other.field === 'date') return undefined
  if (condition.field !== other.field) return undefined
  return {
    ...first,
    end,
    condition: { ...condition, values: [...condition.values, ...other.values] },
  }
}
