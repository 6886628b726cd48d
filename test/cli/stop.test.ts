import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { corpusOf, temporaryFolder } from '../support/collection.js'
import { Fundstelle } from '../support/fundstelle.js'

const STOPPED = 'Stopped. The index was left as it is, and nothing unfinished beside it.\n'

/** An index of one text, and a corpus to which so much was added that a build of it takes seconds. */
async function grown() {
  const corpus = await corpusOf({ 'one.md': 'A whale swims in the sea.\n' })
  const index = join(await temporaryFolder(), 'index')
  const first = new Fundstelle(['build', corpus, '--index', index])
  expect(await first.exited).toEqual([0, null])
  const before = await filesOf(index)
  const text = Array.from({ length: 20_000 }, (_, i) => `Whale${i} swims by boat${i % 7001}.`)
  for (let i = 0; i < 40; i++)
    await writeFile(join(corpus, `${i}.md`), `${i} begins.\n\n${text.join('\n\n')}\n`)
  return { corpus, index, before }
}

async function filesOf(index: string) {
  return { names: (await readdir(index)).sort(), manifest: await readManifest(index) }
}

function readManifest(index: string): Promise<string> {
  return readFile(join(index, 'manifest.json'), 'utf8')
}

test.each([
  ['Ctrl+C', 'SIGINT', 130],
  ['SIGTERM', 'SIGTERM', 143],
] as const)(
  'a build that is stopped by %s removes what it has written, and keeps the index',
  async (_, signal, code) => {
    const { corpus, index, before } = await grown()
    const build = new Fundstelle(['build', corpus, '--index', index])
    await build.says(/Indexing 41 files\n/)
    expect(await build.end(signal)).toEqual([code, null])
    expect(build.rest).toBe(STOPPED)
    expect(await filesOf(index)).toEqual(before)
  },
  60_000,
)

test('build --watch and serve --corpus are stopped in the same way while they build', async () => {
  const { corpus, index, before } = await grown()
  const watch = new Fundstelle(['build', corpus, '--index', index, '--watch'])
  await watch.says(/Indexing 41 files\n/)
  expect(await watch.interrupt()).toEqual([130, null])
  expect(watch.rest).toBe(STOPPED)
  const serve = new Fundstelle(['serve', '--corpus', corpus, '--index', index])
  await serve.says(/Indexing 41 files\n/)
  expect(await serve.interrupt()).toEqual([130, null])
  expect(serve.rest).toBe(STOPPED)
  expect(await filesOf(index)).toEqual(before)
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
