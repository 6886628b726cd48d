import { EventEmitter, once } from 'node:events'
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { serve } from '../../src/http/serve.js'
import { buildIndex, createApp, openIndex, openLiveIndex } from '../../src/index.js'
import type { Engine } from '../../src/search/engine.js'
import { LiveSearcher } from '../../src/search/live-searcher.js'
import { Searcher } from '../../src/search/searcher.js'
import { ClosedIndexError } from '../../src/store/closed-index-error.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'
import { openFilesBelow, TELLS_OPEN_FILES } from '../support/descriptors.js'
import { ask, listen, searcherWith } from './ask.js'
import { Asker, build } from './editions.js'

/** Passages that are found at so many places that an answer with all of them does not fit between here and the client. */
function longTexts(word: string): Record<string, string> {
  const times = `${word} ${word} ${word} ${word}`
  const passage = (i: number) => Array.from({ length: 22 }, (_, k) => `${times} ${100 * i + k}`)
  const paragraphs = Array.from({ length: PASSAGES }, (_, i) => `${passage(i).join(' ')}.`)
  return { 'long.md': `---\nlanguage: en\ntitle: Long\n---\n\n${paragraphs.join('\n\n')}\n` }
}

const PASSAGES = 3000

test('an export that began before the swap ends with the old texts, whose files are closed then', async () => {
  const index = await temporaryFolder()
  await buildIndex(await corpusOf(longTexts('whale')), { index, lexicon: null })
  const live = await openLiveIndex(index, { lexicon: null })
  onTestFinished(() => live.close())
  const url = await listen(createApp(live))
  const oldFiles = TELLS_OPEN_FILES ? openFilesBelow(index) : []

  const taken = (await fetch(`${url}/search.jsonl?q=whale`)).body!.getReader()
  const chunks = [(await taken.read()).value!]

  await buildIndex(await corpusOf({ 'new.md': 'Only one lighthouse.\n' }), { index, lexicon: null })
  expect(await live.check()).toBe(true)
  expect((await ask(`${url}/search?q=whale`)).body.total).toBe(0)
  expect((await ask(`${url}/search?q=lighthouse`)).body.total).toBe(1)
  // There is still something to be sent.
  await sleep(100)
  if (TELLS_OPEN_FILES) expect(openFilesBelow(index)).toEqual(expect.arrayContaining(oldFiles))

  for (let next = await taken.read(); !next.done; next = await taken.read()) chunks.push(next.value)
  const hits = Buffer.concat(chunks).toString().trimEnd().split('\n')
  expect(hits).toHaveLength(PASSAGES)
  for (const [i, hit] of hits.entries())
    expect(JSON.parse(hit)).toMatchObject({ rank: i + 1, document: { title: 'Long' } })
  await vi.waitFor(() => {
    const open = TELLS_OPEN_FILES ? openFilesBelow(index) : []
    expect(open.filter((path) => oldFiles.includes(path))).toEqual([])
  }, 5_000)
}, 60_000)

/** The same searcher, but something happens before every step of an answer. */
function interrupted({ engine }: Searcher, happens: () => Promise<void>): Searcher {
  const steps = new Proxy(engine, {
    get(target, name: keyof Engine) {
      const member: unknown = target[name]
      if (typeof member !== 'function' || name === 'close') return member
      return async (...values: unknown[]) => {
        await happens()
        return member.apply(target, values)
      }
    },
  })
  return new Searcher(steps)
}

