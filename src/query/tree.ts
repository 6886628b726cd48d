import type { DateNode, FieldNode, QueryNode, Span } from './query.js'

/** The smallest span around all of them. */
export function spanOf(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map((span) => span.start)),
    end: Math.max(...spans.map((span) => span.end)),
  }
}

/** Whether there is nothing but exclusions among the nodes. */
export function isNegative(nodes: readonly QueryNode[]): boolean {
  return nodes.length > 0 && nodes.every((node) => node.type === 'not')
}

/**
 * Nodes side by side as one node. Exclusions alone stay as they are, because passages that match
 * them cannot be found by them; nothing stays nothing.
 */
export function allOf(nodes: readonly QueryNode[], span: Span): QueryNode[] {
  const children = nodes.flatMap((node) => (node.type === 'and' ? node.children : [node]))
  if (children.length < 2 || isNegative(children)) return children
  return [{ type: 'and', children, start: span.start, end: span.end }]
}

/** Alternatives as one node; nothing stays nothing. */
export function anyOf(nodes: readonly QueryNode[], span: Span): QueryNode[] {
  const alternatives = nodes.flatMap((node) => (node.type === 'or' ? node.children : [node]))
  const children = alternatives.filter(
    (node, i) => !alternatives.slice(0, i).some((earlier) => isSameCondition(earlier, node)),
  )
  if (children.length < 2) return children
  return [{ type: 'or', children, start: span.start, end: span.end }]
}

/**
 * `lang:de lang:en` means either: the conditions on one field become alternatives in the first
 * one's place. Their span reaches from the first to the last, over whatever stands between.
 */
export function combineFields(nodes: readonly QueryNode[]): QueryNode[] {
  const combined: QueryNode[] = []
  for (const node of nodes) {
    const field = conditionField(node)
    const place = combined.findIndex((other) => field && conditionField(other) === field)
    const earlier = combined[place]
    if (!earlier) combined.push(node)
    else combined.splice(place, 1, ...anyOf([earlier, node], spanOf([earlier, node])))
  }
  return combined
}

/** The field that a node is all about: a condition, or alternative conditions on one field. */
export function conditionField(node: QueryNode): string | undefined {
  if (node.type === 'field') return node.field
  if (node.type === 'date') return 'date'
  if (node.type !== 'or') return undefined
  const fields = new Set(node.children.map(conditionField))
  return fields.size === 1 ? [...fields][0] : undefined
}

function isCondition(node: QueryNode): node is FieldNode | DateNode {
  return node.type === 'field' || node.type === 'date'
}

function isSameCondition(a: QueryNode, b: QueryNode): boolean {
  if (!isCondition(a) || !isCondition(b)) return false
  if (a.type === 'date') return b.type === 'date' && a.from === b.from && a.to === b.to
  return b.type === 'field' && a.field === b.field && a.value === b.value
}
