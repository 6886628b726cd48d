import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isIndexCurrent } from '../../src/build/build.js'
import { corpusHash, listFiles, readCorpus } from '../../src/corpus/read.js'
import { buildIndex, CorpusError, openIndex } from '../../src/index.js'
import { sha256 } from '../../src/store/publish.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'

const TEXT = 'Der Film läuft im Kino, und die Leute sehen ihn gern.\n'
const SYNONYMS = 'de:\n  - [Film, Kinofilm]\n  - from: Regie\n    to: Regisseur\n'

async function built(files: Record<string, string | Uint8Array>, single = '') {
  const corpus = join(await corpusOf(files), single)
  const index = join(await temporaryFolder(), 'index')
  const report = await buildIndex(corpus, { index })
  return { corpus, index, ...report }
}

/** What the opened index has for a term in German. */
async function alternatives(index: string, term: string): Promise<string[]> {
  const searcher = await openIndex(index)
  await searcher.close()
  const matches = searcher.synonyms.find('de', [term])
  return matches.flatMap(({ alternatives }) => alternatives.map(({ text }) => text))
}

describe('the synonyms of a corpus', () => {
  test.each(['synonyms.yaml', 'synonyms.yml', 'Synonyms.YAML'])(
    'are read from %s at its top and kept in the index',
    async (name) => {
      const { index, manifest, problems, ignored } = await built({
        'a.txt': TEXT,
        [name]: SYNONYMS,
      })
      expect([problems, ignored, manifest.documents, manifest.synonyms]).toEqual([[], [], 1, 4])
      expect(await alternatives(index, 'film')).toEqual(['Kinofilm'])
    },
  )

  test('lie beside a corpus that is a single file', async () => {
    const { index } = await built(
      { 'a.txt': TEXT, 'b.txt': 'B.', 'synonyms.yml': SYNONYMS },
      'a.txt',
    )
    expect(await alternatives(index, 'kinofilm')).toEqual(['Film'])
  })

  test('are not looked for in subfolders', async () => {
    const { manifest, ignored } = await built({ 'a.txt': TEXT, 'b/synonyms.yaml': SYNONYMS })
    expect([manifest.synonyms, ignored]).toEqual([0, [{ extension: '.yaml', files: 1 }]])
  })

  test('may be missing', async () => {
    const { index, manifest, problems } = await built({ 'a.txt': TEXT })
    expect([manifest.synonyms, problems]).toEqual([0, []])
    expect(await alternatives(index, 'film')).toEqual([])
  })

  test('may be in another encoding', async () => {
    const latin1 = Buffer.from('de:\n  - [Kinosaal, Vorführraum]\n', 'latin1')
    const { index, problems } = await built({ 'a.txt': TEXT, 'synonyms.yaml': latin1 })
    expect(problems).toEqual([])
    expect(await alternatives(index, 'kinosaal')).toEqual(['Vorführraum'])
  })

  test('are not read a second time by an index that was opened', async () => {
    const { corpus, index } = await built({ 'a.txt': TEXT, 'synonyms.yaml': SYNONYMS })
    await rm(corpus, { recursive: true })
    expect(await alternatives(index, 'film')).toEqual(['Kinofilm'])
  })
})

describe('a faulty synonyms.yaml', () => {
  test('is named with path, line and what to do, and the rest of it is used', async () => {
    const { index, problems } = await built({
      'a.txt': TEXT,
      'synonyms.yaml': `${SYNONYMS}  - [Kino]\n`,
    })
    expect(problems).toEqual([
      {
        path: 'synonyms.yaml',
        line: 5,
        code: 'synonyms',
        message: expect.stringMatching(/^A group needs two entries/),
      },
    ])
    expect(await alternatives(index, 'film')).toEqual(['Kinofilm'])
  })

  test('is an error with strict', async () => {
    const corpus = await corpusOf({ 'a.txt': TEXT, 'synonyms.yaml': 'fr:\n' })
    const index = join(await temporaryFolder(), 'index')
    const error = await buildIndex(corpus, { index, strict: true }).catch((reason) => reason)
    expect(error).toBeInstanceOf(CorpusError)
    expect(error.problems).toMatchObject([{ path: 'synonyms.yaml', line: 1, code: 'synonyms' }])
  })

  test.each<[string, string | Uint8Array]>([
    ['too-long', `# ${'x'.repeat(1_000_000)}\n`],
    ['binary', new Uint8Array([0, 1, 2, 3, 0, 200, 0, 5])],
  ])('that is %s is left out', async (code, content) => {
    const { problems, manifest } = await built({ 'a.txt': TEXT, 'synonyms.yaml': content })
    expect(problems).toMatchObject([{ path: 'synonyms.yaml', code }])
    expect(manifest.synonyms).toBe(0)
  })

  test('has no second one beside it', async () => {
    const { problems } = await built({
      'a.txt': TEXT,
      'synonyms.yaml': SYNONYMS,
      'synonyms.yml': SYNONYMS,
    })
    expect(problems).toMatchObject([{ path: 'synonyms.yml', code: 'synonyms' }])
    expect(problems[0]!.message).toContain('there is synonyms.yaml too')
  })
})

describe('an index', () => {
  test('is no longer current when the synonyms have changed, come or gone', async () => {
    const { corpus, index } = await built({ 'a.txt': TEXT })
    expect(await isIndexCurrent(corpus, index)).toBe(true)
    const file = join(corpus, 'synonyms.yaml')
    await writeFile(file, SYNONYMS)
    expect(await isIndexCurrent(corpus, index)).toBe(false)
    await buildIndex(corpus, { index })
    expect(await isIndexCurrent(corpus, index)).toBe(true)
    await writeFile(file, `${SYNONYMS}# More to come.\n`)
    expect(await isIndexCurrent(corpus, index)).toBe(false)
    await rm(file)
    expect(await isIndexCurrent(corpus, index)).toBe(false)
  })

  test('without synonyms has the hash of its texts alone', async () => {
    const folder = await corpusOf({ 'a.txt': TEXT })
    const text = { path: 'a.txt', bytes: TEXT.length + 1, sha256: sha256(TEXT) }
    expect(await listFiles(folder)).toEqual([text])
    expect(corpusHash(await listFiles(folder))).toBe(sha256(`a.txt\0${text.sha256}\0`))
  })

  test('records the same files whether it reads the corpus or only lists it', async () => {
    const folder = await corpusOf({ 'a.txt': TEXT, 'z.txt': 'Zed.', 'synonyms.yaml': SYNONYMS })
    const { files } = await readCorpus(folder)
    expect(files.map(({ path }) => path)).toEqual(['a.txt', 'synonyms.yaml', 'z.txt'])
    expect(await listFiles(folder)).toEqual(files)
  })

  test('keeps its synonyms in a file of its own, the same each time', async () => {
    const files = { 'a.txt': TEXT, 'synonyms.yaml': SYNONYMS }
    const [one, two] = [await built(files), await built(files)]
    expect(one.manifest).toEqual(two.manifest)
    const path = join(one.index, one.manifest.generation, 'synonyms.json')
    expect(JSON.parse(await readFile(path, 'utf8'))).toHaveLength(2)
  })
})
