import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hit } from '../../src/index.js'
import { MAX_WINDOW } from '../../src/search/options.js'
import { SORTS, type Sort } from '../../src/search/sort.js'
import { openVaried, QUERIES } from '../support/varied.js'

let archive: Awaited<ReturnType<typeof openVaried>>
beforeAll(async () => {
  archive = await openVaried()
})
afterAll(() => archive.remove())

const EVERYTHING = { lang: ['en', 'de', 'und'] }

async function hitsOf(query: string, sort: Sort): Promise<Hit[]> {
  const options = { ...EVERYTHING, sort, limit: MAX_WINDOW }
  return (await archive.searcher.search(query, options)).hits
}

/** Documents as the collection lists them, then passages as the document has them. */
async function places(): Promise<Map<string, number>> {
  const { engine } = archive.searcher
  const documents = await engine.documents()
  const passages = await Promise.all(documents.map(({ id }) => engine.passagesOf(id)))
  return new Map(passages.flat().map(({ id }, place) => [id, place]))
}

test.each(SORTS)(
  'sort=%s gives the same passages in its order, the best first among equals',
  async (sort) => {
    const place = await places()
    const date = ({ document }: Hit) => document.date
    /** Less than zero where `a` belongs before `b`. */
    const compare = {
      score: () => 0,
      position: (a: Hit, b: Hit) => place.get(a.passage.id)! - place.get(b.passage.id)!,
      date: (a: Hit, b: Hit) => byDate(date(a), date(b), -1),
      'date-asc': (a: Hit, b: Hit) => byDate(date(a), date(b), 1),
    }[sort]
    for (const query of QUERIES) {
      const best = await hitsOf(query, 'score')
      const sorted = [...best].sort(compare)
      const hits = await hitsOf(query, sort)
      expect(hits.map(({ passage }) => passage.id)).toEqual(sorted.map(({ passage }) => passage.id))
      expect(hits.map(({ rank }) => rank)).toEqual(hits.map((_, i) => i + 1))
    }
  },
)

function byDate(a: string | null, b: string | null, direction: 1 | -1): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -direction : direction
}

describe('all hits', () => {
  test('are those that one gets by paging through them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...QUERIES),
        fc.constantFrom(...SORTS),
        fc.integer({ min: 1, max: 30 }),
        async (query, sort, limit) => {
          const options = { ...EVERYTHING, sort }
          const { hits, total } = await archive.searcher.searchAll(query, options)
          const all: Hit[] = []
          for await (const hit of hits) all.push(hit)
          const pages: Hit[] = []
          for (let offset = 0; offset < total; offset += limit) {
            const page = await archive.searcher.search(query, { ...options, limit, offset })
            pages.push(...page.hits)
          }
          expect(all).toEqual(pages)
          expect(all).toHaveLength(total)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('come with what is known of them as a whole', async () => {
    const options = { lang: ['de'], facets: ['lang', 'year'] as const }
    const { hits: _, ...page } = await archive.searcher.search('"film', options)
    const { hits: __, ...all } = await archive.searcher.searchAll('"film', options)
    expect(all).toEqual(page)
  })

  test('leave room for other searches', async () => {
    const { hits } = await archive.searcher.searchAll('', EVERYTHING)
    const events: string[] = []
    const other = new Promise<void>((resolve) => setImmediate(resolve)).then(() =>
      events.push('other'),
    )
    for await (const { rank } of hits) events.push(String(rank))
    await other
    expect(events.indexOf('other')).toBeGreaterThan(0)
    expect(events.indexOf('other')).toBeLessThan(events.length - 1)
  })

  test('of a query that asks for nothing are none', async () => {
    const { hits, total } = await archive.searcher.searchAll('')
    const all: Hit[] = []
    for await (const hit of hits) all.push(hit)
    expect([all, total]).toEqual([[], 0])
  })
})
