import { readdirSync } from 'node:fs'
import {
  appendFile,
  cp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { packLexicon } from '../../scripts/lexicon/pack.js'
import { isIndexCurrent } from '../../src/build/build.js'
import { buildIndex, IndexError, type Manifest, openIndex } from '../../src/index.js'
import { checkFiles, checkTouched } from '../../src/store/open-files.js'
import { PackedLexicon } from '../../src/translation/packed-lexicon.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'

const FILES = {
  'one.md': '# Whales\n\nThe killer whale lives in the sea, and it is large.\n',
  'zwei.md': '# Wale\n\nDer Wal lebt im Meer, und er ist groß.\n',
}

const PAIR = { english: 'whale', toGerman: 1, toEnglish: 1 }
const PROVENANCE = { madeBy: 'test', settings: {}, sources: [], analysis: '' }

async function built(files: Record<string, string> = FILES) {
  const corpus = await corpusOf(files)
  const index = join(await temporaryFolder(), 'index')
  const { manifest } = await buildIndex(corpus, { index })
  return { corpus, index, manifest }
}

async function readManifest(index: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(index, 'manifest.json'), 'utf8'))
}

async function editManifest(index: string, change: Record<string, unknown>): Promise<void> {
  const manifest = { ...(await readManifest(index)), ...change }
  await writeFile(join(index, 'manifest.json'), JSON.stringify(manifest))
}

/** The message of the IndexError that opening gives. */
async function refusal(index: string): Promise<string> {
  const error = await openIndex(index).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(IndexError)
  return `${(error as IndexError).code}: ${(error as IndexError).message}`
}

async function total(index: string, query: string): Promise<number> {
  const searcher = await openIndex(index, { lexicon: null })
  const response = await searcher.search(query)
  await searcher.close()
  return response.total
}

describe('an index that cannot be used is refused with one sentence that says what to do', () => {
  test('where there is none', async () => {
    expect(await refusal(join(await temporaryFolder(), 'nothing'))).toMatch(
      /^missing: There is no index in .*nothing; build it with: fundstelle build CORPUS --index .*nothing$/,
    )
  })

  test('where the manifest is not one', async () => {
    const { index } = await built()
    await writeFile(join(index, 'manifest.json'), '{"name": "a PWA"}')
    expect(await refusal(index)).toMatch(/^foreign: .* was not written by Fundstelle; build/)
    await writeFile(join(index, 'manifest.json'), '\u0000garbage')
    expect(await refusal(index)).toMatch(/^foreign: /)
  })

  test('where another version wrote it', async () => {
    const { index } = await built()
    await editManifest(index, { version: 99 })
    expect(await refusal(index)).toMatch(
      /^version: .* has format 99, but this version .* reads format/,
    )
  })

  test('where another analysis made its terms', async () => {
    const { index } = await built()
    await editManifest(index, { analysis: 'other' })
    expect(await refusal(index)).toMatch(/^analysis: /)
  })

  test('where the manifest is damaged', async () => {
    const { index } = await built()
    await editManifest(index, { passages: 'many' })
    expect(await refusal(index)).toMatch(/^corrupt: .* damaged at "passages"/)
  })

  test('where any file is missing or truncated', async () => {
    const { index, manifest } = await built()
    for (const name of Object.keys(manifest.files)) {
      const path = join(index, manifest.generation, name)
      const bytes = await readFile(path)
      if (bytes.length > 0) {
        await truncate(path, bytes.length - 1)
        expect(await refusal(index)).toContain(
          `truncated: The index in ${index} is damaged: ${name} has`,
        )
      }
      await rm(path)
      expect(await refusal(index)).toContain(
        `missing: The index in ${index} lacks its file ${name};`,
      )
      await writeFile(path, bytes)
    }
    expect(await total(index, 'whale')).toBe(1)
  })
})

