import { foldDiacritics, normalForm } from '../../analysis/fold.js'
import { LANGUAGES } from '../../language/language.js'
import { remembered } from '../../memory/remembered.js'
import type { FindRequest, IndexedDocument } from '../../search/engine.js'
import type { Condition } from '../../search/plan.js'
import type { PassageStore } from '../../store/passage-store.js'
import { atOnce, type InPieces } from './in-pieces.js'
import { type Owner, ownersOf } from './passage-runs.js'
import { placesOf } from './select.js'

/** The passages that are there and for which a condition holds, ascending. */
export function passagesWhere(condition: Condition, store: PassageStore): Uint32Array {
  if (condition.field === 'lang' || condition.field === 'speaker') {
    const holds = passageTest(condition, store)
    return placesOf({ length: store.passageCount }, (id) => holds(id) && !store.isGone(id))
  }
  const documents = placesOf(store.documents, documentTest(condition, store))
  const ranges = Array.from(documents, (document) => store.passagesOf(document))
  const ids = new Uint32Array(ranges.reduce((sum, { first, end }) => sum + end - first, 0))
  let place = 0
  // Passages are in the order of their documents.
  for (const { first, end } of ranges) for (let id = first; id < end; id++) ids[place++] = id
  return ids
}

/** Tells of a passage, by number, whether a condition holds. */
export function passageTest(condition: Condition, store: PassageStore): (id: number) => boolean {
  const { by, holds } = ownersWhere(condition, store)
  const owners = ownersOf(by, store)
  return (id) => holds[owners[id]!] === 1
}

/** What a condition is about, and by number of that, 1 where it holds. */
export function ownersWhere(
  condition: Condition,
  store: PassageStore,
): { by: Owner; holds: Uint8Array } {
  if (condition.field === 'lang') {
    const holds = LANGUAGES.map((language) => Number(condition.values.includes(language)))
    return { by: 'language', holds: Uint8Array.from(holds) }
  }
  if (condition.field === 'speaker') {
    const holds = new Uint8Array(store.speakers.length + 1)
    for (const speaker of speakersNamed(condition.values, store)) holds[speaker + 1] = 1
    return { by: 'speaker', holds }
  }
  const isWanted = documentTest(condition, store)
  const holds = Uint8Array.from(store.documents, (_, number) => Number(isWanted(number)))
  return { by: 'document', holds }
}

/** Reads what is asked of all documents, and makes what names are looked for in, some at a time. */
export function* readMetadata(
  { sort, facets }: Pick<FindRequest, 'sort' | 'facets'>,
  conditions: readonly Condition[],
  store: PassageStore,
): InPieces<void> {
  const asked = new Set(conditions.map(({ field }) => field))
  const fields = [...asked, ...facets]
  if (sort.startsWith('date') || fields.some((field) => field !== 'lang' && field !== 'speaker'))
    yield* store.readAhead()
  if (asked.has('speaker')) yield* speakerNames(store)
  if (asked.has('doc')) yield* documentNames(store)
}

/** Speakers whose name has all words of a value, in any order: `cotillard`, `Marion Cotillard`. */
function speakersNamed(values: readonly string[], store: PassageStore): Set<number> {
  const names = atOnce(speakerNames(store))
  return new Set(values.flatMap((value) => names.having(wordsIn(value))))
}

function speakerNames({ speakers }: PassageStore): InPieces<Names> {
  return keptFor(speakers, () => Names.of(speakers.length, (number) => speakers.at(number)))
}

/** Tells of a document, by number. */
function documentTest(
  condition: Exclude<Condition, { field: 'lang' | 'speaker' }>,
  store: PassageStore,
): (number: number) => boolean {
  const holds = metadataTest(condition, store)
  return (number) => store.gone?.[number] !== 1 && holds(number)
}

function metadataTest(
  condition: Exclude<Condition, { field: 'lang' | 'speaker' }>,
  store: DocumentsOf,
): (number: number) => boolean {
  const { documents } = store
  if (condition.field === 'date') return (number) => isWithin(documents[number]!.date, condition)
  const values = new Set(condition.values.map(plain))
  if (condition.field === 'kind')
    return (number) => {
      const { kind } = documents[number]!
      return kind !== undefined && values.has(folded(kind))
    }
  if (condition.field === 'tag')
    return (number) => documents[number]!.tags.some((tag) => values.has(folded(tag)))
  const named = documentsNamed(condition.values, store)
  return (number) => named.has(number)
}

