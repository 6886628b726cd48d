import { isSearchable } from './characters.js'
import type { DiagnosticCollector } from './diagnostic.js'
import type { PhraseNode } from './query.js'
import { takeQuotation } from './quotation.js'
import type { Scanner } from './scanner.js'
import type { OperandToken } from './tokens.js'
import { reportStrayStar } from './words.js'

/** Reads `"exact phrase"`. Its text stays as written: the analysis decides what a star inside means. */
export function readPhrase(scanner: Scanner, diagnostics: DiagnosticCollector): OperandToken {
  const { text, start, end, closed } = takeQuotation(scanner, diagnostics)
  const nodes: PhraseNode[] = isSearchable(text) ? [{ type: 'phrase', text, start, end }] : []
  if (nodes.length === 0 && closed) {
    diagnostics.report(
      'empty-phrase',
      { start, end },
      `There is no word between the quotation marks at ${start}; they were ignored.`,
    )
  }
  const star = scanner.text.slice(start, end).indexOf('*')
  if (star >= 0) reportStrayStar('*', start + star, diagnostics)
  return { type: 'operand', nodes, join: 'all', start, end }
}
