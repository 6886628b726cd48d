import type { Query, QueryNode } from '../../src/query/query.js'

/** A tree as one line: `whale (or "orca show" (not lang=de))`. */
export function notate(nodes: readonly QueryNode[]): string {
  return nodes.map(notateNode).join(' ')
}

function notateNode(node: QueryNode): string {
  switch (node.type) {
    case 'word':
      return node.text
    case 'prefix':
      return `${node.text}*`
    case 'phrase':
      return JSON.stringify(node.text)
    case 'field':
      return `${node.field}=${node.value}`
    case 'date':
      return `date=${node.from ?? ''}..${node.to ?? ''}`
    case 'not':
      return `(not ${notateNode(node.child)})`
    default:
      return `(${node.type} ${notate(node.children)})`
  }
}

/** Remarks as `code@start-end`, in order. */
export function notateDiagnostics(query: Query): string[] {
  return query.diagnostics.map(({ code, start, end }) => `${code}@${start}-${end}`)
}
