import { expect, test } from 'vitest'
import { Budget } from '../../src/search/budget.js'
import { searcherOf } from '../support/collection.js'

/** Sixty words that begin alike, each in a passage of its own with the one before it. */
const FILES = Object.fromEntries(
  Array.from({ length: 60 }, (_, i) => [
    `${i}.md`,
    `---\nlanguage: en\n---\n\nwhale${word(i)} beside whale${word(i + 1)}.\n`,
  ]),
)

function word(number: number): string {
  return String.fromCharCode(97 + (number % 20)) + String.fromCharCode(97 + Math.floor(number / 20))
}

test('a budget allows what it has, and nothing after the first refusal', () => {
  const budget = new Budget(10)
  expect([budget.allows(4), budget.isExceeded]).toEqual([true, false])
  // The last piece may be larger than what is left: it was begun in time.
  expect([budget.allows(9), budget.isExceeded]).toEqual([true, false])
  expect([budget.allows(1), budget.isExceeded]).toEqual([false, true])
  expect(budget.allows(0)).toBe(false)
})

test('a search that takes more work than it may is answered in part, and says so', async () => {
  const searcher = await searcherOf(FILES)
  const whole = await searcher.search('whale*', { limit: 100 })
  expect(whole.partial).toBe(false)
  expect(whole.diagnostics).toEqual([])
  const part = await searcher.search('whale*', { limit: 100, budget: 56_000 })
  expect(part).toMatchObject({
    partial: true,
    diagnostics: [{ code: 'partial', start: 0, end: 6 }],
  })
  expect(part.total).toBeGreaterThan(0)
  expect(part.total).toBeLessThan(whole.total)
  // The same work, the same answer.
  expect(await searcher.search('whale*', { limit: 100, budget: 56_000 })).toEqual(part)
  const { partial, totalLines } = await searcher.concordance('whale*', { budget: 56_000 })
  expect(partial).toBe(true)
  expect(totalLines).toBeGreaterThan(0)
  expect(await searcher.searchAll('whale*', { budget: 56_000 })).toMatchObject({
    partial: true,
    exhaustive: false,
  })
})

test('with any amount of work, all is found', async () => {
  const searcher = await searcherOf(FILES)
  const whole = await searcher.search('whale* whalf', { limit: 100, budget: Infinity })
  expect(whole.partial).toBe(false)
  expect(await searcher.search('whale* whalf', { limit: 100 })).toEqual(whole)
})

test.each([
  'beside -whaleab',
  'beside -whalea*',
  'beside -"beside whalebb"',
  'beside -(whaleab OR whaleb*)',
  'beside -(whalea* beside)',
  'beside -(beside -whaleb*)',
  'beside AND NOT whalea*',
  'lang:en -whalea*',
])('however little a search of %s may do, it finds nothing that is excluded', async (query) => {
  const searcher = await searcherOf(FILES)
  const find = async (budget: number) => {
    const { hits, partial } = await searcher.search(query, { limit: 100, budget })
    return { partial, ids: hits.map(({ passage }) => passage.id) }
  }
  const whole = await find(Infinity)
  expect(whole.ids.length).toBeGreaterThan(0)
  expect(whole.ids.length).toBeLessThan(60)
  let parts = 0
  for (let budget = 0; budget < 1_000_000; budget += budget < 20_000 ? 250 : 50_000) {
    const part = await find(budget)
    if (part.partial) parts++
    expect(part.ids.filter((id) => !whole.ids.includes(id))).toEqual([])
  }
  expect(parts).toBeGreaterThan(0)
})

test('without any, nothing is looked up', async () => {
  const searcher = await searcherOf(FILES)
  expect(await searcher.search('whale*', { budget: 0 })).toMatchObject({ total: 0, partial: true })
})

test('a budget is a whole number of steps', async () => {
  const searcher = await searcherOf(FILES)
  await expect(searcher.search('whale', { budget: -1 })).rejects.toThrow(RangeError)
})