/** Much of what an index can be asked. */
async function answers(index: string): Promise<unknown> {
  const searcher = await openIndex(index)
  try {
    return [
      await searcher.search('whale', { explain: true, facets: ['document'] }),
      await searcher.search('"killer whale" OR gros wahl', { cross: 'off', prefix: true }),
      await searcher.search('whale lang:de', { sort: 'date' }),
      await searcher.suggest('wha'),
      await searcher.engine.documents(),
      await searcher.engine.document('zwei'),
    ]
  } finally {
    await searcher.close()
  }
}

describe('a bit that has changed in a file', () => {
  test('gives no other answer: whoever reads it is told which file is damaged', async () => {
    const { index, manifest } = await built()
    const expected = await answers(index)
    let refused = 0
    for (const name of Object.keys(manifest.files)) {
      const path = join(index, manifest.generation, name)
      const bytes = await readFile(path)
      for (const share of [0, 0.3, 0.5, 0.8]) {
        const changed = Uint8Array.from(bytes)
        changed[Math.floor(share * bytes.length)]! ^= 1
        await writeFile(path, changed)
        const answered = await answers(index).catch((error: unknown) => error)
        if (answered instanceof IndexError) {
          expect(answered.code).toBe('corrupt')
          expect(answered.message).toContain(`damaged: ${name} is not as it was written`)
          refused++
        } else expect(answered).toEqual(expected)
        await expect(checkFiles(index)).rejects.toThrow(`damaged: ${name} is not as it was written`)
      }
      await writeFile(path, bytes)
    }
    expect(refused).toBeGreaterThan(Object.keys(manifest.files).length)
    expect(await answers(index)).toEqual(expected)
  })

  test('leaves no trace of a search that has met it in the next one', async () => {
    const numbered = (i: number) => Array.from({ length: 60 }, (_, j) => `alpha${(i * 7 + j) % 97}`)
    const files = Object.fromEntries(
      Array.from({ length: 700 }, (_, i) => [
        `${i}.md`,
        `---\nlanguage: en\n---\n\nAlbum ${i}, alder ${numbered(i).join(' ')} alto${i % 3 === 0 ? ', alto' : ''}.\n`,
      ]),
    )
    const { index, manifest } = await built(files)
    const path = join(index, manifest.generation, 'en.text.positions.bin')
    const bytes = await readFile(path)
    // On the second of three pages or more, in the middle of the words that begin with “al”.
    bytes[20_000]! ^= 1
    await writeFile(path, bytes)
    const options = { cross: 'off', collapse: false, explain: true, limit: 5 } as const
    for (const scoreUpTo of [0, Number.POSITIVE_INFINITY]) {
      const searcher = await openIndex(index, { scoreUpTo })
      const ask = (query: string) => searcher.search(query, options)
      const expected = await ask('alto*')
      for (const failing of ['al*', '-al* lang:en', 'al* album', '(al* OR alder) AND alto']) {
        await expect(ask(failing)).rejects.toThrow('is not as it was written')
        expect(await ask('alto*')).toEqual(expected)
        const both = [ask(failing), ask('alto*')]
        const [failed, found] = await Promise.allSettled(both)
        expect(failed).toMatchObject({ status: 'rejected' })
        expect(found).toEqual({ status: 'fulfilled', value: expected })
      }
      await searcher.close()
    }
  })

  test('is looked for where a file was written to after the index was published, and not else', async () => {
    const { index, manifest } = await built()
    const path = join(index, manifest.generation, 'texts.bin')
    const bytes = Uint8Array.from(await readFile(path))
    bytes[0]! ^= 1
    const { atime, mtime } = await stat(path)
    await writeFile(path, bytes)
    // What the file says of itself is as before, but not what the system does.
    await utimes(path, atime, mtime)
    await expect(checkTouched(index)).rejects.toThrow('texts.bin is not as it was written')
    // Longer than the system's clock takes from one time to the next.
    await setTimeout(50)
    await utimes(join(index, 'manifest.json'), new Date(), new Date())
    expect(await checkTouched(index)).toEqual(manifest)
  })
})

