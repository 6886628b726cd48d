import { readDateRange } from '../query/dates.js'
import type { Filters } from './filters.js'
import type { FindOptions } from './question.js'
import type { Searcher } from './searcher.js'

/** For callers without types: the name of a folder has a method `search` as well. */
export function checkSearcher(searcher: Searcher): void {
  if (typeof searcher?.engine !== 'object')
    throw new TypeError('There is no open index to ask; give what await openIndex(folder) returns.')
}

/** @throws RangeError that names what is no whole number in its range, TypeError what is no number at all. */
export function checkWhole(name: string, value: number, least: number, most?: number): void {
  if (Number.isInteger(value) && value >= least && value <= (most ?? value)) return
  const range = most === undefined ? `of at least ${least}` : `from ${least} to ${most}`
  const Fault = typeof value === 'number' ? RangeError : TypeError
  throw new Fault(`${name} must be a whole number ${range}, not ${shown(value)}.`)
}

/** For callers without types: RangeError for another word, TypeError for what is none. */
export function checkWord(name: string, word: string, words: readonly string[]): void {
  if (words.includes(word)) return
  const Fault = typeof word === 'string' ? RangeError : TypeError
  throw new Fault(`${name} must be one of ${words.join(', ')}, not ${shown(word)}.`)
}

/** @throws TypeError that names what is no text. */
export function checkText(name: string, value: unknown): void {
  if (typeof value !== 'string')
    throw new TypeError(`${name} must be a string, not ${shown(value)}.`)
}

/** @throws TypeError that names what are no options. */
export function checkOptions(options: unknown): void {
  if (typeof options !== 'object' || options === null)
    throw new TypeError(`The options must be an object, not ${shown(options)}.`)
}

/** @throws TypeError that names what is no list of texts. */
export function checkTexts(name: string, values: unknown): void {
  if (!isList(values) || !values.every((value) => typeof value === 'string'))
    throw new TypeError(`${name} must be an array of strings, not ${shown(values)}.`)
}

/**
 * Checks a question of a caller without types.
 * @throws TypeError that names what has another shape.
 * @throws RangeError for dates that do not exist.
 */
export function checkQuestion(query: unknown, options: FindOptions): void {
  checkText('The query', query)
  checkOptions(options)
  for (const name of ['lang', 'kind', 'speaker', 'doc', 'tag', 'facets', 'without'] as const)
    if (options[name] !== undefined) checkTexts(name, options[name])
  if (options.date !== undefined) checkDate(options.date)
  if (options.with !== undefined) checkTranslations(options.with)
}

function checkDate(date: unknown): asserts date is NonNullable<Filters['date']> {
  const isRange = typeof date === 'object' && date !== null && 'from' in date && 'to' in date
  if (!isRange || ![date.from, date.to].every((end) => end === null || typeof end === 'string'))
    throw new TypeError(
      `date must be { from, to }, each a date such as '2012-05' or null, not ${shown(date)}.`,
    )
  for (const end of [date.from, date.to])
    if (typeof end === 'string' && !isDate(end))
      throw new RangeError(
        `date must have dates such as 2012, 2012-05 or 2012-05-17, not ${shown(end)}.`,
      )
}

function isDate(text: string): boolean {
  const range = readDateRange(text)
  return range?.from === text && range.to === text
}

function checkTranslations(wanted: unknown): void {
  const isOne = (each: unknown) =>
    typeof each === 'object' &&
    each !== null &&
    'word' in each &&
    'translation' in each &&
    [each.word, each.translation].every((text) => typeof text === 'string')
  if (!isList(wanted) || !wanted.every(isOne))
    throw new TypeError(
      `with must be an array such as [{ word: 'resistance', translation: 'Gegenwehr' }], not ${shown(wanted)}.`,
    )
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

/** No message is longer because of a value. */
const MOST_SHOWN = 60

function shown(value: unknown): string {
  if (typeof value === 'string') return `“${shortened(value)}”`
  return shortened(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

function shortened(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text
}
