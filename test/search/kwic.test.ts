import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Concordance, ConcordanceLine, Hit, Searcher } from '../../src/index.js'
import type { Ranked } from '../../src/search/engine.js'
import { searcherWith } from '../http/ask.js'
import { searcherOfPassages } from '../support/collection.js'
import { openVaried, QUERIES } from '../support/varied.js'

let archive: Awaited<ReturnType<typeof openVaried>>
beforeAll(async () => {
  archive = await openVaried()
})
afterAll(() => archive.remove())

function show({ lines }: Concordance): string[] {
  return lines.map(({ left, match, right }) => `${left}[${match}]${right}`)
}

async function lines(searcher: Searcher, query: string, options = {}): Promise<string[]> {
  return show(await searcher.concordance(query, { limit: 100, ...options }))
}

test('every match is a line with its context', async () => {
  const searcher = await searcherOfPassages('en', ['A whale saw whales, and the whales sang.'])
  expect(await lines(searcher, 'whale')).toEqual([
    'A [whale] saw whales, and the whales sang.',
    'A whale saw [whales], and the whales sang.',
    'A whale saw whales, and the [whales] sang.',
  ])
})

test('a line says where its match is, and what it was found in', async () => {
  const searcher = await searcherOfPassages('en', ['The boats wait for the whales.'])
  const { lines, ...whole } = await searcher.concordance('whale')
  const { hits } = await searcher.search('whale')
  expect(whole).toEqual({
    ...{
      query: 'whale',
      diagnostics: [],
      didYouMean: null,
      partial: false,
      total: 1,
      totalDocuments: 1,
      exhaustive: true,
      facets: {},
    },
    ...{ totalLines: 1, complete: true },
  })
  expect(lines).toEqual([
    {
      ...{ rank: 1, left: 'The boats wait for the ', match: 'whales', right: '.' },
      ...{ kind: 'stem', start: 23, end: 29 },
      passage: { id: hits[0]!.passage.id, language: 'en', speaker: null },
      document: hits[0]!.document,
    },
  ])
})

test('a match is whole words: all of a compound, all of a phrase', async () => {
  const german = await searcherOfPassages('de', [
    'Die Killerwale schwimmen, und der Killerwaltrainer winkt.',
  ])
  expect(await lines(german, 'Wal')).toEqual([
    'Die [Killerwale] schwimmen, und der Killerwaltrainer',
    'Die Killerwale schwimmen, und der [Killerwaltrainer] winkt.',
  ])
  const english = await searcherOfPassages('en', ['We saw the "killer whale" and a whale killer.'])
  expect(await lines(english, '"killer whale"')).toEqual([
    'We saw the "[killer whale]" and a whale killer.',
  ])
})

test('a line says which part of a compound was found, and nothing of it where all was', async () => {
  const searcher = await searcherOfPassages('de', ['Ein Wal sah die Killerwale im Meer.'])
  const { lines } = await searcher.concordance('Wal')
  const [text] = lines.map(({ left, match, right }) => left + match + right)
  expect(lines.map(({ part }) => part && text!.slice(part.start, part.end))).toEqual([
    undefined,
    'wale',
  ])
})

test('contexts are cut at words, and inside a word only where it is longer than the line', async () => {
  const searcher = await searcherOfPassages('de', [
    'Am Anfang steht die Donaudampfschifffahrtsgesellschaft neben Wal und Rindfleischetikettierungsgesetz am',
  ])
  expect(await lines(searcher, 'Wal', { width: 10 })).toEqual(['neben [Wal] und'])
  expect(await lines(searcher, 'neben', { width: 10 })).toEqual(['ellschaft [neben] Wal und'])
  expect(await lines(searcher, 'und', { width: 40 })).toEqual([
    'neben Wal [und] Rindfleischetikettierungsgesetz am',
  ])
})

test('line breaks in a text are spaces in a line', async () => {
  const searcher = await searcherOfPassages('en', [
    'A heading\n\n- the first\n- a whale\n\nthe last',
  ])
  for (const line of await lines(searcher, 'whale')) expect(line).not.toMatch(/\s{2}|\n/)
})

test('sort=right orders by the words that follow, whatever their case and diacritics', async () => {
  const texts = ['Wal ändert sich', 'Wal Anker', 'Wal am Zaun', 'Wal, am Abend', 'Wal', 'Wal zu']
  const searcher = await searcherOfPassages('de', texts)
  expect(await lines(searcher, 'Wal', { sort: 'right' })).toEqual([
    '[Wal]',
    '[Wal], am Abend',
    '[Wal] am Zaun',
    '[Wal] ändert sich',
    '[Wal] Anker',
    '[Wal] zu',
  ])
})

