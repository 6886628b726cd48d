import { expect, test } from 'vitest'
import { searcherOf } from '../support/collection.js'

// A megabyte without what texts are cut at: as logs, keys and scans that went wrong have it.
test.each([
  ['words without a sentence', 'whale water house '],
  ['one chain of hyphens', 'a-'],
  ['one chain of apostrophes', "a'b"],
  ['one word', 'a'],
  ['items', '• whale\n'],
  ['spaces', 'whale\u00a0 \u00a0'],
  ['emphasis that never closes', '*a **b '],
])('a text of %s is indexed', async (_, piece) => {
  const text = piece.repeat(Math.ceil(300_000 / piece.length))
  const searcher = await searcherOf({ 'odd.txt': text, 'plain.md': 'A whale in the sea.' })
  const { hits } = await searcher.search('sea')
  expect(hits.map(({ document }) => document.id)).toEqual(['plain'])
})
