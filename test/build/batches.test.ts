import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BuildOptions,
  type BuildProgress,
  buildIndex,
  type Manifest,
  openIndex,
} from '../../src/index.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'

const WORDS =
  'the whale and a killer whale live in sea Der Wal und die Killerwale leben im Meer Liebesgeschichte Vater-Sohn d’Azur schön schon 2012'.split(
    ' ',
  )
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 30 })
  .map((words) => `${words.join(' ')}.`)
const paragraph = fc.oneof(
  sentence,
  sentence.map((text) => `# ${text.slice(0, 20)}`),
  sentence.map((text) => `Anna Berg: ${text}`),
)
const text = fc.array(paragraph, { maxLength: 8 }).map((paragraphs) => paragraphs.join('\n\n'))
const frontMatter = fc.constantFrom(
  '',
  '---\nid: a\n---\n',
  '---\nversionOf: doc1\nlanguage: de\n---\n',
)
const corpora = fc.array(fc.tuple(frontMatter, text), { minLength: 1, maxLength: 8 })

function filesOf(documents: readonly (readonly [string, string])[]): Record<string, string> {
  const entries = documents.map(([head, body], i) => [
    `doc${i}.${i % 3 === 0 ? 'txt' : 'md'}`,
    `${head}${body}\n`,
  ])
  return { ...Object.fromEntries(entries), 'last.md': 'A whale in the sea.\n' }
}

/** What a build of a corpus gives, and leaves in the folder besides the index. */
async function built(corpus: string, options: Omit<BuildOptions, 'index'>) {
  const index = await temporaryFolder()
  const { manifest, problems } = await buildIndex(corpus, { index, ...options })
  return { manifest, problems, left: await leftIn(index, manifest) }
}

async function leftIn(index: string, { generation }: Manifest): Promise<string[]> {
  const names = await readdir(index)
  return names.filter((name) => ![generation, 'manifest.json', 'seen.json'].includes(name))
}

async function total(index: string, query: string): Promise<number> {
  const searcher = await openIndex(index, { lexicon: null })
  const response = await searcher.search(query)
  await searcher.close()
  return response.total
}

/** What comes of builds in a process that can start threads. */
async function buildWithThreads<Result>(corpus: string, settings: object[]): Promise<Result[]> {
  const script = ['--import', 'tsx', 'test/support/build-with-threads.ts']
  const args = [...script, corpus, await temporaryFolder(), JSON.stringify(settings)]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout) as Result[]
}

describe('the index has the same bytes', () => {
  test('however documents are divided into batches, and however much stays in memory', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, fc.integer({ min: 0, max: 20_000 }), async (documents, memory) => {
        const corpus = await corpusOf(filesOf(documents))
        const whole = await built(corpus, { workers: 0 })
        expect(await built(corpus, { workers: 0, memory })).toEqual(whole)
        expect(await built(corpus, { workers: 0, memory: 0 })).toEqual(whole)
      }),
      { numRuns: 12 },
    )
  }, 60_000)

  test('however many threads there are', async () => {
    const corpus = await corpusOf({
      ...filesOf(fc.sample(fc.tuple(frontMatter, text), { numRuns: 12, seed: 5 })),
      'copy.md': 'A whale in the sea.\n',
      'empty.md': '',
    })
    const settings = [0, 1, 3].map((workers) => ({ workers, memory: 0, mergeAt: 0 }))
    const results = await buildWithThreads<{ threads: number }>(corpus, settings)
    expect(results.map(({ threads }) => threads)).toEqual([0, 1, 3])
    const [{ threads: _, ...expected }] = results as [{ threads: number }]
    for (const { threads: _, ...result } of results) expect(result).toEqual(expected)
  }, 120_000)

  test('however many threads compare documents', async () => {
    // Each of a dozen versions is compared with each: more comparisons than are made here at once.
    const texts = [
      ['The whale lives in the cold sea near Husum.', 'Der Wal lebt im kalten Meer bei Husum.'],
      ['Her mother left the harbour in 1951.', 'Ihre Mutter verließ den Hafen 1951.'],
      ['The wind and the water took our house.', 'Der Wind und das Wasser nahmen unser Haus.'],
      ['A child works in the garden of Emden.', 'Ein Kind arbeitet im Garten von Emden.'],
      ['The ship carried bread to the island.', 'Das Schiff brachte Brot auf die Insel.'],
    ] as const
    const corpus = await corpusOf(
      Object.fromEntries(
        texts.flatMap((both, group) =>
          Array.from({ length: 12 }, (_, i) => {
            const head = `---\nid: v${group}-${i}\nlanguage: ${['en', 'de'][i % 2]}\nversionOf: v${group}-0\n---\n`
            const speaker = i % 3 === 0 ? 'Anna Berg: ' : ''
            return [`v${group}-${i}.md`, `${head}# Amrum ${i}\n\n${speaker}${both[i % 2]}\n`]
          }),
        ),
      ),
    )
    const settings = [0, 2].map((workers) => ({ workers, memory: 0, mergeAt: 0 }))
    const [alone, threads] = await buildWithThreads<{ manifest: Manifest }>(corpus, settings)
    expect(threads!.manifest).toEqual(alone!.manifest)
    expect(alone!.manifest.alignment.links).toBeGreaterThan(256)

    const seen: BuildProgress[] = []
    await built(corpus, { workers: 0, onProgress: (progress) => seen.push(progress) })
    const aligning = seen.filter(({ stage }) => stage === 'aligning')
    expect(aligning.map(({ done }) => done)).toEqual([0, 0, 64, 128, 192, 256, 320, 330])
    expect(aligning.at(-1)).toMatchObject({ total: 330, secondsLeft: 0 })
  }, 120_000)

  test('where threads cannot be started', async () => {
    // This process has no loader that threads could read TypeScript with.
    const corpus = await corpusOf(filesOf(fc.sample(fc.tuple(frontMatter, text), 5)))
    const expected = await built(corpus, { workers: 0 })
    expect(await built(corpus, { workers: 2, memory: 0 })).toEqual(expected)
  })
})