describe('building', () => {
  test('gives the same bytes for the same corpus, wherever it lies', async () => {
    const [a, b] = [await built(), await built()]
    expect(a.manifest).toEqual(b.manifest)
    expect(await readFile(join(a.index, 'manifest.json'))).toEqual(
      await readFile(join(b.index, 'manifest.json')),
    )
    for (const name of Object.keys(a.manifest.files))
      expect(await readFile(join(a.index, a.manifest.generation, name))).toEqual(
        await readFile(join(b.index, b.manifest.generation, name)),
      )
  })

  test('again replaces the index and keeps the files of the last one only', async () => {
    const { corpus, index, manifest: first } = await built()
    await writeFile(join(corpus, 'three.md'), 'One more whale for the collection of texts.\n')
    const { manifest: second } = await buildIndex(corpus, { index })
    const kept = [first.generation, second.generation, 'manifest.json', 'seen.json']
    expect((await readdir(index)).sort()).toEqual(kept.sort())
    expect(await total(index, 'whale')).toBe(2)
    const hourAgo = new Date(Date.now() - 3600_000)
    await utimes(join(index, first.generation), hourAgo, hourAgo)
    await writeFile(join(corpus, 'four.md'), 'And another whale for the collection of texts.\n')
    await buildIndex(corpus, { index })
    expect(await readdir(index)).not.toContain(first.generation)
  })

  test('mends a damaged index of the same corpus', async () => {
    const { corpus, index, manifest } = await built()
    await appendFile(join(index, manifest.generation, 'texts.bin'), 'x')
    await refusal(index)
    await buildIndex(corpus, { index })
    expect(await total(index, 'whale')).toBe(1)
  })

  test('that fails leaves the old index serving', async () => {
    const { corpus, index } = await built()
    const before = await readManifest(index)
    await writeFile(join(corpus, 'binary.md'), Uint8Array.from([0, 1, 2, 0, 255, 0]))
    await expect(buildIndex(corpus, { index, strict: true })).rejects.toThrow(/1 problem/)
    await expect(buildIndex(join(corpus, 'nowhere'), { index })).rejects.toThrow(/does not exist/)
    expect(await readManifest(index)).toEqual(before)
    expect(await total(index, 'whale')).toBe(1)
  })

  test('that died half-way is not seen by readers, and the next one removes what it left', async () => {
    const { corpus, index, manifest } = await built()
    // No process has a number as high as that.
    const leftover = join(index, '.building-99999999-dead')
    await cp(join(index, manifest.generation), leftover, { recursive: true })
    expect(await total(index, 'whale')).toBe(1)
    await buildIndex(corpus, { index })
    expect(await readdir(index)).not.toContain('.building-99999999-dead')
  })

  test('twice at once leaves one whole index, of one of the two', async () => {
    const { corpus, index } = await built()
    const other = await corpusOf({
      'x.md': 'A whale here, a whale there.\n',
      'y.md': 'No fish but a whale.\n',
    })
    await Promise.all([
      buildIndex(corpus, { index }),
      buildIndex(other, { index }),
      buildIndex(corpus, { index }),
      buildIndex(other, { index }),
    ])
    expect([1, 2]).toContain(await total(index, 'whale'))
  })

  test('many times at once never fails, and readers meanwhile find a whole index', async () => {
    const { corpus, index } = await built()
    const other = await corpusOf({ 'x.md': 'A whale here.\n', 'y.md': 'No fish but a whale.\n' })
    for (let round = 0; round < 15; round++) {
      const next = round % 2 === 0 ? other : corpus
      const builds = [1, 2, 3].map(() => buildIndex(next, { index }))
      const totals = await Promise.all([1, 2, 3].map(() => total(index, 'whale')))
      for (const seen of totals) expect([1, 2]).toContain(seen)
      await Promise.all(builds)
    }
  })

  test('while it is read: every reader sees the old or the new index, whole', async () => {
    const { corpus, index } = await built()
    const other = await corpusOf({ 'x.md': 'A whale here.\n', 'y.md': 'No fish but a whale.\n' })
    for (const [next, expected] of [
      [other, 2],
      [corpus, 1],
      [other, 2],
    ] as const) {
      const building = buildIndex(next, { index })
      const totals = await Promise.all(Array.from({ length: 5 }, () => total(index, 'whale')))
      for (const seen of totals) expect([1, 2]).toContain(seen)
      await building
      expect(await total(index, 'whale')).toBe(expected)
    }
  })

  test('an open index answers from the old files after a rebuild', async () => {
    const { index } = await built()
    const searcher = await openIndex(index)
    await buildIndex(await corpusOf({ 'x.md': 'Nothing of the kind.\n' }), { index })
    const { hits } = await searcher.search('whale')
    expect(hits[0]!.passage.text).toContain('killer whale')
    await searcher.close()
  })
})

