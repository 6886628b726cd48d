import { LANGUAGES } from '../../language/language.js'
import type { FacetField } from '../../search/facets.js'
import type { PassageStore } from '../../store/passage-store.js'
import { compareByCodePoint } from '../../store/strings.js'
import { plain } from './conditions.js'
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
  /** True where each owner has one value, as documents have one id. */
  isSingle: boolean
}

export function facetColumn(field: FacetField, store: PassageStore): FacetColumn {
  const { documents, speakers, inOrder } = store
  switch (field) {
    case 'lang':
      return column(LANGUAGES.map(single), 'language', asItIs, LANGUAGES.keys())
    case 'speaker': {
      const names = Array.from({ length: speakers.length }, (_, i) => [speakers.at(i)])
      return column([[], ...names], 'speaker', plain, speakersInOrder(store))
    }
    case 'document':
      return column(
        documents.map(({ id }) => [id]),
        'document',
        asItIs,
        inOrder,
      )
    case 'kind':
      return column(
        documents.map(({ kind }) => single(kind)),
        'document',
        plain,
        inOrder,
      )
    case 'tag':
      return column(
        documents.map(({ tags }) => tags),
        'document',
        plain,
        inOrder,
      )
    case 'year':
      return column(
        documents.map(({ date }) => single(date?.slice(0, 4))),
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
  const spellings = new Map<string, string>()
  const keysOf = valuesOf.map(() => new Set<string>())
  for (const owner of owners)
    for (const value of valuesOf[owner]!) {
      if (!spellings.has(key(value))) spellings.set(key(value), value)
      keysOf[owner]!.add(key(value))
    }
  const sorted = [...spellings].sort(([, a], [, b]) => compareByCodePoint(a, b))
  const numberOf = new Map(sorted.map(([own], number) => [own, number]))
  const starts = new Uint32Array(valuesOf.length + 1)
  for (const [owner, keys] of keysOf.entries()) starts[owner + 1] = starts[owner]! + keys.size
  const numbers = Uint32Array.from(
    keysOf.flatMap((keys) => [...keys].map((own) => numberOf.get(own)!)),
  )
  return {
    owners: valuesOf.length,
    by,
    values: sorted.map(([, value]) => value),
    starts,
    numbers,
    isSingle: keysOf.every(({ size }) => size === 1),
  }
}
