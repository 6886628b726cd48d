import { DiagnosticCollector } from './diagnostic.js'
import { balanceGroups } from './groups.js'
import { tokenize } from './lexer.js'
import { Parser } from './parser.js'
import type { Query, QueryNode } from './query.js'
import type { Token } from './tokens.js'
import { isNegative } from './tree.js'

/** UTF-16 code units of a query that are read. */
export const MAX_QUERY_LENGTH = 1000

/** Words, phrases and field values of a query that are read. */
export const MAX_OPERANDS = 64

/**
 * Reads what the user asked. Never throws: whatever is odd is read sensibly and remarked on.
 *
 * @example parseQuery('whale -"orca show" lang:de').clauses.map((node) => node.type) // ['word', 'not', 'field']
 */
export function parseQuery(text: string): Query {
  const diagnostics = new DiagnosticCollector()
  const tokens = balanceGroups(tokenize(cut(text, diagnostics), diagnostics), diagnostics)
  const clauses = new Parser(limitOperands(tokens, diagnostics), diagnostics).readClauses()
  reportEmptiness(text, clauses, diagnostics)
  return { text, clauses, diagnostics: diagnostics.sorted() }
}

function cut(text: string, diagnostics: DiagnosticCollector): string {
  if (text.length <= MAX_QUERY_LENGTH) return text
  const splitsPair = /[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(
    text.slice(MAX_QUERY_LENGTH - 1, MAX_QUERY_LENGTH + 1),
  )
  const start = splitsPair ? MAX_QUERY_LENGTH - 1 : MAX_QUERY_LENGTH
  diagnostics.report(
    'too-long',
    { start, end: text.length },
    `The query is too long; only its first ${start} characters were read.`,
  )
  return text.slice(0, start)
}

/** Empties the operands beyond the limit and leaves the operators, so that groups stay balanced. */
function limitOperands(tokens: Token[], diagnostics: DiagnosticCollector): Token[] {
  let left = MAX_OPERANDS
  const dropped: QueryNode[] = []
  const limited = tokens.map((token) => {
    if (token.type !== 'operand') return token
    const nodes = token.nodes.slice(0, left)
    dropped.push(...token.nodes.slice(left))
    left -= nodes.length
    return { ...token, nodes }
  })
  const [first] = dropped
  if (first) {
    diagnostics.report(
      'too-long',
      { start: first.start, end: dropped.at(-1)?.end ?? first.end },
      `Only the first ${MAX_OPERANDS} words were read; what follows from ${first.start} on was ignored.`,
    )
  }
  return limited
}

function reportEmptiness(
  text: string,
  clauses: QueryNode[],
  diagnostics: DiagnosticCollector,
): void {
  const span = { start: 0, end: text.length }
  if (clauses.length === 0) {
    diagnostics.report('empty-query', span, 'There is nothing to search for.')
  } else if (isNegative(clauses)) {
    diagnostics.report(
      'only-exclusions',
      span,
      'Everything here is excluded; add something to search for.',
    )
  }
}
