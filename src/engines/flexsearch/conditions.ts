import { foldDiacritics, normalForm } from '../../analysis/fold.js'
import { LANGUAGES } from '../../language/language.js'
import type { IndexedDocument } from '../../search/engine.js'
import type { Condition } from '../../search/plan.js'
import type { PassageStore } from '../../store/passage-store.js'

/** 1 for each passage (by number) for which a condition holds. */
export function passagesWhere(condition: Condition, store: PassageStore): Uint8Array {
  const holds = passageTest(condition, store)
  const test = new Uint8Array(store.passageCount)
  for (let id = 0; id < test.length; id++) test[id] = Number(holds(id))
  return test
}

/** Tells of a passage, by number, whether a condition holds. */
export function passageTest(condition: Condition, store: PassageStore): (id: number) => boolean {
  if (condition.field === 'lang') {
    const wanted = LANGUAGES.map((language) => condition.values.includes(language))
    return (id) => wanted[store.language[id]!]!
  }
  if (condition.field === 'speaker') {
    const wanted = speakersNamed(condition.values, store)
    return (id) => wanted.has(store.speaker[id]! - 1)
  }
  const documents = store.documents.map(documentTest(condition, store.documents))
  return (id) => documents[store.documentOf[id]!]!
}

/** Speakers whose name has all words of a value, in any order: `cotillard`, `Marion Cotillard`. */
function speakersNamed(values: readonly string[], { speakers }: PassageStore): Set<number> {
  const found = new Set<number>()
  for (let i = 0; i < speakers.length; i++)
    if (values.some((value) => hasWords(speakers.at(i), value))) found.add(i)
  return found
}

function documentTest(
  condition: Exclude<Condition, { field: 'lang' | 'speaker' }>,
  documents: readonly IndexedDocument[],
): (document: IndexedDocument) => boolean {
  if (condition.field === 'date') return ({ date }) => isWithin(date, condition)
  const { values } = condition
  if (condition.field === 'kind') return ({ kind }) => values.some((value) => same(kind, value))
  if (condition.field === 'tag')
    return ({ tags }) => values.some((value) => tags.some((tag) => same(tag, value)))
  // An id names one document; anything else is looked for in ids and titles.
  const ids = values.filter((value) => documents.some(({ id }) => same(id, value)))
  const words = values.filter((value) => !ids.includes(value))
  return ({ id, title }) =>
    ids.some((value) => same(id, value)) || words.some((value) => hasWords(`${id} ${title}`, value))
}

/** True where a date that may be a year or a month only overlaps the range. */
function isWithin(date: string | undefined, range: { from: string | null; to: string | null }) {
  if (date === undefined) return false
  const { from, to } = range
  const starts = from === null || date.slice(0, from.length) >= from.slice(0, date.length)
  const ends = to === null || date.slice(0, to.length) <= to.slice(0, date.length)
  return starts && ends
}

function same(a: string | undefined, b: string): boolean {
  return a !== undefined && plain(a) === plain(b)
}

function hasWords(text: string, value: string): boolean {
  const words = new Set(plain(text).match(/[\p{L}\p{N}]+/gu))
  return (
    plain(value)
      .match(/[\p{L}\p{N}]+/gu)
      ?.every((word) => words.has(word)) ?? false
  )
}

/** A value as it is compared: without case and diacritics. */
export function plain(text: string): string {
  return foldDiacritics(normalForm(text)).trim()
}
