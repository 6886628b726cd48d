import { mkdir, rename, rm, stat, symlink, unlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { CorpusWatch } from '../../src/corpus/watch.js'
import { CorpusError } from '../../src/index.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'

const FILES = { 'one.md': 'One text.\n', 'sub/two.txt': 'Two texts.\n' }

/** A corpus that is being watched, from its first rest on. */
async function watched(files: Record<string, string> = FILES) {
  const corpus = await corpusOf(files)
  const watch = new CorpusWatch(corpus)
  await watch.changed()
  const write = (path: string, content: string) => writeFile(join(corpus, path), content)
  return { corpus, watch, write }
}

/** Whether a change is noticed within so many milliseconds. */
async function notices(watch: CorpusWatch, milliseconds = 5_000): Promise<boolean> {
  const noticed = watch.changed(AbortSignal.timeout(milliseconds))
  return noticed.then(
    () => true,
    (error: Error) => {
      expect(error.name).toBe('AbortError')
      return false
    },
  )
}

describe('a change is noticed', () => {
  const CHANGES: Record<string, (corpus: string) => Promise<unknown>> = {
    'a new file': (corpus) => writeFile(join(corpus, 'three.md'), 'Three.'),
    'a new file in a new sub-folder': async (corpus) => {
      await mkdir(join(corpus, 'sub/deep/deeper'), { recursive: true })
      await writeFile(join(corpus, 'sub/deep/deeper/three.md'), 'Three.')
    },
    'other words': (corpus) => writeFile(join(corpus, 'sub/two.txt'), 'Two more texts.\n'),
    'as many other letters': (corpus) => writeFile(join(corpus, 'one.md'), 'One word.\n'),
    'other words with the time of the old ones': async (corpus) => {
      const { atime, mtime } = await stat(join(corpus, 'one.md'))
      await writeFile(join(corpus, 'one.md'), 'One word.\n')
      await utimes(join(corpus, 'one.md'), atime, mtime)
    },
    'a file put in the place of another': async (corpus) => {
      await writeFile(join(corpus, '.draft'), 'One word.\n')
      await rename(join(corpus, '.draft'), join(corpus, 'one.md'))
    },
    'a removed file': (corpus) => unlink(join(corpus, 'one.md')),
    'a removed folder': (corpus) => rm(join(corpus, 'sub'), { recursive: true }),
    'a renamed file': (corpus) => rename(join(corpus, 'one.md'), join(corpus, 'uno.md')),
    'a renamed folder': (corpus) => rename(join(corpus, 'sub'), join(corpus, 'folder')),
    'synonyms.yaml': (corpus) => writeFile(join(corpus, 'synonyms.yaml'), 'en:\n  - [a, b]\n'),
    'glossary.yaml': (corpus) => writeFile(join(corpus, 'glossary.yaml'), 'a: b\n'),
    'alignment.yaml': (corpus) => writeFile(join(corpus, 'alignment.yaml'), 'same: []\n'),
    'a corpus that is gone': (corpus) => rm(corpus, { recursive: true }),
  }

  test.each(Object.entries(CHANGES))('%s', async (_, change) => {
    const { corpus, watch } = await watched()
    await change(corpus)
    expect(await notices(watch)).toBe(true)
  })

  test('behind a link', async () => {
    const { corpus, watch } = await watched()
    const elsewhere = await corpusOf({ 'three.md': 'Three.' })
    await symlink(elsewhere, join(corpus, 'linked'))
    expect(await notices(watch)).toBe(true)
    await writeFile(join(elsewhere, 'three.md'), 'Three texts.')
    expect(await notices(watch)).toBe(true)
  })

  test('again and again in the same file, also after it was replaced', async () => {
    const { corpus, watch, write } = await watched()
    for (const text of ['One.', 'Two.', 'Three.']) {
      await write('.draft', text)
      await rename(join(corpus, '.draft'), join(corpus, 'one.md'))
      expect(await notices(watch)).toBe(true)
      await write('one.md', `${text} Again.`)
      expect(await notices(watch)).toBe(true)
    }
  })

  test('when it comes back, after the corpus was gone', async () => {
    const { corpus, watch, write } = await watched()
    await rm(corpus, { recursive: true })
    expect(await notices(watch)).toBe(true)
    await mkdir(corpus)
    await write('one.md', 'One text.')
    expect(await notices(watch)).toBe(true)
  })

  test('of a corpus that is one file', async () => {
    const corpus = await corpusOf(FILES)
    const watch = new CorpusWatch(join(corpus, 'one.md'))
    await watch.changed()
    await writeFile(join(corpus, 'two.md'), 'Not a part of it.')
    expect(await notices(watch, 800)).toBe(false)
    await writeFile(join(corpus, 'one.md'), 'Other words.')
    expect(await notices(watch)).toBe(true)
  })
})

test('what is no part of the corpus is no change', async () => {
  const { corpus, watch, write } = await watched()
  await write('README.md', 'About the corpus.')
  await write('.hidden.md', 'Hidden.')
  await write('photo.png', 'x')
  await mkdir(join(corpus, 'empty'))
  expect(await notices(watch, 800)).toBe(false)
})

test('what comes and goes at once is no change', async () => {
  const { corpus, watch, write } = await watched()
  const noticed = notices(watch, 1_500)
  await sleep(100)
  await write('draft.md', 'For a moment.')
  await sleep(450)
  await unlink(join(corpus, 'draft.md'))
  expect(await noticed).toBe(false)
})

test('what changes between two calls is noticed by the second, once', async () => {
  const { watch, write } = await watched()
  await write('one.md', 'Other words.')
  expect(await notices(watch)).toBe(true)
  await write('one.md', 'Still other words.')
  await write('three.md', 'And one more text.')
  expect(await notices(watch)).toBe(true)
  expect(await notices(watch, 800)).toBe(false)
})

test('a burst of changes is taken together', async () => {
  const { watch, write } = await watched()
  const writing = (async () => {
    for (let i = 0; i < 30; i++) {
      await write(`${i}.md`, `Text ${i}.`)
      await sleep(40)
    }
  })()
  expect(await notices(watch, 20_000)).toBe(true)
  await writing
  // A second time, where the machine is so busy that there was rest in between.
  await notices(watch, 1_000)
  expect(await notices(watch, 1_000)).toBe(false)
})

test('a corpus that is never at rest is taken as it is', async () => {
  const { watch, write } = await watched()
  const busy = setInterval(() => write('one.md', String(performance.now())), 50)
  onTestFinished(() => clearInterval(busy))
  expect(await notices(watch, 20_000)).toBe(true)
}, 30_000)

test('a folder that is not there cannot be watched', async () => {
  const watch = new CorpusWatch(join(await temporaryFolder(), 'nothing'))
  await expect(watch.changed()).rejects.toThrow(CorpusError)
})
