import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildIndex, openIndex, type Searcher } from '../../src/index.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'
import { collectionOf, queries } from '../support/random-collection.js'

/** The same index twice: one passes by what cannot be among the first hits, the other looks at everything. */
async function twice(files: Record<string, string>) {
  const removals: (() => Promise<void>)[] = []
  const later = (remove: () => Promise<void>) => removals.push(remove)
  const index = await temporaryFolder(later)
  await buildIndex(await corpusOf(files, later), { index })
  const best = await openIndex(index, { countUpTo: 0 })
  const all = await openIndex(index, { countUpTo: Number.POSITIVE_INFINITY })
  const close = async () => {
    for (const searcher of [best, all]) await searcher.close()
    for (const removal of removals) await removal()
  }
  return { best, all, close }
}

async function hitsOf(searcher: Searcher, query: string, options: object) {
  const { hits, total, exhaustive } = await searcher.search(query, { ...options, explain: true })
  const told = hits.map(({ passage, score, duplicates, explanation, highlights }) => {
    const value = explanation!.value.toFixed(9)
    return { id: passage.id, score: score.toFixed(9), duplicates, value, highlights }
  })
  return { told, total, exhaustive }
}

describe('hits that are found without looking at all that match', () => {
  test('are the first of all, with the same scores, and their number is no more than there are', async () => {
    let passedBy = 0
    await fc.assert(
      fc.asyncProperty(
        collectionOf(),
        fc.array(queries, { minLength: 6, maxLength: 12 }),
        async (files, asked) => {
          const { best, all, close } = await twice(files)
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
              if (some.exhaustive) expect(some.total, query).toBe(every.total)
              else expect(some.total, query).toBeLessThanOrEqual(every.total)
              passedBy += Number(!some.exhaustive)
            }
          } finally {
            await close()
          }
        },
      ),
      { numRuns: 2500, endOnFailure: true },
    )
    expect(passedBy).toBeGreaterThan(20)
  }, 600_000)
})
