import { languageNamed } from '../language/language.js'
import { readDateRange } from './dates.js'
import type { DiagnosticCollector } from './diagnostic.js'
import { type DateNode, FIELDS, type Field, type FieldNode, type Span } from './query.js'

/** A value as written after a field's colon, without quotation marks; the span includes them. */
export interface FieldValue extends Span {
  text: string
}

const ALIASES: readonly (readonly [string, Field])[] = [
  ['sprache', 'lang'],
  ['art', 'kind'],
  ['sprecher', 'speaker'],
  ['sprecherin', 'speaker'],
  ['dokument', 'doc'],
  ['schlagwort', 'tag'],
  ['datum', 'date'],
]

const FIELD_NAMES = new Map<string, Field>([
  ...FIELDS.map((field) => [field, field] as const),
  ...ALIASES,
])

/** The field of that English or German name, in any case. */
export function fieldNamed(name: string): Field | undefined {
  return FIELD_NAMES.get(name.toLowerCase())
}

/** The condition that a value of a field stands for, or nothing if the value makes no sense there. */
export function readCondition(
  field: Field,
  value: FieldValue,
  diagnostics: DiagnosticCollector,
): (FieldNode | DateNode)[] {
  if (field === 'date') return readDateCondition(value, diagnostics)
  if (field === 'lang') return readLanguageCondition(value, diagnostics)
  return [{ type: 'field', field, value: value.text, start: value.start, end: value.end }]
}

function readLanguageCondition(value: FieldValue, diagnostics: DiagnosticCollector): FieldNode[] {
  const language = languageNamed(value.text)
  if (language !== undefined) {
    return [{ type: 'field', field: 'lang', value: language, start: value.start, end: value.end }]
  }
  diagnostics.report(
    'unknown-language',
    value,
    `“${value.text}” is not a language here and was ignored; languages are en, de and und (undetermined).`,
  )
  return []
}

function readDateCondition(value: FieldValue, diagnostics: DiagnosticCollector): DateNode[] {
  const range = readDateRange(value.text)
  if (!range) {
    diagnostics.report(
      'bad-date',
      value,
      `“${value.text}” is not a date and was ignored; write 2012, 2012-05, 2012-05-17, 17.5.2012 or a range: 2011..2012.`,
    )
    return []
  }
  const { from, to } = range
  if (range.swapped) {
    diagnostics.report(
      'bad-date',
      value,
      `“${value.text}” runs backwards; it was read as ${from}..${to}.`,
    )
  }
  return [{ type: 'date', from, to, start: value.start, end: value.end }]
}
