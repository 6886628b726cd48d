import type { DiagnosticCollector } from './diagnostic.js'
import type { Token } from './tokens.js'

/** Levels of parentheses that are read as groups. */
export const MAX_DEPTH = 20

/** Drops parentheses without a partner and those nested too deep, and closes what was left open. */
export function balanceGroups(tokens: Token[], diagnostics: DiagnosticCollector): Token[] {
  const opened: Token[] = []
  const balanced: Token[] = []
  for (const token of tokens) {
    const depth = token.type === 'open' ? opened.push(token) : opened.length
    if (token.type === 'close' && opened.pop() === undefined) reportUnopened(token, diagnostics)
    else if (!isParenthesis(token) || depth <= MAX_DEPTH) balanced.push(token)
    else if (token.type === 'open') reportTooDeep(token, diagnostics)
  }
  for (const token of opened) reportUnclosed(token, diagnostics)
  const end = tokens.at(-1)?.end ?? 0
  const missing = opened
    .slice(0, MAX_DEPTH)
    .map(() => ({ type: 'close' as const, start: end, end }))
  return [...balanced, ...missing]
}

function isParenthesis(token: Token): boolean {
  return token.type === 'open' || token.type === 'close'
}

function reportTooDeep({ start, end }: Token, diagnostics: DiagnosticCollector): void {
  diagnostics.report(
    'too-deep',
    { start, end },
    `The parenthesis at ${start} was ignored; groups are read up to ${MAX_DEPTH} levels deep.`,
  )
}

function reportUnopened({ start, end }: Token, diagnostics: DiagnosticCollector): void {
  diagnostics.report(
    'unopened-group',
    { start, end },
    `The parenthesis at ${start} was never opened; it was ignored.`,
  )
}

function reportUnclosed({ start, end }: Token, diagnostics: DiagnosticCollector): void {
  diagnostics.report(
    'unclosed-group',
    { start, end },
    `The parenthesis at ${start} is never closed; the group was read to the end.`,
  )
}