test('no answer is made of two indexes, and none fails, where they are exchanged between its steps', async () => {
  const folders = await Promise.all([1, 2, 3, 4].map(() => temporaryFolder()))
  for (const [i, folder] of folders.entries()) await build(folder, i)
  const open = async (i: number) =>
    interrupted(await openIndex(folders[i % 4]!, { lexicon: null }), exchange)
  let [steps, exchanges] = [0, 0]
  const exchange = async () => {
    if (++steps % 5 === 0 && exchanges < 24) live.replace(await open(++exchanges))
    else await turn()
  }
  const live = new LiveSearcher(await open(0))
  const server = await serve(live, { port: 0 })
  const askers = Array.from({ length: 4 }, (_, i) => new Asker(server.url, 2 * i))
  while (exchanges < 24) await askers[0]!.progress()
  for (const asker of askers) await asker.progress()
  for (const asker of askers) await asker.stop()
  const seen = new Set(askers.flatMap(({ editions }) => editions))
  expect(seen).toEqual(new Set([0, 1, 2, 3]))
  const openFolders = () => folders.filter((folder) => openFilesBelow(folder).length > 0)
  // Which one is the last to be opened is left to chance.
  if (TELLS_OPEN_FILES) await vi.waitFor(() => expect(openFolders()).toHaveLength(1), 5_000)
  await server.close()
  if (TELLS_OPEN_FILES) await vi.waitFor(() => expect(openFolders()).toEqual([]), 5_000)
}, 60_000)

const DOCUMENT = { id: '1', path: '1.md', passageCount: 1, tags: [], speakers: [] }

/** A searcher that answers `/documents` when it is told to, and not once it is closed. */
function slow(title: string) {
  const turns = new EventEmitter()
  const state = { closed: 0 }
  const searcher = searcherWith({
    documents: async () => {
      turns.emit('asked')
      await once(turns, 'answer')
      if (state.closed > 0) throw new ClosedIndexError()
      return [{ ...DOCUMENT, title }]
    },
    close: async () => {
      state.closed++
    },
  })
  return { searcher, state, asked: () => once(turns, 'asked'), answer: () => turns.emit('answer') }
}

test('what is being asked is closed when its last answer is given, and what nobody asks at once', async () => {
  const [first, second, third] = [slow('first'), slow('second'), slow('third')]
  const live = new LiveSearcher(first.searcher)
  const url = await listen(createApp(live))
  const answers = []
  for (const _ of [1, 2]) {
    const asked = first.asked()
    answers.push(ask(`${url}/documents`))
    await asked
  }
  live.replace(second.searcher)
  live.replace(third.searcher)
  expect([first, second, third].map(({ state }) => state.closed)).toEqual([0, 1, 0])
  const asked = third.asked()
  answers.push(ask(`${url}/documents`))
  await asked
  third.answer()
  first.answer()
  const titles = (await Promise.all(answers)).map(({ body }) => body.documents[0].title)
  expect(titles).toEqual(['first', 'first', 'third'])
  await vi.waitFor(() => expect(first.state.closed).toBe(1))
  await live.close()
  expect([first, second, third].map(({ state }) => state.closed)).toEqual([1, 1, 1])
})

test('work for a client that has gone away neither holds the old index nor is an error', async () => {
  const [first, second] = [slow('first'), slow('second')]
  const onError = vi.fn()
  const live = new LiveSearcher(first.searcher)
  const url = await listen(createApp(live, { onError }))
  const leaving = new AbortController()
  const asked = first.asked()
  const answer = fetch(`${url}/documents`, { signal: leaving.signal })
  await asked
  live.replace(second.searcher)
  leaving.abort()
  await expect(answer).rejects.toThrow('aborted')
  await vi.waitFor(() => expect(first.state.closed).toBe(1))
  first.answer()
  await sleep(50)
  expect(onError).not.toHaveBeenCalled()
})

test('what arrives when all is closed is closed too', async () => {
  const [first, second] = [slow('first'), slow('second')]
  const live = new LiveSearcher(first.searcher)
  await live.close()
  live.replace(second.searcher)
  expect([first, second].map(({ state }) => state.closed)).toEqual([1, 1])
})

test('a lease that is given back twice is given back once', async () => {
  const [first, second] = [slow('first'), slow('second')]
  const live = new LiveSearcher(first.searcher)
  const [one, other] = [live.lease(), live.lease()]
  live.replace(second.searcher)
  one.release()
  one.release()
  expect(first.state.closed).toBe(0)
  other.release()
  expect(first.state.closed).toBe(1)
})
