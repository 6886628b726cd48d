import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { serve } from '../../src/http/serve.js'
import {
  createApp,
  IndexError,
  type LiveIndex,
  type LiveIndexOptions,
  openLiveIndex,
} from '../../src/index.js'
import { temporaryFolder } from '../support/collection.js'
import { openFilesBelow, TELLS_OPEN_FILES } from '../support/descriptors.js'
import { ask, listen, sendRaw } from './ask.js'
import { Asker, build, passagesOf } from './editions.js'

/** Changes one bit of a text. */
async function damage(built: string, generation: string) {
  const texts = join(built, generation, 'texts.bin')
  const bytes = await readFile(texts)
  bytes[bytes.length >> 1]! ^= 1
  await writeFile(texts, bytes)
}

/** Ways in which an index becomes one that cannot be used; each is there all at once, as a build is. */
const FAULTS = {
  damaged: (index: string, number: number) => put(index, number, damage),
  async incomplete(index: string, number: number) {
    await put(index, number, (built, generation) => rm(join(built, generation, 'links.bin')))
  },
  async 'of another analysis'(index: string, number: number) {
    await put(index, number, async (built) => {
      const path = join(built, 'manifest.json')
      const manifest = JSON.parse(await readFile(path, 'utf8'))
      await writeFile(path, JSON.stringify({ ...manifest, analysis: 'another' }))
    })
  },
  async foreign(index: string, number: number) {
    await put(index, number, (built) => writeFile(join(built, 'manifest.json'), `{"a": ${number}}`))
  },
  async vanished(index: string) {
    await rm(join(index, 'manifest.json'), { force: true })
  },
}

type Fault = keyof typeof FAULTS

type Spoil = (built: string, generation: string) => Promise<unknown>

/** Builds elsewhere, spoils it where that is wanted, and puts it into the index folder. */
async function put(index: string, number: number, spoil?: Spoil) {
  await (await prepared(index, number, spoil))()
}

/** Lays the files of an index beside those of another, and returns what puts it in its place, as often as is wanted. */
async function prepared(index: string, number: number, spoil?: Spoil) {
  const elsewhere = await temporaryFolder()
  const { generation } = await build(elsewhere, number)
  await spoil?.(elsewhere, generation)
  await cp(join(elsewhere, generation), join(index, generation), { recursive: true })
  return async () => {
    const draft = join(index, '.building-a-test')
    await cp(join(elsewhere, 'manifest.json'), draft)
    await rename(draft, join(index, 'manifest.json'))
  }
}

async function followed(index: string, options: LiveIndexOptions = {}): Promise<LiveIndex> {
  const live = await openLiveIndex(index, { lexicon: null, ...options })
  onTestFinished(() => live.close())
  return live
}

const step = fc.constantFrom<('built' | Fault)[]>(
  'built',
  'built',
  'built',
  'damaged',
  'incomplete',
  'of another analysis',
  'foreign',
  'vanished',
)

