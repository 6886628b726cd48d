import { rmSync } from 'node:fs'
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { buildIndex, IndexError, openIndex } from '../../src/index.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'

const system = vi.hoisted(() => ({ fails: '' }))

/** A disk that fails as soon as a file is opened to be read, or something is written. */
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const writeSync = (...args: Parameters<typeof fs.writeSync>) => {
    if (system.fails !== '') throw failure()
    return fs.writeSync(...args)
  }
  const openSync = (...args: Parameters<typeof fs.openSync>) => {
    if (system.fails !== '' && args[1] === 'r') throw failure()
    return fs.openSync(...args)
  }
  return { ...fs, writeSync, openSync }
})

/** One on which the manifest cannot be written, which is the last step. */
vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>()
  const open = (...args: Parameters<typeof fs.open>) =>
    system.fails === '' ? fs.open(...args) : Promise.reject(failure())
  return { ...fs, open }
})

function failure() {
  return Object.assign(new Error(`${system.fails}: a message of the system`), {
    code: system.fails,
  })
}

afterEach(() => {
  system.fails = ''
})

const NAME = 'name another folder with --index'
const STAYS = '. If there was an index, it is as it was'

test.each([
  ['ENOSPC', `(no space is left there: ENOSPC); make room, or ${NAME}${STAYS}`],
  ['EACCES', `(you have no right to write there: EACCES); ${NAME}${STAYS}`],
  ['EROFS', `(what is there can only be read: EROFS); ${NAME}${STAYS}`],
])(
  'a disk that fails with %s is told with what to do, and the old index stays',
  async (code, told) => {
    const corpus = await corpusOf({ 'one.md': 'A whale.\n' })
    const index = join(await temporaryFolder(), 'index')
    await buildIndex(corpus, { index })
    const before = await readFile(join(index, 'manifest.json'), 'utf8')
    await writeFile(join(corpus, 'two.md'), 'A sea.\n')
    for (const failsAt of ['indexing', 'writing']) {
      system.fails = ''
      const building = buildIndex(corpus, {
        index,
        onProgress: ({ stage }) => {
          if (stage === failsAt) system.fails = code
        },
      })
      const error = await building.catch((error: unknown) => error)
      expect(error).toBeInstanceOf(IndexError)
      expect(error).toHaveProperty('message', `The index cannot be written to ${index} ${told}`)
    }
    expect(await readFile(join(index, 'manifest.json'), 'utf8')).toBe(before)
    expect((await readdir(index)).filter((name) => name.startsWith('.building'))).toEqual([])
  },
)

test('an index that nobody may read is told as that', async () => {
  const index = await temporaryFolder()
  await buildIndex(await corpusOf({ 'one.md': 'A whale.\n' }), { index })
  system.fails = 'EACCES'
  const opening = openIndex(index, { lexicon: null })
  await expect(opening).rejects.toThrow(
    `The index in ${index} cannot be read (you have no right to read its files: EACCES); mend that, or build it with: `,
  )
  await expect(opening).rejects.toBeInstanceOf(IndexError)
})

test('a text that nobody may read, or that is gone when its turn comes, is told as that', async () => {
  const corpus = await corpusOf({ 'one.md': 'A whale.\n', 'two.md': 'A sea.\n' })
  const problemsWith = async (act: (done: number) => void) => {
    const { problems } = await buildIndex(corpus, {
      index: await temporaryFolder(),
      lexicon: null,
      workers: 0,
      onProgress: ({ done }) => act(done),
    })
    return problems.map(({ path, message }) => `${path}: ${message}`)
  }
  const removeOne = () => rmSync(join(corpus, 'two.md'), { force: true })
  expect(await problemsWith(removeOne)).toEqual([
    'two.md: The file cannot be read (it is no longer there: ENOENT).',
  ])
})

test('folders above that of the index are made as well', async () => {
  const index = join(await temporaryFolder(), 'of', 'this', 'index')
  await buildIndex(await corpusOf({ 'one.md': 'A whale.\n' }), { index })
  expect(await readdir(index)).toContain('manifest.json')
})

test('a folder that cannot be made is told as what it is', async () => {
  const corpus = await corpusOf({ 'one.md': 'A whale.\n' })
  const folder = await temporaryFolder()
  await symlink('nowhere', join(folder, 'link'))
  await mkdir(join(folder, 'index'))
  await writeFile(join(folder, 'file'), '')
  const told = (name: string) =>
    buildIndex(corpus, { index: join(folder, name) }).catch(({ message }: Error) => message)
  expect(await told('file')).toContain('(it is a file, or a link to nothing: EEXIST)')
  expect(await told('file/index')).toContain('(a part of this path is a file: ENOTDIR)')
  expect(await told('link')).toContain('(it is a file, or a link to nothing: EEXIST)')
})

test.runIf(process.platform === 'linux')(
  'where no folder can ever be made, that is said',
  async () => {
    const corpus = await corpusOf({ 'one.md': 'A whale.\n' })
    for (const index of ['/proc/fundstelle', '/proc/fundstelle/index'])
      await expect(buildIndex(corpus, { index })).rejects.toThrow(
        `The index cannot be written to ${index} (the folder is not there, or none can be made there: ENOENT); ${NAME}${STAYS}`,
      )
  },
)
