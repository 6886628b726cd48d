import type { TermAlternative } from '../../search/plan.js'
import type { Field } from './field.js'
import type { LanguageIndex } from './language-index.js'
import type { BlockList } from './lists/block-list.js'

/** What the very form that was asked for adds, as a share of the word's weight. */
const EXACT_FORM = 0.1
/** The same where another word folds alike (schon and schön, Masse and Maße): enough to lead. */
export const EXACT_SPELLING = 0.5

/** Passages that have the word as it was typed, and what that adds. */
export interface ExactForm {
  form: string
  list: BlockList
  bonus: number
}

/** The passages that have the form as it was typed. */
export function exactForm(
  alternatives: readonly TermAlternative[],
  { textField }: LanguageIndex,
  idf: number,
): ExactForm | undefined {
  for (const { term, form } of alternatives) {
    const own = form === null ? undefined : formNumber(term, form, textField)
    if (form === null || own === undefined) continue
    const respelled = alternatives.some(({ origin }) => origin === 'respelled')
    const share = respelled || textField.forms.hasHomograph(own) ? EXACT_SPELLING : EXACT_FORM
    return { form, list: passagesWith(own, term, textField), bonus: idf * share }
  }
  return undefined
}

/** Where a term has no other form, its own list has the same passages, and is read anyway. */
function passagesWith(form: number, term: string, field: Field): BlockList {
  const isOnly = field.forms.frequency(form) === field.frequency(term)
  return (isOnly && field.postings(term)) || field.occurrences(form).list
}

/** By term and form the numbers of forms that were asked for last. */
const NUMBERS = new WeakMap<Field, Map<string, number | undefined>>()
/** More are not kept. */
const KEPT = 10_000

/** The number of a term's form; undefined for none. To find it, all forms of the term are read. */
function formNumber(term: string, form: string, field: Field): number | undefined {
  const numbers = NUMBERS.get(field) ?? new Map<string, number | undefined>()
  NUMBERS.set(field, numbers)
  const key = `${term} ${form}`
  if (numbers.has(key)) return numbers.get(key)
  const number = field.formsOf(term).find((number) => field.forms.at(number) === form)
  if (numbers.size === KEPT) numbers.clear()
  numbers.set(key, number)
  return number
}
