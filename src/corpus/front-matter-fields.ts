import * as z from 'zod'
import { languageNamed } from '../language/language.js'
import { tidyText } from './traced-text.js'

const phrase = z
  .string('must be a single value, not a list or a mapping')
  .transform(tidyText)
  .refine((text) => text !== '', 'is empty')

const list = (separator?: RegExp) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? (separator ? value.split(separator) : [value]) : value),
    z
      .array(z.string('must be a list of words'), 'must be a word or a list of words')
      .transform((entries) => [...new Set(entries.map(tidyText))].filter((entry) => entry !== '')),
  )

const language = phrase.transform((name, context) => {
  const known = languageNamed(name)
  if (known && known !== 'und') return known
  context.addIssue(`is "${name}", but must be en or de`)
  return z.NEVER
})

const ISO_DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:$|[T ]\d)/

const date = phrase.transform((text, context) => {
  const match = ISO_DATE.exec(text)
  const [, year, month, day] = match ?? []
  if (match && isCalendarDate(Number(year), Number(month ?? 1), Number(day ?? 1))) {
    return [year, month, day].filter((part) => part !== undefined).join('-')
  }
  context.addIssue(
    `is "${text}", but must be a year, month or day such as 2012, 2012-05 or 2012-05-17`,
  )
  return z.NEVER
})

function isCalendarDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const identifier = phrase.transform((text) => text.normalize('NFC'))

/** What front matter may say about a document. Other keys are the users' own. */
const SCHEMA = z.object({
  id: identifier.exactOptional(),
  title: phrase.exactOptional(),
  kind: phrase.exactOptional(),
  speakers: list().exactOptional(),
  date: date.exactOptional(),
  language: language.exactOptional(),
  source: phrase.exactOptional(),
  tags: list(/,/).exactOptional(),
  versionOf: identifier.exactOptional(),
})

export type FrontMatterFields = z.output<typeof SCHEMA>
export type FrontMatterKey = keyof typeof SCHEMA.shape

export function isFrontMatterKey(key: unknown): key is FrontMatterKey {
  return typeof key === 'string' && Object.hasOwn(SCHEMA.shape, key)
}

/** One key's checked value, or a sentence saying what is wrong with it; neither where it has no value. */
export function readField(
  key: FrontMatterKey,
  value: unknown,
): { fields?: FrontMatterFields; message?: string } {
  if (isAbsent(value)) return {}
  const result = SCHEMA.safeParse({ [key]: value })
  if (result.success) return { fields: result.data }
  return {
    message: `The front matter's \`${key}\` ${result.error.issues[0]!.message} and is left out.`,
  }
}

/** The ways YAML has of writing nothing. */
function isAbsent(value: unknown): boolean {
  return typeof value === 'string' && /^\s*(?:|~|null)\s*$/i.test(value)
}
