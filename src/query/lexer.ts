import { BREAKS, isSearchable, MINUS, opensQuotation, SIGN } from './characters.js'
import type { DiagnosticCollector } from './diagnostic.js'
import { readField, reportUnknownField, standsAtField } from './field-operand.js'
import { readPhrase } from './phrase-operand.js'
import { Scanner } from './scanner.js'
import type { OperandToken, OperatorToken, Token } from './tokens.js'
import { readWords, reportStrayStar } from './words.js'

const OPERATORS = new Map<string, OperatorToken['type']>([
  ['AND', 'and'],
  ['UND', 'and'],
  ['OR', 'or'],
  ['ODER', 'or'],
  ['NOT', 'not'],
  ['NICHT', 'not'],
])

const SPACE = /\s+/y
const BARS = /\|+/y
const SIGNS = /[-−+]+/y
const RUN = new RegExp(`[^${BREAKS}]+`, 'y')

/** Cuts the text of a query into operands and operators. */
export function tokenize(text: string, diagnostics: DiagnosticCollector): Token[] {
  const scanner = new Scanner(text)
  const tokens: Token[] = []
  for (scanner.take(SPACE); !scanner.isAtEnd; scanner.take(SPACE)) {
    tokens.push(...readTokens(scanner, diagnostics))
  }
  return tokens
}

function readTokens(scanner: Scanner, diagnostics: DiagnosticCollector): Token[] {
  if (scanner.character === '(') return [readOperator(scanner, 'open', /\(/y)]
  if (scanner.character === ')') return [readOperator(scanner, 'close', /\)/y)]
  if (scanner.character === '|') return [readOperator(scanner, 'or', BARS)]
  if (opensQuotation(scanner.character)) return [readPhrase(scanner, diagnostics)]
  if (standsAtSigns(scanner)) return readSigns(scanner, diagnostics)
  return readRun(scanner, diagnostics)
}

function readOperator(
  scanner: Scanner,
  type: OperatorToken['type'],
  pattern: RegExp,
): OperatorToken {
  const start = scanner.position
  scanner.take(pattern)
  return { type, start, end: scanner.position }
}

/** Not after a quotation or a group: the hyphen of `„Dheepan“-Regisseur` excludes nothing. */
function standsAtSigns(scanner: Scanner): boolean {
  return SIGN.test(scanner.character) && /^[\s(|]?$/.test(scanner.before)
}

/** One `not` for each minus, so that the parser can remark on a second one; a plus says nothing. */
function readSigns(scanner: Scanner, diagnostics: DiagnosticCollector): Token[] {
  const start = scanner.position
  const signs = scanner.take(SIGNS) ?? ''
  if (!standsAtOperand(scanner)) return skipUnsearchable(scanner, diagnostics)
  return [...signs].flatMap((sign, i) =>
    MINUS.test(sign) ? [{ type: 'not' as const, start: start + i, end: start + i + 1 }] : [],
  )
}

function standsAtOperand(scanner: Scanner): boolean {
  if (scanner.character === '(' || opensQuotation(scanner.character)) return true
  return isSearchable(scanner.peek(RUN)?.[0] ?? '')
}

/** Punctuation and symbols that stand alone mean nothing; only a star may have been meant. */
function skipUnsearchable(scanner: Scanner, diagnostics: DiagnosticCollector): [] {
  const start = scanner.position
  reportStrayStar(scanner.take(RUN) ?? '', start, diagnostics)
  return []
}

function readRun(scanner: Scanner, diagnostics: DiagnosticCollector): Token[] {
  const run = scanner.peek(RUN)?.[0] ?? ''
  // A sign directly before makes a word of an operator: `+OR`, `-NOT`.
  const operator = SIGN.test(scanner.before) ? undefined : OPERATORS.get(run)
  if (operator) return [readOperator(scanner, operator, RUN)]
  if (standsAtField(scanner)) return [readField(scanner, diagnostics)]
  if (!isSearchable(run)) return skipUnsearchable(scanner, diagnostics)
  reportUnknownField(scanner, diagnostics)
  return [readWordsOperand(scanner, diagnostics)]
}

function readWordsOperand(scanner: Scanner, diagnostics: DiagnosticCollector): OperandToken {
  const { position } = scanner
  const nodes = readWords(scanner.take(RUN) ?? '', position, diagnostics)
  // The words' own range: punctuation around them belongs to nothing.
  const start = nodes.at(0)?.start ?? position
  const end = nodes.at(-1)?.end ?? scanner.position
  return { type: 'operand', nodes, join: 'all', start, end }
}
