import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searcherOf } from '../support/collection.js'

const TITLES = [
  ...['Ice Age', 'The Age of Ice', 'Ices of ages', 'iceage', 'age', 'Ice-Age (ice)', '2012 ice 2'],
  ...[
    'Über Eis',
    'uber eis',
    'Überall Eis',
    "L'âge de glace",
    '𝒜ge 𝒜',
    '日本 ice',
    'e\u0301te\u0301',
  ],
]
const WORDS = [
  ...[
    'ice',
    'Age',
    'AGE',
    'of',
    'ices',
    'ic',
    '2',
    '2012',
    'über',
    'Uber',
    'eis',
    'all',
    'l',
    'âge',
  ],
  ...['𝒜ge', '𝒜', '日本', 'été', 'ete', 'te', '-', 'title'],
]

/** What is compared of a text: its words without case, diacritics and other ways of writing a letter. */
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

test('documents are found by all words of a value in their title, and by no parts of words', async () => {
  const searcher = await searcherOf(
    Object.fromEntries(
      TITLES.map((title, i) => [
        `${i}.md`,
        `---\nlanguage: en\nid: n${i}\ntitle: ${JSON.stringify(title)}\n---\n\nThe whale swims, ${i}.\n`,
      ]),
    ),
  )
  const value = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(value, async (words) => {
      const wanted = words.flatMap(wordsOf)
      const expected = TITLES.flatMap((title, i) => {
        const there = wordsOf(title)
        return wanted.length > 0 && wanted.every((word) => there.includes(word)) ? `n${i}` : []
      })
      const { hits } = await searcher.search('whale', { doc: [words.join(' ')], limit: 100 })
      expect(hits.map(({ document }) => document.id).sort()).toEqual(expected.sort())
    }),
  )
})

test('an id names its document and no other that is written nearly so', async () => {
  const ids = ['notes/über', 'notes/uber', 'Notes/Uber']
  const searcher = await searcherOf(
    Object.fromEntries(
      ids.map((id, i) => [
        `${i}.md`,
        `---\nlanguage: en\nid: ${id}\n---\n\nThe whale swims, ${i}.\n`,
      ]),
    ),
  )
  const found = async (value: string) => {
    const { hits } = await searcher.search(`whale doc:${value}`)
    return hits.map(({ document }) => document.id).sort()
  }
  for (const id of ids) {
    expect(await found(id)).toEqual([id])
    expect(await found(id.normalize('NFD'))).toEqual([id])
  }
  expect(await found('NOTES/ÜBER')).toEqual(ids.toSorted())
  const { facets } = await searcher.search('whale', { doc: ['notes/uber'], facets: ['document'] })
  for (const { value, count } of facets.document!)
    expect((await searcher.search('whale', { doc: [value] })).total).toBe(count)
})
