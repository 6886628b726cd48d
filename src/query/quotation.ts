import { opensQuotation } from './characters.js'
import type { DiagnosticCollector } from './diagnostic.js'
import type { Span } from './query.js'
import type { Scanner } from './scanner.js'

/** A stretch between quotation marks; the span includes the marks. */
export interface Quotation extends Span {
  /** What stands between the marks, without white space around it. */
  text: string
  closed: boolean
}

/**
 * Reads the quotation that opens at the scanner's place and moves behind it. People mix the styles
 * („so", »so«, “so“), so any mark closes what any mark opened.
 */
export function takeQuotation(scanner: Scanner, diagnostics: DiagnosticCollector): Quotation {
  const { text, position: start } = scanner
  const closing = findClosingMark(text, start + 1)
  const closed = closing < text.length
  if (!closed) reportUnclosed(start, diagnostics)
  const end = closed ? closing + 1 : text.length
  scanner.position = end
  return { text: text.slice(start + 1, closing).trim(), start, end, closed }
}

/** The low mark never closes: it opens an inner quotation, which “ or ” closes. */
function findClosingMark(text: string, from: number): number {
  let inner = 0
  for (let position = from; position < text.length; position++) {
    const character = text.charAt(position)
    if (character === '„') inner++
    else if (inner > 0 && /[“”]/.test(character)) inner--
    else if (opensQuotation(character)) return position
  }
  return text.length
}

function reportUnclosed(start: number, diagnostics: DiagnosticCollector): void {
  diagnostics.report(
    'unclosed-quote',
    { start, end: start + 1 },
    `The quotation mark at ${start} is never closed; the phrase was read to the end.`,
  )
}
