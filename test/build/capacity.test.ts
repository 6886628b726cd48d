import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { buildIndex, openIndex } from '../../src/index.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'

/** What a list can tell apart, and a column hold, is too much for a test. */
const limits = vi.hoisted(() => ({ passages: 2 ** 25, bytes: 2 ** 32 }))

vi.mock('../../src/engines/flexsearch/lists/block-format.js', async (original) => ({
  ...(await original<object>()),
  get MOST_PASSAGES() {
    return limits.passages
  },
}))

vi.mock('../../src/store/limits.js', () => ({
  get MOST_BYTES() {
    return limits.bytes
  },
}))

beforeEach(() => {
  limits.passages = 2 ** 25
  limits.bytes = 2 ** 32
})

function passages(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`${i}.md`, `Whale ${i} swims in sea ${i}.\n`]),
  )
}

async function found(index: string): Promise<number> {
  const searcher = await openIndex(index, { lexicon: null })
  const { total } = await searcher.search('whale')
  await searcher.close()
  return total
}

test('a collection with more passages than one index can hold is refused, and the index of before stays', async () => {
  limits.passages = 30
  const corpus = await corpusOf(passages(10))
  const index = await temporaryFolder()
  await buildIndex(corpus, { index })
  const names = await readdir(index)
  const manifest = await readFile(join(index, 'manifest.json'), 'utf8')
  for (const [path, text] of Object.entries(passages(31))) await writeFile(join(corpus, path), text)
  await expect(buildIndex(corpus, { index })).rejects.toMatchObject({
    name: 'CorpusError',
    message: `${corpus} has more than one index can hold (more than 30 passages); divide the texts into several folders, and build an index of each`,
  })
  expect((await readdir(index)).sort()).toEqual(names.sort())
  expect(await readFile(join(index, 'manifest.json'), 'utf8')).toBe(manifest)
  expect(await found(index)).toBe(10)
})

test('titles, headings and speakers are counted as well', async () => {
  limits.passages = 30
  const text = Array.from({ length: 11 }, (_, i) => `# ${i}\n\nWhale ${i}.\n`).join('\n')
  const corpus = await corpusOf({ 'one.md': text })
  const building = buildIndex(corpus, { index: await temporaryFolder() })
  await expect(building).rejects.toThrow('can hold (more than 10 sections)')
})

test('where only what was removed is too much, all is built anew', async () => {
  limits.passages = 30
  const corpus = await corpusOf(passages(10))
  const index = await temporaryFolder()
  await buildIndex(corpus, { index })
  for (let i = 0; i < 3; i++) {
    await rm(join(corpus, `${i}.md`))
    await writeFile(join(corpus, `new${i}.md`), `Whale ${i} swims again.\n`)
  }
  limits.passages = 11 * 3
  expect((await buildIndex(corpus, { index, mergeAt: 100 })).changes).toBeUndefined()
  expect(await found(index)).toBe(10)
})

test('texts with more words than a file of the index can hold are refused in the same words', async () => {
  limits.bytes = 100
  const corpus = await corpusOf(passages(50))
  const building = buildIndex(corpus, { index: await temporaryFolder() })
  await expect(building).rejects.toThrow(/can hold \(more than 4 GiB of .*\); divide the texts/)
})