/** An id names one document; one that is written nearly so, those that are; anything else is looked for in ids and titles. */
function documentsNamed(values: readonly string[], store: DocumentsOf): Set<number> {
  const { byId, names } = atOnce(documentNames(store))
  const named = (value: string) => {
    const id = value.normalize('NFC')
    const alike = byId.get(plain(value))
    const same = alike?.filter((number) => store.documents[number]!.id === id) ?? []
    return same.length > 0 ? same : (alike ?? names.having(wordsIn(value)))
  }
  return new Set(values.flatMap(named))
}

/** Documents, and which of them are gone. */
type DocumentsOf = Pick<PassageStore, 'documents' | 'gone'>

function documentNames({
  documents,
  gone,
}: DocumentsOf): InPieces<{ byId: Map<string, number[]>; names: Names }> {
  return keptFor(documents, function* () {
    const byId = yield* groupedById(documents, gone)
    const nameOf = (number: number) => `${documents[number]!.id} ${documents[number]!.title}`
    return { byId, names: yield* Names.of(documents.length, nameOf) }
  })
}

function* groupedById(
  documents: readonly IndexedDocument[],
  gone: Uint8Array | null,
): InPieces<Map<string, number[]>> {
  const byId = new Map<string, number[]>()
  for (const [number, { id }] of documents.entries()) {
    if (number % NAMES_AT_A_TIME === 0) yield
    if (gone?.[number] === 1) continue
    const key = plain(id)
    const known = byId.get(key)
    if (known) known.push(number)
    else byId.set(key, [number])
  }
  return byId
}

/** Names that are made alike from one pause to the next. */
const NAMES_AT_A_TIME = 500

/** Names one after the other in one text, each on a line: what looks for a word there is fast, and called once instead of once for each. */
class Names {
  private constructor(
    private readonly text: string,
    /** Where each begins, and the end. */
    private readonly starts: Uint32Array,
  ) {}

  static *of(count: number, nameOf: (number: number) => string): InPieces<Names> {
    const pieces: string[] = []
    const starts = new Uint32Array(count + 1)
    for (let number = 0; number < count; ) {
      const lines: string[] = []
      for (; number < count && lines.length < NAMES_AT_A_TIME; number++) {
        const line = `${alike(nameOf(number)).replaceAll('\n', ' ')}\n`
        starts[number + 1] = starts[number]! + line.length
        lines.push(line)
      }
      pieces.push(lines.join(''))
      yield
    }
    return new Names(pieces.join(''), starts)
  }

  /** Numbers of the names that have all of some words, ascending; none where there are no words. */
  having(words: readonly string[]): number[] {
    const [rarest, ...others] = [...words].sort((a, b) => b.length - a.length)
    const found: number[] = []
    if (rarest === undefined) return found
    for (let at = wordIn(this.text, rarest, 0); at >= 0; ) {
      const number = this.at(at)
      const end = this.starts[number + 1]!
      const name = others.length === 0 ? '' : this.text.slice(this.starts[number]!, end)
      if (others.every((word) => wordIn(name, word, 0) >= 0)) found.push(number)
      at = wordIn(this.text, rarest, end)
    }
    return found
  }

  /** The name at a place of the text. */
  private at(place: number): number {
    let low = 0
    let high = this.starts.length - 1
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this.starts[middle]! <= place) low = middle
      else high = middle
    }
    return low
  }
}

/** Where a text has a word next, and not only something longer; -1 where it has none. */
function wordIn(text: string, word: string, from: number): number {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length
    // A character takes two code units at most.
    const isLonger =
      /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) ||
      /^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
    if (!isLonger) return at
  }
  return -1
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
function* keptFor<Made>(key: object, make: () => InPieces<Made>): InPieces<Made> {
  const made = KEPT.has(key) ? (KEPT.get(key) as Made) : yield* make()
  KEPT.set(key, made)
  return made
}

/** The words of a value, as they are compared. */
function wordsIn(text: string): string[] {
  return plain(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** A value as it is compared: without case and diacritics. */
export function plain(text: string): string {
  return alike(text).trim()
}

function alike(text: string): string {
  return foldDiacritics(normalForm(text))
}

/** The same for kinds and tags, which are few. */
export const folded = remembered(plain)
