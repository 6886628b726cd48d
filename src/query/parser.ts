import type { DiagnosticCollector } from './diagnostic.js'
import { formatQuery } from './format.js'
import type { QueryNode, Span } from './query.js'
import type { Token } from './tokens.js'
import { allOf, anyOf, combineFields, isNegative, spanOf } from './tree.js'

/** What an operand was read as: nodes side by side. The span includes its signs and parentheses. */
interface Operand extends Span {
  nodes: QueryNode[]
  /** It is operands joined by AND, without parentheses around them. */
  joined?: boolean
}

/**
 * Reads balanced tokens as a tree. From loose to tight:
 * side by side, OR, AND, NOT, then words, phrases, fields and groups.
 */
export class Parser {
  private position = 0

  constructor(
    private readonly tokens: readonly Token[],
    private readonly diagnostics: DiagnosticCollector,
  ) {}

  /** What stands side by side, to the end of the group or of the query. */
  readClauses(): QueryNode[] {
    const nodes: QueryNode[] = []
    while (this.next && this.next.type !== 'close') {
      this.skipOperators()
      if (this.standsAtOperand()) nodes.push(...this.readAlternatives().nodes)
    }
    return combineFields(nodes)
  }

  private get next(): Token | undefined {
    return this.tokens[this.position]
  }

  private standsAtOperand(): boolean {
    return this.next !== undefined && !['and', 'or', 'close'].includes(this.next.type)
  }

  /** AND and OR where an operand should stand. */
  private skipOperators(): void {
    while (this.next?.type === 'and' || this.next?.type === 'or') {
      this.reportDangling(this.next)
      this.position++
    }
  }

  private readAlternatives(): Operand {
    const operands = this.readJoined('or', () => this.readConjunction())
    const [only] = operands
    if (only && operands.length === 1) return only
    const span = spanOf(operands)
    const nodes = anyOf(
      operands.flatMap((operand) => this.asAlternative(operand)),
      span,
    )
    if (operands.some((operand) => operand.joined)) this.reportMixed(span, nodes)
    return { nodes, ...span }
  }

  private readConjunction(): Operand {
    const operands = this.readJoined('and', () => this.readOperand())
    const [only] = operands
    if (only && operands.length === 1) return only
    const span = spanOf(operands)
    const nodes = operands.flatMap((operand) => operand.nodes)
    return { nodes: allOf(nodes, span), joined: true, ...span }
  }

  private readJoined(operator: 'and' | 'or', read: () => Operand): Operand[] {
    const operands = [read()]
    while (this.next?.type === operator) {
      const token = this.next
      this.position++
      this.skipOperators()
      if (this.standsAtOperand()) operands.push(read())
      else this.reportDangling(token)
    }
    return operands
  }

  /** A set of passages like "everything but x" cannot be ranked among alternatives. */
  private asAlternative(operand: Operand): QueryNode[] {
    const nodes = allOf(operand.nodes, operand)
    if (!isNegative(nodes)) return nodes
    this.diagnostics.report(
      'negation-in-or',
      operand,
      `“${formatQuery(nodes)}” was ignored; an exclusion cannot be an alternative of OR.`,
    )
    return []
  }

  private readOperand(): Operand {
    const nots: Token[] = []
    for (; this.next?.type === 'not'; this.position++) nots.push(this.next)
    const [first, second] = nots
    if (!this.standsAtOperand()) {
      for (const not of nots) this.reportDangling(not)
      return { nodes: [], ...spanOf(nots) }
    }
    if (second) this.reportDoubleNot(second)
    const operand = this.readPrimary()
    return first ? this.negate(operand, first) : operand
  }

  private negate(operand: Operand, not: Token): Operand {
    const span = { start: not.start, end: operand.end }
    if (isNegative(operand.nodes)) {
      this.reportDoubleNot(not)
      return { nodes: operand.nodes, ...span }
    }
    const children = allOf(operand.nodes, operand)
    return { nodes: children.map((child) => ({ type: 'not', child, ...span })), ...span }
  }

  private readPrimary(): Operand {
    const token = this.next
    this.position++
    if (token?.type === 'open') return this.readGroup(token)
    if (token?.type !== 'operand') return { nodes: [], start: 0, end: 0 }
    const { nodes, join, start, end } = token
    if (join === 'all') return { nodes, start, end }
    const alternatives = anyOf(nodes, token)
    return { nodes: alternatives.map((node) => ({ ...node, start, end })), start, end }
  }

  private readGroup({ start }: Token): Operand {
    const isEmpty = this.next?.type === 'close'
    const nodes = this.readClauses()
    const end = this.next?.end ?? start + 1
    this.position++
    if (isEmpty) {
      const message = `There is nothing between the parentheses at ${start}; they were ignored.`
      this.diagnostics.report('empty-group', { start, end }, message)
    }
    return { nodes, start, end }
  }

  private reportDangling(token: Token): void {
    const message = `The operator at ${token.start} has nothing to act on; it was ignored.`
    this.diagnostics.report('dangling-operator', token, message)
  }

  private reportDoubleNot(token: Token): void {
    const message = `What is excluded at ${token.start} is excluded already; it was read as one exclusion.`
    this.diagnostics.report('double-not', token, message)
  }

  private reportMixed(span: Span, nodes: QueryNode[]): void {
    const message = `AND binds tighter than OR; this was read as “${formatQuery(nodes)}”. Parentheses say it clearly.`
    this.diagnostics.report('mixed-operators', span, message)
  }
}