describe('a server whose index is built again', () => {
  test('gives every answer wholly from one index, and the last good one after each build', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 5 }), async (steps) => {
        const index = await temporaryFolder()
        await build(index, 0)
        const refused: unknown[] = []
        const live = await openLiveIndex(index, {
          lexicon: null,
          interval: 10,
          onRefused: (error) => refused.push(error),
        })
        const server = await serve(live, { port: 0, onError: (error) => refused.push(error) })
        const askers = [0, 2, 4, 6].map((offset) => new Asker(server.url, offset))
        let good = 0
        for (const [i, what] of steps.entries()) {
          if (what === 'built') {
            good = i + 1
            // A build leaves alone what another program has written.
            if (steps[i - 1] === 'foreign') await put(index, good)
            else await build(index, good)
          } else await FAULTS[what](index, i + 1)
          await live.check()
          const { body } = await ask(`${server.url}/search?q=harbour`)
          expect(body.total, `after ${steps.slice(0, i + 1)}`).toBe(passagesOf(good))
          for (const asker of askers) await asker.progress()
        }
        for (const asker of askers) {
          await asker.stop()
          // Never back from a new index to an older one.
          expect(asker.editions).toEqual([...asker.editions].sort((a, b) => a - b))
          expect(asker.editions.at(-1)).toBe(good)
        }
        const isNews = (what: string, i: number) =>
          what !== 'built' && !(what === 'vanished' && steps[i - 1] === 'vanished')
        expect(refused).toHaveLength(steps.filter(isNews).length)
        for (const error of refused) expect(error).toBeInstanceOf(IndexError)
        // A refused index may just be looked at again.
        const folders = () => new Set(openFilesBelow(index).map(folderOf))
        if (TELLS_OPEN_FILES) await vi.waitFor(() => expect(folders().size).toBe(1), 5_000)
        await server.close()
        if (TELLS_OPEN_FILES) expect(openFilesBelow(index)).toEqual([])
      }),
      {
        numRuns: 4,
        examples: [
          [['built', 'damaged', 'built']],
          [Object.keys(FAULTS) as Fault[]],
          [['built', 'foreign', 'built']],
        ],
      },
    )
  }, 120_000)

  test('uses no index that it has not checked, whenever one takes the place of another', async () => {
    const index = await temporaryFolder()
    await build(index, 0)
    const live = await followed(index, { interval: 60_000, onRefused: () => {} })
    const good = [await prepared(index, 1), await prepared(index, 2)]
    const bad = await prepared(index, 3, damage)
    for (let delay = 0; delay < 20; delay++) {
      await good[delay % 2]!()
      const look = live.check()
      // As far as a look takes, and a little longer.
      await sleep(delay)
      await bad()
      await look
      await live.check()
      const { total } = await live.lease().searcher.search('harbour')
      expect(total).not.toBe(passagesOf(3))
    }
  })

  test('takes the new index up by itself', async () => {
    const index = await temporaryFolder()
    await build(index, 0)
    const url = await listen(createApp(await followed(index, { interval: 10 })))
    await build(index, 1)
    await vi.waitFor(async () => {
      expect((await ask(`${url}/documents`)).body.total).toBe(2)
    }, 10_000)
  })

  test('says so, and does not when the same index was built once more', async () => {
    const index = await temporaryFolder()
    await build(index, 0)
    const onReplaced = vi.fn()
    const live = await followed(index, { onReplaced })
    await build(index, 0)
    expect(await live.check()).toBe(false)
    await build(index, 1)
    expect(await live.check()).toBe(true)
    expect(await live.check()).toBe(false)
    expect(onReplaced).toHaveBeenCalledOnce()
    expect(onReplaced).toHaveBeenCalledWith(live.lease().searcher)
  })

  test('tells caches that an answer is another one, and only then', async () => {
    const index = await temporaryFolder()
    await build(index, 0)
    const live = await followed(index)
    const url = await listen(createApp(live))
    const etag = (await ask(`${url}/search?q=harbour`)).headers.get('etag')!
    const request = `GET /search?q=harbour HTTP/1.1\r\nHost: x\r\nConnection: close\r\nIf-None-Match: ${etag}\r\n\r\n`
    const statusNow = async () => Number((await sendRaw(url, request)).split(' ')[1])
    expect(await statusNow()).toBe(304)
    await build(index, 1)
    await live.check()
    expect(await statusNow()).toBe(200)
    await build(index, 0)
    await live.check()
    expect(await statusNow()).toBe(304)
  })

  test('takes up the same index where its files were damaged and made anew', async () => {
    const index = await temporaryFolder()
    const { generation } = await build(index, 1)
    const replaced = vi.fn()
    const live = await followed(index, { interval: 60_000, onReplaced: replaced })
    const search = async () => (await live.lease().searcher.search('harbour')).total
    await damage(index, generation)
    await expect(search()).rejects.toThrow('texts.bin is not as it was written')
    expect((await build(index, 1)).generation).toBe(generation)
    expect(await live.check()).toBe(true)
    expect(await search()).toBe(passagesOf(1))
    expect([await live.check(), replaced.mock.calls.length]).toEqual([false, 1])
  })

  test('takes up an index whose files arrive after its manifest', async () => {
    const index = await temporaryFolder()
    await build(index, 0)
    const onRefused = vi.fn()
    const live = await followed(index, { interval: 5, onRefused })
    const elsewhere = await temporaryFolder()
    const { generation } = await build(elsewhere, 1)
    await cp(join(elsewhere, 'manifest.json'), join(index, 'draft'))
    await rename(join(index, 'draft'), join(index, 'manifest.json'))
    await live.check()
    await live.check()
    await cp(join(elsewhere, generation), join(index, generation), { recursive: true })
    await vi.waitFor(async () => {
      expect((await live.lease().searcher.search('harbour')).total).toBe(passagesOf(1))
    }, 10_000)
    expect(onRefused).toHaveBeenCalledOnce()
    expect(onRefused.mock.calls[0]![0].message).toMatch(/ lacks its file .*; build it with: /)
  })
})

test('what cannot be followed is refused', async () => {
  const nowhere = join(await temporaryFolder(), 'nothing')
  await expect(openLiveIndex(nowhere)).rejects.toThrow(IndexError)
  for (const interval of [0, -1, 0.5, Number.NaN])
    await expect(openLiveIndex(nowhere, { interval })).rejects.toThrow(
      'interval must be a whole number of at least 1',
    )
  await expect(openLiveIndex(undefined as never)).rejects.toThrow(TypeError)
})

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}