describe('an index that was closed', () => {
  test('says so when it is asked, and can be closed again', async () => {
    const { index } = await built()
    const searcher = await openIndex(index)
    await searcher.close()
    await searcher.close()
    await expect(searcher.search('whale')).rejects.toThrow('The index was closed; open it again.')
  })
})

test('a folder that cannot be an index is refused before anything is read', async () => {
  const { corpus } = await built()
  const file = join(corpus, 'one.md')
  await expect(buildIndex(corpus, { index: file })).rejects.toThrow(
    /cannot be written to .*one\.md/,
  )
})

describe('an index is current', () => {
  test('until a file is edited, added or removed', async () => {
    const { corpus, index } = await built()
    expect(await isIndexCurrent(corpus, index)).toBe(true)
    await appendFile(join(corpus, 'one.md'), '\nMore.\n')
    expect(await isIndexCurrent(corpus, index)).toBe(false)
    await buildIndex(corpus, { index })
    await rm(join(corpus, 'zwei.md'))
    expect(await isIndexCurrent(corpus, index)).toBe(false)
  })

  test('never where there is none, or one of another analysis', async () => {
    const { corpus, index } = await built()
    expect(await isIndexCurrent(corpus, join(index, 'none'))).toBe(false)
    await editManifest(index, { analysis: 'other' })
    expect(await isIndexCurrent(corpus, index)).toBe(false)
  })

  test('until the translation lexicon changes', async () => {
    const corpus = await corpusOf({
      'one.md': 'The whale swims.\n',
      'zwei.md': 'Der Wal schwimmt.\n',
    })
    const index = await temporaryFolder()
    const made = (german: string) =>
      new PackedLexicon(packLexicon([{ ...PAIR, german }], PROVENANCE))
    await buildIndex(corpus, { index, lexicon: made('wal') })
    expect(await isIndexCurrent(corpus, index, made('wal'))).toBe(true)
    expect(await isIndexCurrent(corpus, index, made('walfisch'))).toBe(false)
    expect(await isIndexCurrent(corpus, index, null)).toBe(false)
    expect(await isIndexCurrent(corpus, index)).toBe(false)
    await buildIndex(corpus, { index, lexicon: null })
    expect(await isIndexCurrent(corpus, index, null)).toBe(true)
    expect(await isIndexCurrent(corpus, index)).toBe(false)
  })

  test('not where another kind of lexicon helped than would help now', async () => {
    const corpus = await corpusOf({ 'one.md': 'The whale swims.\n' })
    const index = await temporaryFolder()
    await buildIndex(corpus, { index, lexicon: { translations: () => [] } })
    expect(await isIndexCurrent(corpus, index)).toBe(false)
  })

  test('but not when one of its files is gone', async () => {
    const { corpus, index, manifest } = await built()
    const [name] = readdirSync(join(index, manifest.generation))
    await rm(join(index, manifest.generation, name!))
    expect(await isIndexCurrent(corpus, index)).toBe(false)
  })
})
