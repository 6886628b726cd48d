import { BREAKS, isSearchable, opensQuotation, QUOTATION_MARKS } from './characters.js'
import type { DiagnosticCollector } from './diagnostic.js'
import { type FieldValue, fieldNamed, readCondition } from './fields.js'
import { FIELDS } from './query.js'
import { takeQuotation } from './quotation.js'
import type { Scanner } from './scanner.js'
import type { OperandToken } from './tokens.js'
import { reportStrayStar } from './words.js'

const NAME = /(\p{L}+):/uy
const BARE_VALUE = new RegExp(`[^,${BREAKS}]+`, 'y')
const COMMAS = /,*/y
/** The colon of `Künstler:innen` separates no field from a value. */
const LIKE_A_FIELD = new RegExp(
  `(\\p{L}+):(?!innen(?!\\p{L}))[\\p{L}\\p{N}${QUOTATION_MARKS}]`,
  'uy',
)

/** Whether the name of a field and a colon stand here. */
export function standsAtField(scanner: Scanner): boolean {
  return fieldNamed(scanner.peek(NAME)?.[1] ?? '') !== undefined
}

/** Reads `field:value` or `field:one,"another one"`. */
export function readField(scanner: Scanner, diagnostics: DiagnosticCollector): OperandToken {
  const start = scanner.position
  const name = scanner.take(NAME) ?? ''
  const field = fieldNamed(name.slice(0, -1))
  const values = takeValues(scanner, diagnostics)
  const end = values.at(-1)?.end ?? start + name.length
  if (values.length === 0) {
    diagnostics.report(
      'field-without-value',
      { start, end },
      `“${name}” has no value and was ignored; write the value directly after the colon.`,
    )
  }
  const nodes = field ? values.flatMap((value) => readCondition(field, value, diagnostics)) : []
  return { type: 'operand', nodes, join: 'any', start, end }
}

function takeValues(scanner: Scanner, diagnostics: DiagnosticCollector): FieldValue[] {
  const values: FieldValue[] = []
  do {
    scanner.take(COMMAS)
    const value = takeValue(scanner, diagnostics)
    if (value && isSearchable(value.text)) values.push(value)
  } while (scanner.character === ',')
  return values
}

function takeValue(scanner: Scanner, diagnostics: DiagnosticCollector): FieldValue | undefined {
  if (opensQuotation(scanner.character)) return takeQuotation(scanner, diagnostics)
  const start = scanner.position
  const value = scanner.take(BARE_VALUE)
  if (value === undefined) return undefined
  const star = value.indexOf('*')
  if (star >= 0) reportStrayStar('*', start + star, diagnostics)
  const trimmed = value.replace(/[*;:!?]+$/, '')
  return { text: trimmed.replaceAll('*', ''), start, end: start + trimmed.length }
}

/** Remarks on `foo:bar`; `http://…`, `12:30` and `Audiard:` do not look like fields. */
export function reportUnknownField(scanner: Scanner, diagnostics: DiagnosticCollector): void {
  const name = scanner.peek(LIKE_A_FIELD)?.[1]
  if (name === undefined) return
  diagnostics.report(
    'unknown-field',
    { start: scanner.position, end: scanner.position + name.length },
    `“${name}” is not a field and was read as a word; fields are ${FIELDS.join(', ')}.`,
  )
}
