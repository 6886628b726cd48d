import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Hit } from '../../src/index.js'
import { MAX_WINDOW } from '../../src/search/options.js'
import { SORTS } from '../../src/search/sort.js'
import { openVaried, QUERIES } from '../support/varied.js'

let archive: Awaited<ReturnType<typeof openVaried>>
beforeAll(async () => {
  archive = await openVaried()
})
afterAll(() => archive.remove())

const EVERYTHING = { lang: ['en', 'de', 'und'], limit: MAX_WINDOW }

/** Hits by document, in the order of their first. */
function byDocument(hits: readonly Hit[]): Hit[][] {
  const groups = new Map<string, Hit[]>()
  for (const hit of hits) groups.set(hit.document.id, [...(groups.get(hit.document.id) ?? []), hit])
  return [...groups.values()]
}

const ids = (hits: readonly { passage: { id: string } }[]) => hits.map(({ passage }) => passage.id)

test('a document is one hit: its best passage, with its next best and how many there are', async () => {
  for (const query of QUERIES) {
    const all = await archive.searcher.search(query, EVERYTHING)
    const grouped = await archive.searcher.search(query, { ...EVERYTHING, group: 'document' })
    const expected = byDocument(all.hits)
    expect(ids(grouped.hits)).toEqual(ids(expected.map(([best]) => best!)))
    expect(grouped.hits.map(({ group }) => group!.total)).toEqual(
      expected.map(({ length }) => length),
    )
    expect(grouped.hits.map(({ group }) => ids(group!.next))).toEqual(
      expected.map((hits) => ids(hits.slice(1, 4))),
    )
    expect([grouped.total, grouped.totalDocuments]).toEqual([all.total, expected.length])
    expect(all.totalDocuments).toBe(expected.length)
  }
})

test.each(SORTS)('with sort=%s the best passage still stands for its document', async (sort) => {
  const best = await archive.searcher.search('film whale Wal', { ...EVERYTHING, group: 'document' })
  const options = { ...EVERYTHING, group: 'document' as const, sort }
  const sorted = await archive.searcher.search('film whale Wal', options)
  expect(ids(sorted.hits).sort()).toEqual(ids(best.hits).sort())
  const dates = sorted.hits.map(({ document }) => document.date ?? (sort === 'date' ? '' : '9'))
  if (sort === 'date') expect(dates).toEqual([...dates].sort().reverse())
  if (sort === 'date-asc') expect(dates).toEqual([...dates].sort())
  if (sort === 'position') {
    const documents = await archive.searcher.engine.documents()
    const order = documents.map(({ id }) => id)
    const shown = sorted.hits.map(({ document }) => order.indexOf(document.id))
    expect(shown).toEqual([...shown].sort((a, b) => a - b))
  }
})

test('a passage in a group is like a hit, without rank', async () => {
  const options = { ...EVERYTHING, group: 'document' as const, explain: true }
  const { hits } = await archive.searcher.search('whale film summer', options)
  const all = await archive.searcher.search('whale film summer', { ...EVERYTHING, explain: true })
  const nested = hits.flatMap(({ group }) => group!.next)
  expect(nested.length).toBeGreaterThan(0)
  for (const passage of nested) {
    const { rank: _, ...same } = all.hits.find((hit) => hit.passage.id === passage.passage.id)!
    expect(passage).toEqual(same)
  }
})

test('languages can be groups as well: a list for each', async () => {
  const all = await archive.searcher.search('film whale Wal', EVERYTHING)
  const options = { ...EVERYTHING, group: 'language' as const, groupSize: 5 }
  const { hits, total } = await archive.searcher.search('film whale Wal', options)
  expect(total).toBe(all.total)
  expect(hits.map(({ passage }) => passage.language).sort()).toEqual(['de', 'en'])
  for (const { passage, group } of hits) {
    const own = all.hits.filter((hit) => hit.passage.language === passage.language)
    expect([passage.id, ...ids(group!.next)]).toEqual(ids(own.slice(0, 6)))
    expect(group!.total).toBe(own.length)
  }
})

test('limit and offset count documents', async () => {
  const options = { ...EVERYTHING, group: 'document' as const }
  const { hits } = await archive.searcher.search('film', options)
  const page = await archive.searcher.search('film', { ...options, offset: 2, limit: 3 })
  expect(page.hits).toEqual(hits.slice(2, 5))
})

test('the number of further passages is up to the caller', async () => {
  const next = async (groupSize: number) => {
    const options = { ...EVERYTHING, group: 'document' as const, groupSize }
    const { hits } = await archive.searcher.search('', options)
    return Math.max(...hits.map(({ group }) => group!.next.length))
  }
  expect([await next(0), await next(1), await next(20)]).toEqual([0, 1, 3])
  await expect(next(21)).rejects.toThrow(/groupSize must be a whole number from 0 to 20/)
})

test('without grouping a hit has no group', async () => {
  const { hits } = await archive.searcher.search('whale')
  expect(hits.filter((hit) => 'group' in hit)).toEqual([])
})
