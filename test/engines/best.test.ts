import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildIndex, type Filters, openIndex, type Searcher } from '../../src/index.js'
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

/** How many hits have each value, told by the hits themselves, as facets name it. */
async function countedOneByOne(searcher: Searcher, query: string, options: object) {
  const { hits } = await searcher.search(query, { ...options, limit: 1000, offset: 0 })
  const count = (values: readonly string[]) => {
    const counts: Record<string, number> = {}
    for (const value of values) counts[value] = (counts[value] ?? 0) + 1
    return counts
  }
  return {
    lang: count(hits.map(({ passage }) => passage.language)),
    document: count(hits.map(({ document }) => document.id)),
    kind: count(hits.flatMap(({ document }) => document.kind ?? [])),
  }
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

  test('are counted by what they belong to, as one would one by one', async () => {
    await fc.assert(
      fc.asyncProperty(
        collectionOf(),
        fc.array(queries, { minLength: 4, maxLength: 8 }),
        async (files, asked) => {
          const { best, all, close } = await threeTimes(files)
          try {
            for (const { query, options } of asked) {
              // Each facet is counted without its own filter.
              const { lang: _, kind: __, ...rest } = options as typeof options & Filters
              const facets = ['lang', 'document', 'kind'] as const
              const answer = await best.search(query, { ...rest, facets, facetLimit: 1000 })
              const told = Object.entries(answer.facets).map(([field, values]) => {
                return [field, Object.fromEntries(values.map(({ value, count }) => [value, count]))]
              })
              const counted = await countedOneByOne(all, query, rest)
              expect(Object.fromEntries(told), query).toEqual(counted)
            }
          } finally {
            await close()
          }
        },
      ),
      { numRuns: 15, endOnFailure: true },
    )
  }, 120_000)

  test('are those with all words, also where many others have more of one word, and few are expected to have all', async () => {
    const others = Array.from({ length: 110 }, (_, i) => `word${i}`).join(' ')
    const texts = Array.from({ length: 460 }, (_, i) => {
      if (i < 40) return `Harbour, harbour, harbour, harbour, harbour of ${1900 + i}.`
      if (i < 80) return `Silence, silence, silence, silence, silence of ${1900 + i}.`
      return i === 300 ? `The harbour ${others} and the silence.` : `A letter of ${1900 + i}.`
    })
    const files = texts.map((text, i) => [
      `d${i}.md`,
      `---\ntitle: Notes\nlanguage: en\n---\n\n${text}\n`,
    ])
    const { best, all, close } = await threeTimes(Object.fromEntries(files))
    try {
      for (const limit of [1, 5, 30, 90]) {
        const options = { limit, collapse: false, cross: 'off' as const }
        const { told } = await hitsOf(best, 'harbour silence', options)
        expect(told).toEqual((await hitsOf(all, 'harbour silence', options)).told)
        expect(told[0]!.highlights).toHaveLength(2)
      }
    } finally {
      await close()
    }
  })

  test('are the same for a word that is in one text, where another one may be meant, which is in some titles too', async () => {
    const said = ['silence', 'summer', 'silence and summer', 'a long summer in silence and light']
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => {
        const title = i % 3 === 0 ? 'Harbour' : 'Notes'
        const seen = i === 7 ? 'harbuor' : i % 2 === 0 ? 'harbour' : 'town'
        return [
          `d${i}.md`,
          `---\ntitle: ${title}\nlanguage: en\n---\n\nThe ${seen} was seen in ${said[i % said.length]} of the year ${1900 + i}.\n`,
        ]
      }),
    )
    const { best, all, close } = await threeTimes(files)
    try {
      for (const query of ['harbuor', 'harbuor silence', 'harbuor AND summer']) {
        const options = { limit: 40, collapse: false, cross: 'off' as const }
        const { told } = await hitsOf(best, query, options)
        expect(told, query).toEqual((await hitsOf(all, query, options)).told)
        expect(told.length, query).toBeGreaterThan(1)
      }
    } finally {
      await close()
    }
  })
})
