import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { buildIndex } from '../../src/index.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'
import { filler } from '../support/filler.js'
import { Fundstelle } from '../support/fundstelle.js'

const STOPPED = 'Stopped. The index was left as it is, and nothing unfinished beside it.\n'

const WAITING = /Waiting for changes in .*\n/

/** So much text that it is built on a thread of its own, which takes seconds: 4.5 MB. */
const FILES = 5
const PARAGRAPHS = 1_800

let corpus: string
let index: string
let before: Awaited<ReturnType<typeof filesOf>>

/** An index of one text, and a corpus to which much was added since: as it was after every build that is stopped. */
beforeAll(async () => {
  corpus = await corpusOf({ 'one.md': 'A whale swims in the sea.\n' }, afterAll)
  index = join(await temporaryFolder(afterAll), 'index')
  await buildIndex(corpus, { index })
  before = await filesOf(index)
  for (let i = 0; i < FILES; i++) {
    const paragraphs = Array.from({ length: PARAGRAPHS }, (_, j) =>
      filler('en', PARAGRAPHS * i + j),
    )
    await writeFile(join(corpus, `${i}.md`), paragraphs.join('\n\n'))
  }
})

async function filesOf(folder: string) {
  const manifest = await readFile(join(folder, 'manifest.json'), 'utf8')
  return { names: (await readdir(folder)).sort(), manifest }
}

test.each([
  ['Ctrl+C', 'build', 'SIGINT', 130],
  ['SIGTERM', 'build', 'SIGTERM', 143],
  ['Ctrl+C', 'build --watch', 'SIGINT', 130],
  ['Ctrl+C', 'serve --corpus', 'SIGINT', 130],
] as const)(
  '%s stops %s while it builds: what it has written is removed, and the index is kept',
  async (_, command, signal, code) => {
    const [name, option] = command.split(' ')
    const args = option === '--watch' ? [corpus, option] : option ? [option, corpus] : [corpus]
    const build = new Fundstelle([name!, ...args, '--index', index])
    await build.says(/Indexing 6 files\n/)
    expect(await build.end(signal)).toEqual([code, null])
    expect(build.rest).toBe(STOPPED)
    expect(await filesOf(index)).toEqual(before)
  },
  60_000,
)

test('build --watch builds on its thread again, and ends at once while it waits', async () => {
  const texts = await corpusOf({
    'one.md': 'A whale.\n',
    'two.md': Array.from({ length: 50 }, (_, i) => filler('en', i)).join('\n\n'),
    // So much that a thread builds, but left out.
    'long.txt': 'A whale.\n'.repeat(1_200_000),
  })
  const build = new Fundstelle(['build', texts, '--watch', '--index', await temporaryFolder()])
  expect(await build.says(WAITING)).toContain('Indexed 2 documents')
  for (const word of ['lighthouse', 'keeper']) {
    await writeFile(join(texts, 'one.md'), `A ${word}.\n`)
    expect(await build.says(WAITING)).toContain('Updated (1 changed): 2 documents')
  }
  expect(await build.interrupt()).toEqual([0, null])
  expect(build.rest).toBe('')
}, 60_000)

const PROGRAM = `
import { stoppable } from './src/cli/stoppable.js'
setInterval(() => {}, 1000)
await stoppable((signal) => {
  signal.addEventListener('abort', () => console.log('ending'))
  console.log('working')
  return new Promise(() => {})
}, '')
`

test('a second press of Ctrl+C ends at once what does not end by the first', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', PROGRAM])
  onTestFinished(() => void child.kill('SIGKILL'))
  const exited = once(child, 'exit')
  await once(child.stdout, 'data')
  child.kill('SIGINT')
  expect(`${(await once(child.stdout, 'data'))[0]}`).toBe('ending\n')
  // Earlier it would be taken for the same press.
  await new Promise((resolve) => setTimeout(resolve, 600))
  child.kill('SIGINT')
  expect(await exited).toEqual([130, null])
})
