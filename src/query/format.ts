import { BREAKS, QUOTATION_MARKS } from './characters.js'
import type { Query, QueryNode } from './query.js'
import { conditionField } from './tree.js'

const BARE_VALUE = new RegExp(`^[^*,${BREAKS}]*[^*,;:!?${BREAKS}]$`)
const OPERATOR = /^(?:AND|UND|OR|ODER|NOT|NICHT)$/
const QUOTATION_MARK = new RegExp(`[${QUOTATION_MARKS}]`, 'g')

/**
 * Writes a query in canonical syntax. Reading the result gives the same tree again (other offsets
 * and remarks apart), unless it is longer than `MAX_QUERY_LENGTH` or nested deeper than `MAX_DEPTH`.
 *
 * @example formatQuery(parseQuery('„Der Wal“ ODER orca trainer')) // '("Der Wal" OR orca) trainer'
 */
export function formatQuery(query: Query | QueryNode[]): string {
  const clauses = Array.isArray(query) ? query : query.clauses
  const [only] = clauses
  if (only && clauses.length === 1) return formatNode(only)
  return clauses.map(formatOperand).join(' ')
}

function formatNode(node: QueryNode): string {
  switch (node.type) {
    case 'word':
      return OPERATOR.test(node.text) ? `+${node.text}` : node.text
    case 'prefix':
      return `${node.text}*`
    case 'phrase':
      return formatPhrase(node.text)
    case 'field':
    case 'date':
      return formatCondition(node)
    case 'not':
      return `-${formatOperand(node.child)}`
    case 'and':
      return node.children.map(formatOperand).join(' AND ')
    case 'or':
      return formatAlternatives(node.children, conditionField(node))
  }
}

function formatOperand(node: QueryNode): string {
  const isGroup = node.type === 'and' || (node.type === 'or' && !conditionField(node))
  return isGroup ? `(${formatNode(node)})` : formatNode(node)
}

function formatAlternatives(children: QueryNode[], field: string | undefined): string {
  if (!field) return children.map(formatOperand).join(' OR ')
  return `${field}:${children.map(formatValues).join(',')}`
}

function formatCondition(node: QueryNode): string {
  return `${conditionField(node)}:${formatValues(node)}`
}

function formatValues(node: QueryNode): string {
  if (node.type === 'or') return node.children.map(formatValues).join(',')
  if (node.type === 'field')
    return BARE_VALUE.test(node.value) ? node.value : formatPhrase(node.value)
  if (node.type !== 'date') return ''
  return node.from === node.to ? `${node.from ?? '..'}` : `${node.from ?? ''}..${node.to ?? ''}`
}

/** Marks inside come from inner quotations („…“), or from a tree made by hand, where they would close the phrase. */
function formatPhrase(text: string): string {
  const closing = text.includes('„') ? /["‟«»＂]/g : QUOTATION_MARK
  return `"${text.replace(closing, ' ')}"`
}
