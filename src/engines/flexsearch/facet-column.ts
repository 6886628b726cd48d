import { LANGUAGES } from '../../language/language.js'
import type { FacetField } from '../../search/facets.js'
import type { PassageStore } from '../../store/passage-store.js'
import { compareByCodePoint } from '../../store/strings.js'
import { folded, plain } from './conditions.js'
import type { Owner } from './passage-runs.js'

/**
 * The values of a facet by the number of what has them: a document, a speaker, a language. Passages are
 * counted per owner first and only then per value, so that a tag costs nothing for each passage.
 */
export interface FacetColumn {
  owners: number
  /** What the owners are. */
  by: Owner
  /** In order of their code points. */
  values: readonly string[]
  /** An owner's values are `numbers[starts[owner]]` up to `numbers[starts[owner + 1]]`, each once. */
  starts: Uint32Array
  numbers: Uint32Array
  /** True where each owner has one value. */
  isSingle: boolean
  /** By document, the number of its id, which no other has; null for other facets. */
  ids: Uint32Array | null
}

export function facetColumn(field: FacetField, store: PassageStore): FacetColumn {
  const { speakers, inOrder } = store
  switch (field) {
    case 'lang':
      return column(LANGUAGES.map(single), 'language', asItIs, LANGUAGES.keys())
    case 'speaker': {
      const names = Array.from({ length: speakers.length }, (_, i) => [speakers.at(i)])
      return column([[], ...names], 'speaker', plain, speakersInOrder(store))
    }
    case 'document': {
      const ids = column(
        store.documents.map(({ id }) => [id]),
        'document',
        asItIs,
        inOrder,
      )
      // Those that are gone have none, and no hits.
      return { ...ids, ids: ids.starts.slice(0, -1).map((start) => ids.numbers[start]!) }
    }
    case 'kind':
      return column(
        store.documents.map(({ kind }) => single(kind)),
        'document',
        folded,
        inOrder,
      )
    case 'tag':
      return column(
        store.documents.map(({ tags }) => tags),
        'document',
        folded,
        inOrder,
      )
    case 'year':
      return column(
        store.documents.map(({ date }) => single(date?.slice(0, 4))),
        'document',
        asItIs,
        inOrder,
      )
  }
}

function single(value: string | undefined): string[] {
  return value === undefined ? [] : [value]
}

function asItIs(value: string): string {
  return value
}

/** Speakers in the order of the documents that they speak in; each once, and those of documents that are gone left out. */
function speakersInOrder(store: PassageStore): Set<number> {
  const found = new Set<number>()
  for (const document of store.inOrder) {
    if (found.size > store.speakers.length) break
    const { first, end } = store.passagesOf(document)
    for (let passage = first; passage < end; passage++) found.add(store.speaker[passage]!)
  }
  return found
}

/**
 * @param key Values with the same key are one, in their first spelling; filters compare them alike.
 * @param owners Those whose values count, in their order.
 */
function column(
  valuesOf: readonly (readonly string[])[],
  by: Owner,
  key: (value: string) => string,
  owners: Iterable<number>,
): FacetColumn {
  const { spellings, found } = numbered(valuesOf, key, owners)
  const order = Uint32Array.from(spellings.keys()).sort((a, b) =>
    compareByCodePoint(spellings[a]!, spellings[b]!),
  )
  const placeOf = new Uint32Array(order.length)
  for (let place = 0; place < order.length; place++) placeOf[order[place]!] = place
  return {
    owners: valuesOf.length,
    by,
    values: Array.from(order, (number) => spellings[number]!),
    ...placed(found, placeOf),
    ids: null,
  }
}

/** Different values in the order in which they come, and for each owner the numbers of its own. */
function numbered(
  valuesOf: readonly (readonly string[])[],
  key: (value: string) => string,
  owners: Iterable<number>,
): { spellings: string[]; found: (readonly number[])[] } {
  const numberOf = new Map<string, number>()
  const spellings: string[] = []
  const found = new Array<readonly number[]>(valuesOf.length).fill([])
  for (const owner of owners)
    found[owner] = valuesOf[owner]!.map((value) => {
      const own = key(value)
      const known = numberOf.get(own)
      if (known !== undefined) return known
      numberOf.set(own, spellings.length)
      return spellings.push(value) - 1
    })
  return { spellings, found }
}

/** @param placeOf By number of a value, its place. */
function placed(
  found: readonly (readonly number[])[],
  placeOf: Uint32Array,
): Pick<FacetColumn, 'starts' | 'numbers' | 'isSingle'> {
  const starts = new Uint32Array(found.length + 1)
  const numbers: number[] = []
  for (let owner = 0; owner < found.length; owner++) {
    const own = found[owner]!
    for (let i = 0; i < own.length; i++)
      if (own.indexOf(own[i]!) === i) numbers.push(placeOf[own[i]!]!)
    starts[owner + 1] = numbers.length
  }
  const isSingle = starts.every((start, owner) => start === owner)
  return { starts, numbers: Uint32Array.from(numbers), isSingle }
}