describe('what a build writes meanwhile is gone', () => {
  test('when it succeeds, also where it went to the disk', async () => {
    const corpus = await corpusOf({ 'one.md': 'A whale.\n', 'two.md': 'A sea.\n' })
    const { left } = await built(corpus, { memory: 0 })
    expect(left).toEqual([])
  })

  test('when it fails', async () => {
    const corpus = await corpusOf({ 'one.md': 'A whale.\n' })
    const index = await temporaryFolder()
    const { manifest } = await buildIndex(corpus, { index })
    await writeFile(join(corpus, 'binary.md'), Uint8Array.from([0, 1, 2, 0, 255, 0]))
    await expect(buildIndex(corpus, { index, strict: true, memory: 0 })).rejects.toThrow(
      '1 problem',
    )
    expect(await leftIn(index, manifest)).toEqual([])
  })

  test.each(['indexing', 'aligning', 'writing'] as const)(
    'when it is given up while %s, and the old index goes on serving',
    async (stage) => {
      const corpus = await corpusOf({ 'one.md': 'A whale.\n' })
      const index = await temporaryFolder()
      const { manifest } = await buildIndex(corpus, { index })
      await writeFile(join(corpus, 'two.md'), 'Another whale.\n')
      const stop = new AbortController()
      const building = buildIndex(corpus, {
        index,
        memory: 0,
        signal: stop.signal,
        onProgress: (progress) => {
          if (progress.stage === stage) stop.abort()
        },
      })
      await expect(building).rejects.toThrow('aborted')
      expect(await leftIn(index, manifest)).toEqual([])
      expect(await total(index, 'whale')).toBe(1)
    },
  )

  test('when it is given up while threads are at work, which end', async () => {
    const corpus = await corpusOf(filesOf(fc.sample(fc.tuple(frontMatter, text), 5)))
    const stages = ['indexing', 'aligning', 'writing']
    const settings = stages.map((giveUpAt) => ({ workers: 2, memory: 0, mergeAt: 0, giveUpAt }))
    const reason = 'AbortError: This operation was aborted'
    expect(await buildWithThreads(corpus, settings)).toEqual(
      stages.map(() => ({ reason, left: [], started: 2, running: 0 })),
    )
  }, 120_000)

  test('when its disk fails, which is told in one sentence', async () => {
    const corpus = await corpusOf({ 'one.md': 'A whale.\n' })
    const index = join(await temporaryFolder(), 'index')
    const building = buildIndex(corpus, {
      index,
      onProgress: ({ stage }) => {
        if (stage === 'aligning') rmSync(index, { recursive: true, force: true })
      },
    })
    await expect(building).rejects.toThrow(
      `The index cannot be written to ${index} (the folder is not there`,
    )
    expect(await readdir(join(index, '..'))).toEqual([])
  })
})

test('progress tells bytes, the rate and the time that is left', async () => {
  const corpus = await corpusOf({ 'one.md': 'A whale.\n', 'two.md': 'A sea.\n' })
  const seen: Record<string, unknown>[] = []
  const index = await temporaryFolder()
  await buildIndex(corpus, {
    index,
    memory: 0,
    onProgress: (progress) => seen.push({ ...progress }),
  })
  const bytes = (await readFile(join(corpus, 'one.md'))).length
  expect(seen[0]).toEqual({ stage: 'indexing', done: 0, total: 2, bytes: 0, totalBytes: bytes + 7 })
  expect(seen[1]).toMatchObject({ stage: 'indexing', done: 1, total: 2, bytes })
  expect(seen[1]!.rate).toBeGreaterThan(0)
  expect(seen[1]!.secondsLeft).toBeGreaterThan(0)
  expect(seen[2]).toMatchObject({ stage: 'indexing', done: 2, total: 2, secondsLeft: 0 })
  expect(seen.slice(3).map(({ stage, done }) => `${stage} ${done}`)).toEqual([
    'aligning 0',
    'aligning 1',
    'writing 0',
    'writing 1',
  ])
})

test.each(['workers', 'memory'])('%s must be a whole number', async (name) => {
  const corpus = await corpusOf({ 'one.md': 'A whale.\n' })
  const building = buildIndex(corpus, { index: await temporaryFolder(), [name]: -1 })
  await expect(building).rejects.toThrow(`${name} must be a whole number of at least 0, not `)
})
