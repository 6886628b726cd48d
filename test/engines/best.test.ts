import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildIndex, openIndex, type Searcher } from '../../src/index.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'
import { collectionOf, queries } from '../support/random-collection.js'

/** The same index three times: the first hits alone, these and how many there are, and everything with its score. */
async function threeTimes(files: Record<string, string>) {
  const removals: (() => Promise<void>)[] = []
  const later = (remove: () => Promise<void>) => removals.push(remove)
  const index = await temporaryFolder(later)
  await buildIndex(await corpusOf(files, later), { index })
  const best = await openIndex(index, { scoreUpTo: 0, countUpTo: 0 })
  const counted = await openIndex(index, { scoreUpTo: 0 })
  const all = await openIndex(index, { scoreUpTo: Number.POSITIVE_INFINITY })
  const close = async () => {
    for (const searcher of [best, counted, all]) await searcher.close()
    for (const removal of removals) await removal()
  }
  return { best, counted, all, close }
}

async function hitsOf(searcher: Searcher, query: string, options: object) {
  const answer = await searcher.search(query, { ...options, explain: true })
  const { hits, total, totalDocuments, exhaustive, facets } = answer
  const told = hits.map(({ passage, score, duplicates, explanation, highlights }) => {
    const value = explanation!.value.toFixed(9)
    return { id: passage.id, score: score.toFixed(9), duplicates, value, highlights }
  })
  return { told, total, totalDocuments, exhaustive, facets }
}

describe('hits that are found without looking at all that match', () => {
  test('are the first of all, with the same scores, and their number is no more than there are', async () => {
    let passedBy = 0
    await fc.assert(
      fc.asyncProperty(
        collectionOf(),
        fc.array(queries, { minLength: 6, maxLength: 12 }),
        async (files, asked) => {
          const { best, counted, all, close } = await threeTimes(files)
          try {
            for (const { query, options } of asked) {
              const [some, every] = [
                await hitsOf(best, query, options),
                await hitsOf(all, query, options),
              ]
              expect(
                some.told.map(({ duplicates: _, ...hit }) => hit),
                query,
              ).toEqual(every.told.map(({ duplicates: _, ...hit }) => hit))
              expect(some.told, query).toEqual(every.told)
              expect(every.exhaustive).toBe(true)
              expect(await hitsOf(counted, query, options), query).toEqual(every)
              expect(some.facets, query).toEqual(every.facets)
              if (options.facets.length > 0) expect(some.exhaustive, query).toBe(true)
              if (some.exhaustive) expect(some.total, query).toBe(every.total)
              else expect(some.total, query).toBeLessThanOrEqual(every.total)
              passedBy += Number(!some.exhaustive)
            }
          } finally {
            await close()
          }
        },
      ),
      { numRuns: 25, endOnFailure: true },
    )
    expect(passedBy).toBeGreaterThan(20)
  }, 120_000)
})
