import { appendFile, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BuildOptions, buildIndex, openIndex } from '../../src/index.js'
import { change, ENGLISH, files, WORDS } from '../support/changing-corpus.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'
import { answersOf } from '../support/same-answers.js'

async function answers(index: string, countUpTo?: number) {
  const searcher = await openIndex(index, countUpTo === undefined ? {} : { countUpTo })
  try {
    return await answersOf(searcher, WORDS)
  } finally {
    await searcher.close()
  }
}

async function report(corpus: string, options: BuildOptions) {
  const { manifest, changes, ...rest } = await buildIndex(corpus, options)
  const { generation: _, files: __, base, ...about } = manifest
  return { told: { about, ...rest }, isUpdate: changes !== undefined && base !== undefined }
}

test('an index that was updated answers as one that was built anew', async () => {
  let updates = 0
  await fc.assert(
    fc.asyncProperty(
      files,
      fc.array(change, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(1, undefined),
      async (before, changes, countUpTo) => {
        const corpus = await corpusOf({ ...before, 'last.md': `${ENGLISH}\n` })
        const index = await temporaryFolder()
        await buildIndex(corpus, { index, mergeAt: 0 })
        for (const each of changes) {
          for (const [path, text] of Object.entries(each))
            if (text === null) await rm(join(corpus, path), { force: true })
            else await writeFile(join(corpus, path), text)
          const updated = await report(corpus, { index, mergeAt: 100 })
          const anew = await temporaryFolder()
          const { told } = await report(corpus, { index: anew, mergeAt: 0 })
          expect(updated.told).toEqual(told)
          expect(await answers(index, countUpTo)).toEqual(await answers(anew, countUpTo))
          if (updated.isUpdate) updates++
        }
      },
    ),
    { numRuns: 6 },
  )
  expect(updates).toBeGreaterThan(0)
}, 240_000)

/** Enough texts that one of them is a small part. */
const BEFORE = Object.fromEntries(
  Array.from({ length: 20 }, (_, i) => [`${i + 10}.md`, `Passage ${i} of the whale. ${ENGLISH}\n`]),
)

async function built(files: Record<string, string> = BEFORE) {
  const corpus = await corpusOf(files)
  const index = await temporaryFolder()
  const { manifest } = await buildIndex(corpus, { index })
  const write = (path: string, text: string) => writeFile(join(corpus, path), text)
  return { corpus, index, manifest, write }
}

async function found(index: string, query: string): Promise<string[]> {
  const searcher = await openIndex(index, { lexicon: null })
  const { hits } = await searcher.search(query, { limit: 50, collapse: false })
  await searcher.close()
  return hits.map(({ document }) => document.id)
}

describe('an update', () => {
  test('tells how many texts are new, changed and gone since the last build', async () => {
    const { corpus, index, write } = await built()
    await write('new.md', 'A lighthouse stands by the sea, and its lamp has been lit each night.\n')
    const first = await buildIndex(corpus, { index })
    expect(first.changes).toEqual({ added: 1, changed: 0, removed: 0 })
    await write('new.md', 'A lighthouse stands by the sea, and nobody has lit its lamp again.\n')
    await rm(join(corpus, '10.md'))
    const second = await buildIndex(corpus, { index })
    expect(second.changes).toEqual({ added: 0, changed: 1, removed: 1 })
    expect(await found(index, 'lighthouse')).toEqual(['new'])
    expect(await found(index, 'whale')).not.toContain('10')
    await rm(join(corpus, 'new.md'))
    await buildIndex(corpus, { index })
    expect(await found(index, 'lighthouse')).toEqual([])
  })

  test('tells of how many of these nothing can be found', async () => {
    const { corpus, index, write } = await built()
    await write('signs.md', '* * *\n')
    const { changes, problems } = await buildIndex(corpus, { index })
    expect(changes).toEqual({ added: 1, changed: 0, removed: 0, withoutWords: 1 })
    expect(problems).toMatchObject([{ path: 'signs.md', code: 'empty' }])
    await write('new.md', 'A lighthouse stands by the sea, and its lamp has been lit each night.\n')
    const next = await buildIndex(corpus, { index })
    expect(next.changes).toEqual({ added: 1, changed: 0, removed: 0 })
    expect(next.problems).toEqual(problems)
  })

  test('leaves the files of the first segment as they are', async () => {
    const { corpus, index, manifest, write } = await built()
    const folder = join(index, manifest.generation)
    const before = await Promise.all(
      (await readdir(folder)).map((file) => readFile(join(folder, file))),
    )
    await write('new.md', 'A lighthouse stands by the sea.\n')
    const { manifest: updated } = await buildIndex(corpus, { index })
    expect(updated.base?.generation).toBe(manifest.generation)
    const after = await Promise.all(
      (await readdir(folder)).map((file) => readFile(join(folder, file))),
    )
    expect(after).toEqual(before)
  })

  test('is nothing where nothing has changed, whatever the file system says', async () => {
    const { corpus, index, manifest, write } = await built()
    const again = await buildIndex(corpus, { index })
    expect(again.manifest).toEqual(manifest)
    expect(again.changes).toEqual({ added: 0, changed: 0, removed: 0 })
    await utimes(join(corpus, '10.md'), new Date(), new Date())
    expect((await buildIndex(corpus, { index })).manifest).toEqual(manifest)
    await write('new.md', 'A lighthouse stands by the sea.\n')
    const { manifest: updated } = await buildIndex(corpus, { index })
    expect((await buildIndex(corpus, { index })).manifest).toEqual(updated)
  })

  test('finds a text under its new name', async () => {
    const { corpus, index } = await built()
    await rename(join(corpus, '10.md'), join(corpus, 'ten.md'))
    const { changes } = await buildIndex(corpus, { index })
    expect(changes).toEqual({ added: 1, changed: 0, removed: 1 })
    expect(await found(index, '"Passage 0"')).toEqual(['ten'])
  })

  test('relates the same texts as a build of all where one of many that are equally alike has another name', async () => {
    // Each names eight towns that the English text names too, and it is compared with twelve of them.
    const towns = (i: number) => ['borg', 'furt', 'stedt', 'weiler'].map((end) => `Xan${i}${end}`)
    const parts = Array.from({ length: 26 }, (_, i) => towns(i).join(' '))
    const text = (language: string, lines: string[], filler: string) =>
      `---\nlanguage: ${language}\n---\n\n${lines.map((line) => `${line} ${Array(9).fill(filler).join(', ')}.`).join('\n\n')}\n`
    const german = Array.from({ length: 13 }, (_, i) => [
      `g${i + 10}.md`,
      text('de', parts.slice(2 * i, 2 * i + 2), 'und das ist so wie es ist'),
    ])
    const { corpus, index } = await built({
      'english.md': text('en', parts, 'and that is how it is'),
      ...Object.fromEntries(german),
    })
    await rename(join(corpus, 'g10.md'), join(corpus, 'last.md'))
    const { manifest } = await buildIndex(corpus, { index, mergeAt: 100 })
    expect(manifest.base).toBeDefined()
    const anew = await temporaryFolder()
    await buildIndex(corpus, { index: anew })
    const versionsIn = async (folder: string) => {
      const searcher = await openIndex(folder)
      const versions = await searcher.engine.versions('english')
      await searcher.close()
      return versions.map(({ id }) => id)
    }
    expect(await versionsIn(index)).toEqual(await versionsIn(anew))
    expect(await versionsIn(index)).toContain('g22')
  })

  test('reads texts that have changed though their size and time have not', async () => {
    const { corpus, index, write } = await built()
    const [a, b] = ['A lighthouse by the sea.\n', 'A lifeguard on the sea..\n']
    const time = new Date(2020, 1, 1)
    await write('new.md', a)
    await utimes(join(corpus, 'new.md'), time, time)
    await buildIndex(corpus, { index })
    await write('new.md', b)
    await utimes(join(corpus, 'new.md'), time, time)
    await buildIndex(corpus, { index })
    expect(await found(index, 'lifeguard')).toEqual(['new'])
  })

  test('names what is wrong with texts that it has not read again', async () => {
    const { corpus, index, write } = await built({ ...BEFORE, 'empty.md': '' })
    await write('new.md', 'A lighthouse stands by the sea.\n')
    const { problems, changes } = await buildIndex(corpus, { index })
    expect(changes).toEqual({ added: 1, changed: 0, removed: 0 })
    expect(problems.map(({ path }) => path)).toEqual(['empty.md'])
    const again = await buildIndex(corpus, { index })
    expect(again.problems).toEqual(problems)
    await expect(buildIndex(corpus, { index, strict: true })).rejects.toThrow('1 problem')
  })

  test('takes up changed lists of words', async () => {
    const { corpus, index, write } = await built()
    await write('synonyms.yaml', 'en:\n  - [lighthouse, whale]\n')
    const { manifest } = await buildIndex(corpus, { index })
    expect(manifest.synonyms).toBe(2)
    expect(await found(index, 'lighthouse')).toHaveLength(20)
  })
})

describe('everything is built anew', () => {
  const isWhole = async (corpus: string, options: BuildOptions) => {
    const { manifest, changes } = await buildIndex(corpus, options)
    return manifest.base === undefined && changes === undefined
  }

  test('where much has changed, or that is asked for', async () => {
    const { corpus, index, write } = await built()
    expect(await isWhole(corpus, { index, mergeAt: 0 })).toBe(true)
    await write('new.md', 'A lighthouse stands by the sea.\n')
    expect(await isWhole(corpus, { index })).toBe(false)
    for (let i = 0; i < 4; i++) await write(`new${i}.md`, `Number ${i}. ${ENGLISH}\n`)
    expect(await isWhole(corpus, { index })).toBe(true)
    expect(await found(index, 'lighthouse')).toEqual(['new'])
  })

  test('where another document would get another id', async () => {
    const { corpus, index, write } = await built()
    await write('new.md', '---\nid: "10"\n---\nA lighthouse stands by the sea.\n')
    expect(await isWhole(corpus, { index })).toBe(true)
    expect(await found(index, '"Passage 0"')).toEqual(['10.md'])
  })

  test('where settings are others', async () => {
    const { corpus, index, write } = await built()
    await write('new.md', 'A lighthouse stands by the sea.\n')
    expect(await isWhole(corpus, { index, bm25: { k1: 1.2, b: 0.5 } })).toBe(true)
    expect(await isWhole(corpus, { index, maxBytes: 1_000_000 })).toBe(true)
    expect(await isWhole(corpus, { index, lexicon: null })).toBe(true)
    const lexicon = { translations: () => [] }
    expect(await isWhole(corpus, { index, lexicon })).toBe(true)
    // One that cannot be told from others may have changed.
    expect(await isWhole(corpus, { index, lexicon })).toBe(true)
  })

  test.each(['files.json', 'relations.bin', 'passages.bin', 'manifest.json'])(
    'where %s is damaged',
    async (name) => {
      const { corpus, index, manifest, write } = await built()
      const folder = name === 'manifest.json' ? index : join(index, manifest.generation)
      await write('new.md', 'A lighthouse stands by the sea.\n')
      await appendFile(join(folder, name), 'x')
      expect(await isWhole(corpus, { index })).toBe(true)
      expect(await found(index, 'lighthouse')).toEqual(['new'])
      const again = await buildIndex(corpus, { index })
      const path = join(index, again.manifest.generation, 'en.text.vocabulary.bin')
      const bytes = Uint8Array.from(await readFile(path))
      bytes[100]! ^= 1
      await writeFile(path, bytes)
      expect(await isWhole(corpus, { index })).toBe(true)
    },
  )
})
