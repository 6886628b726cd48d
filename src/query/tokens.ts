import type { QueryNode, Span } from './query.js'

/** Words or a phrase, which stand side by side (`all`), or the values of a field (`any` of them). */
export interface OperandToken extends Span {
  type: 'operand'
  nodes: QueryNode[]
  join: 'all' | 'any'
}

export interface OperatorToken extends Span {
  type: 'and' | 'or' | 'not' | 'open' | 'close'
}

/** What the lexer hands to the parser. */
export type Token = OperandToken | OperatorToken
