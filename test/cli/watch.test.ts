import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openIndex } from '../../src/index.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'
import { Fundstelle } from '../support/fundstelle.js'

const FILES = { 'one.md': 'A whale swims in the sea.\n', 'two.md': 'A boxer trains in the hall.\n' }

const WAITING = /Waiting for changes in .*\. Stop with Ctrl\+C\.\n/

async function watching(files: Record<string, string> = FILES, ...options: string[]) {
  const corpus = await corpusOf(files)
  const index = join(await temporaryFolder(), 'index')
  const build = new Fundstelle(['build', corpus, '--index', index, '--watch', ...options])
  await build.says(WAITING)
  const write = (path: string, content: string) => writeFile(join(corpus, path), content)
  return { corpus, index, build, write }
}

/** How many passages a query finds, and how many documents there are. */
async function inIndex(index: string, query: string) {
  const searcher = await openIndex(index, { lexicon: null })
  const { total } = await searcher.search(query)
  const documents = (await searcher.engine.documents()).length
  await searcher.close()
  return { total, documents }
}

test('build --watch builds at once and again after every change, until Ctrl+C', async () => {
  const { corpus, index, build, write } = await watching()
  expect(await inIndex(index, 'whale')).toEqual({ total: 1, documents: 2 })

  await mkdir(join(corpus, 'sub'))
  await write('sub/three.md', 'One more whale.\n')
  expect(await build.says(WAITING)).toMatch(/^The texts have changed\.\n[\s\S]*Indexed 3 documents/)
  expect(await inIndex(index, 'whale')).toEqual({ total: 2, documents: 3 })

  await rename(join(corpus, 'sub/three.md'), join(corpus, 'sub/four.md'))
  await build.says(WAITING)
  await write('sub/four.md', 'A lighthouse.\n')
  await build.says(WAITING)
  expect(await inIndex(index, 'whale')).toEqual({ total: 1, documents: 3 })

  await write('synonyms.yaml', 'en:\n  - [whale, orca]\n')
  expect(await build.says(WAITING)).toContain('2 synonyms')
  expect(await inIndex(index, 'orca')).toEqual({ total: 1, documents: 3 })

  await rm(join(corpus, 'sub'), { recursive: true })
  await build.says(WAITING)
  expect(await inIndex(index, 'lighthouse')).toEqual({ total: 0, documents: 2 })

  expect(await build.interrupt()).toEqual([0, null])
  expect(build.rest).toBe('')
}, 60_000)

test('a build that fails is told, the index of before stays, and the next change is built', async () => {
  const { corpus, index, build, write } = await watching(FILES, '--strict')
  const manifest = () => readFile(join(index, 'manifest.json'), 'utf8')
  const before = await manifest()
  await write('empty.txt', '')
  const told = await build.says(WAITING)
  expect(told).toMatch(/^empty\.txt: /m)
  expect(told).toMatch(/--strict was asked\nThe index was left as it is\.\n/)
  expect(await manifest()).toBe(before)
  await rm(corpus, { recursive: true })
  expect(await build.says(WAITING)).toMatch(/does not exist.*\nThe index was left as it is\.\n/)
  expect(await manifest()).toBe(before)
  await mkdir(corpus)
  await write('one.md', 'A whale alone.\n')
  await build.says(WAITING)
  expect(await inIndex(index, 'whale')).toEqual({ total: 1, documents: 1 })
}, 60_000)

test('what changes while it builds is built when it is done, never at the same time', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => [`${i}.md`, `Whale ${i} swims in sea ${i}.\n`]),
  )
  const { index, build, write } = await watching(many, '--full')
  await write('new.md', 'One lighthouse.\n')
  await build.says(/Indexing 301 files/)
  await write('newer.md', 'One more lighthouse.\n')
  expect(await build.says(WAITING)).toMatch(/^Indexed 301 documents/m)
  const again = await build.says(WAITING)
  expect(again).toMatch(/^The texts have changed\.\nIndexing 302 files\n/)
  expect(again).toMatch(/^Indexed 302 documents/m)
  expect((await inIndex(index, 'lighthouse')).total).toBe(2)
}, 60_000)

test.each([
  ['the corpus is not there', ['build', 'no-such-folder', '--watch'], /does not exist/],
  ['the index folder is a file', ['build', 'corpus', '--watch', '-i', 'package.json'], /is a file/],
])('build --watch ends at once where %s', async (_, args, message) => {
  const build = new Fundstelle(args)
  await build.says(message)
  expect(await build.exited).toEqual([3, null])
})

test('a server that runs meanwhile answers from the new index, and keeps it where the next is bad', async () => {
  const { index, build, write } = await watching()
  const server = new Fundstelle(['serve', '--index', index])
  const url = (await server.says(/http:\/\/127\.0\.0\.1:\d+/)).match(/http:\S+$/)![0]
  await server.says(/Stop with Ctrl\+C\.\n/)
  const total = async () =>
    (await (await fetch(`${url}/search?q=lighthouse`)).json()) as { total: number }
  expect((await total()).total).toBe(0)
  await write('three.md', 'A lighthouse by the sea.\n')
  await build.says(WAITING)
  await server.says(/The index was built again; now it is 3 passages of 3 documents\.\n/)
  expect((await total()).total).toBe(1)
  expect(await build.interrupt()).toEqual([0, null])

  const manifest = await readFile(join(index, 'manifest.json'), 'utf8')
  await appendFile(join(index, 'manifest.json'), 'x')
  const told = await server.says(/ was not written by Fundstelle.*\n/)
  expect(told).toContain('The new index cannot be used; the one of before goes on answering.')
  expect((await total()).total).toBe(1)
  await writeFile(join(index, 'manifest.json'), manifest)
  expect((await total()).total).toBe(1)
  expect(await server.interrupt()).toEqual([0, null])
  expect(server.rest).toBe('')
}, 60_000)