test('sort=left orders by the words before, the nearest first', async () => {
  const texts = [
    'an old blue whale',
    'a new blue whale',
    'a big Blue whale',
    'a white whale',
    'Whale',
  ]
  const searcher = await searcherOfPassages('en', texts)
  expect(await lines(searcher, 'whale', { sort: 'left' })).toEqual([
    '[Whale]',
    'a big Blue [whale]',
    'a new blue [whale]',
    'an old blue [whale]',
    'a white [whale]',
  ])
})

test('lines are those of all hits, in the order of the hits, and pages of them fit together', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...QUERIES.filter((query) => query !== '')),
      fc.constantFrom('score', 'date', 'position', 'left', 'right' as const),
      fc.integer({ min: 1, max: 20 }),
      async (query, sort, limit) => {
        const whole = await archive.searcher.concordance(query, { sort, limit: 1000 })
        const pages: ConcordanceLine[] = []
        for (let offset = 0; offset < whole.totalLines; offset += limit)
          pages.push(...(await archive.searcher.concordance(query, { sort, limit, offset })).lines)
        expect(pages).toEqual(whole.lines)
        expect(whole.totalLines).toBe(whole.lines.length)
        if (sort === 'left' || sort === 'right') return
        const { hits } = await archive.searcher.search(query, { sort, limit: 1000 })
        expect([...new Set(pages.map(({ passage }) => passage.id))]).toEqual(
          hits.map(({ passage }) => passage.id),
        )
      },
    ),
    { numRuns: 30 },
  )
})

test('left, match and right are the text around the match, no wider than asked', async () => {
  const width = 25
  for (const query of QUERIES) {
    const { lines } = await archive.searcher.concordance(query, { width, limit: 1000 })
    const { hits } = await archive.searcher.search(query, { limit: 1000 })
    const texts = new Map(hits.map(({ passage }: Hit) => [passage.id, passage.text]))
    for (const { left, match, right, start, end, passage } of lines) {
      const text = texts.get(passage.id)!
      expect(text.slice(start, end)).toBe(match)
      expect(text.slice(0, start).replace(/\s+/g, ' ').endsWith(left)).toBe(true)
      expect(text.slice(end).replace(/\s+/g, ' ').startsWith(right)).toBe(true)
      expect(Math.max(left.length, right.length)).toBeLessThanOrEqual(width)
    }
  }
})

test('where no words are asked for there are hits, but no lines', async () => {
  const { total, totalLines, lines, complete } = await archive.searcher.concordance('lang:de')
  expect(total).toBeGreaterThan(0)
  expect([totalLines, lines, complete]).toEqual([0, [], true])
})

test.each([
  ['film', 'matches', 'The film, the film, the film.'],
  ['film OR lang:en', 'passages', 'Nothing to see here.'],
])('for %j it stops at 10,000 %s, and says so', async (query, _, text) => {
  const { hits } = await archive.searcher.search('film')
  const passage = (await archive.searcher.engine.passage(hits[0]!.passage.id))!
  let read = 0
  async function* batches(): AsyncGenerator<Ranked[]> {
    for (;;) {
      read += 100
      yield Array.from({ length: 100 }, () => ({
        passage: { ...passage, text },
        score: 1,
        duplicates: [],
        counterparts: [],
      }))
    }
  }
  const found = { total: 1e6, totalDocuments: 1, exhaustive: true, facets: {} }
  const searcher = searcherWith({
    rankAll: async () => ({ ...found, batches: batches() }),
  })
  const { complete, totalLines, total } = await searcher.concordance(query)
  expect([complete, total]).toEqual([false, 1e6])
  expect(totalLines).toBe(text.includes('film') ? 10_000 : 0)
  expect(read).toBeLessThanOrEqual(10_100)
})

test('facets can be counted besides', async () => {
  const options = { facets: ['lang'] as const, kind: ['review'] }
  const { facets } = await archive.searcher.concordance('film', options)
  expect(facets).toEqual((await archive.searcher.search('film', options)).facets)
})

test('what makes no sense is refused', async () => {
  await expect(archive.searcher.concordance('film', { width: 9 })).rejects.toThrow(
    /width must be a whole number from 10 to 200, not 9/,
  )
  await expect(archive.searcher.search('film', { sort: 'left' as 'score' })).rejects.toThrow(
    /sort must be one of score, date, date-asc, position, not “left”/,
  )
})
