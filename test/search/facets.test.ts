import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FacetField, Filters } from '../../src/index.js'
import { FACET_FIELDS } from '../../src/search/facets.js'
import { searcherOf } from '../support/collection.js'
import { openVaried, QUERIES } from '../support/varied.js'

let archive: Awaited<ReturnType<typeof openVaried>>
beforeAll(async () => {
  archive = await openVaried()
})
afterAll(() => archive.remove())

/** The filter that a reader sets by choosing a value of a facet. */
function choosing(field: FacetField, value: string): Filters {
  switch (field) {
    case 'document':
      return { doc: [value] }
    case 'year':
      return { date: { from: value, to: value } }
    default:
      return { [field]: [value] }
  }
}

const FILTERS: fc.Arbitrary<Filters> = fc.record(
  {
    lang: fc.constantFrom(['de'], ['en'], ['en', 'de']),
    kind: fc.constantFrom(['review'], ['interview', 'note']),
    speaker: fc.constantFrom(['moss'], ['Ben Roth', 'Thiel']),
    tag: fc.constantFrom(['sea'], ['ring', 'light']),
    doc: fc.constantFrom(['a', 'b', 'c', 'd'], ['document']),
    date: fc.constantFrom({ from: '2012', to: '2012' }, { from: '2011', to: null }),
  },
  { requiredKeys: [] },
)

test('a count is what the search finds once its value is chosen in place of the filter on that field', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...QUERIES),
      FILTERS,
      fc.constantFrom(...FACET_FIELDS),
      async (query, filters, field) => {
        const { facets } = await archive.searcher.search(query, {
          ...filters,
          facets: [field],
          facetLimit: 1000,
        })
        for (const { value, count } of facets[field]!) {
          const chosen = { ...filters, ...choosing(field, value) }
          const { total } = await archive.searcher.search(query, chosen)
          expect({ field, value, count: total }).toEqual({ field, value, count })
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('counting does not change what is found', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...QUERIES), FILTERS, async (query, filters) => {
      const plain = await archive.searcher.search(query, filters)
      const counted = await archive.searcher.search(query, { ...filters, facets: FACET_FIELDS })
      expect(counted).toEqual({ ...plain, facets: counted.facets })
    }),
    { numRuns: 30 },
  )
})

test('the languages of all hits add up to the total', async () => {
  const { facets, total } = await archive.searcher.search('film', { facets: ['lang'] })
  expect(facets.lang!.reduce((sum, { count }) => sum + count, 0)).toBe(total)
})

test('a filter on another field counts, one inside the query does too, the own one does not', async () => {
  const searcher = await searcherOf({
    'a.md': '---\nkind: note\nlanguage: en\n---\n\nThe whale swims.\n',
    'b.md': '---\nkind: note\nlanguage: de\n---\n\nThe whale schwimmt.\n',
    'c.md': '---\nkind: review\nlanguage: en\n---\n\nThe whale sings.\n',
  })
  const kinds = async (query: string, filters: Filters) => {
    const { facets } = await searcher.search(query, { ...filters, facets: ['kind'] })
    return facets.kind
  }
  const note = { value: 'note', count: 2 }
  const review = { value: 'review', count: 1 }
  expect(await kinds('whale', {})).toEqual([note, review])
  expect(await kinds('whale', { kind: ['review'] })).toEqual([note, review])
  expect(await kinds('whale kind:review', {})).toEqual([review])
  expect(await kinds('whale', { kind: ['review'], lang: ['en'] })).toEqual([
    { ...note, count: 1 },
    review,
  ])
})

test('values are ordered by count and then by themselves, and cut where asked', async () => {
  const passage = (tags: string) => `---\nlanguage: en\ntags: [${tags}]\n---\n\nThe whale swims.\n`
  const searcher = await searcherOf({
    'a.md': passage('zebra, apple'),
    'b.md': passage('Zebra, cherry').replace('swims', 'sings'),
    'c.md': passage('banana, banana').replace('swims', 'sleeps'),
  })
  const { facets } = await searcher.search('whale', { facets: ['tag'] })
  expect(facets.tag).toEqual([
    { value: 'zebra', count: 2 },
    { value: 'apple', count: 1 },
    { value: 'banana', count: 1 },
    { value: 'cherry', count: 1 },
  ])
  const short = await searcher.search('whale', { facets: ['tag'], facetLimit: 2 })
  expect(short.facets.tag).toEqual(facets.tag!.slice(0, 2))
})

test('documents come with their titles', async () => {
  const searcher = await searcherOf({
    'a.md': '---\ntitle: On whales\nlanguage: en\n---\n\nThe whale swims.\n',
  })
  const { facets } = await searcher.search('whale', { facets: ['document'] })
  expect(facets).toEqual({ document: [{ value: 'a', title: 'On whales', count: 1 }] })
})

test('what was not asked for is not there, and what finds nothing has no values', async () => {
  expect((await archive.searcher.search('whale')).facets).toEqual({})
  for (const query of ['', 'zzzz'])
    expect((await archive.searcher.search(query, { facets: ['lang', 'tag'] })).facets).toEqual({
      lang: [],
      tag: [],
    })
})

test('a number of values that makes no sense is refused', async () => {
  for (const facetLimit of [0, 1.5, 1001])
    await expect(archive.searcher.search('film', { facets: ['lang'], facetLimit })).rejects.toThrow(
      /facetLimit must be a whole number from 1 to 1000/,
    )
})
