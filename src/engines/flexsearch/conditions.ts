import { foldDiacritics, normalForm } from '../../analysis/fold.js'
import { remembered } from '../../analysis/remembered.js'
import { LANGUAGES } from '../../language/language.js'
import type { IndexedDocument } from '../../search/engine.js'
import type { Condition } from '../../search/plan.js'
import type { PassageStore } from '../../store/passage-store.js'

/** 1 for each passage (by number) that is there and for which a condition holds. */
export function passagesWhere(condition: Condition, store: PassageStore): Uint8Array {
  const holds = passageTest(condition, store)
  const test = new Uint8Array(store.passageCount)
  for (let id = 0; id < test.length; id++) test[id] = Number(holds(id) && !store.isGone(id))
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
  const { gone } = store
  const holds = documentTest(condition, store)
  const documents = store.documents.map(
    (document, number) => gone?.[number] !== 1 && holds(document, number),
  )
  return (id) => documents[store.documentOf[id]!]!
}

/** Speakers whose name has all words of a value, in any order: `cotillard`, `Marion Cotillard`. */
function speakersNamed(values: readonly string[], { speakers }: PassageStore): Set<number> {
  const names = keptFor(speakers, () =>
    Array.from({ length: speakers.length }, (_, number) => wordsIn(speakers.at(number))),
  )
  const wanted = values.map(wantedWords)
  return new Set([...names.keys()].filter((number) => hasAny(names[number]!, wanted)))
}

function documentTest(
  condition: Exclude<Condition, { field: 'lang' | 'speaker' }>,
  { documents, gone }: PassageStore,
): (document: IndexedDocument, number: number) => boolean {
  if (condition.field === 'date') return ({ date }) => isWithin(date, condition)
  const values = new Set(condition.values.map(plain))
  if (condition.field === 'kind')
    return ({ kind }) => kind !== undefined && values.has(folded(kind))
  if (condition.field === 'tag') return ({ tags }) => tags.some((tag) => values.has(folded(tag)))
  // An id names one document; anything else is looked for in ids and titles.
  const names = keptFor(documents, () =>
    documents.map(({ id, title }) => ({ id: plain(id), words: wordsIn(`${id} ${title}`) })),
  )
  const ids = new Set(
    names.flatMap(({ id }, number) => (values.has(id) && gone?.[number] !== 1 ? id : [])),
  )
  const wanted = condition.values.filter((value) => !ids.has(plain(value))).map(wantedWords)
  return (_, number) => ids.has(names[number]!.id) || hasAny(names[number]!.words, wanted)
}

/** True where a date that may be a year or a month only overlaps the range. */
function isWithin(date: string | undefined, range: { from: string | null; to: string | null }) {
  if (date === undefined) return false
  const { from, to } = range
  const starts = from === null || date.slice(0, from.length) >= from.slice(0, date.length)
  const ends = to === null || date.slice(0, to.length) <= to.slice(0, date.length)
  return starts && ends
}

const KEPT = new WeakMap<object, unknown>()

/** What is made of something once, and kept as long as it: comparing twenty values with each document anew takes a second. */
function keptFor<Made>(key: object, make: () => Made): Made {
  const made = KEPT.has(key) ? (KEPT.get(key) as Made) : make()
  KEPT.set(key, made)
  return made
}

/** The words of a text as they are compared, with spaces around each. */
function wordsIn(text: string): string {
  return wantedWords(text).join('')
}

/** The words of a value, each with the spaces. */
function wantedWords(text: string): string[] {
  return Array.from(plain(text).matchAll(/[\p{L}\p{N}]+/gu), ([word]) => ` ${word} `)
}

/** True where a text has all words of one of the values. */
function hasAny(words: string, values: readonly (readonly string[])[]): boolean {
  return values.some((wanted) => wanted.length > 0 && wanted.every((word) => words.includes(word)))
}

/** A value as it is compared: without case and diacritics. */
export function plain(text: string): string {
  return foldDiacritics(normalForm(text)).trim()
}

/** Kinds and tags are few. */
const folded = remembered(plain)
