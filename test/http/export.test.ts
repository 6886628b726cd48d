import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../src/http/app.js'
import type { Hit } from '../../src/index.js'
import type { Ranked } from '../../src/search/engine.js'
import { openArchive } from './archive.js'
import { askApp, listen, searcherWith } from './ask.js'

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive()
})
afterAll(() => archive.remove())

async function download(path: string, init?: RequestInit) {
  const response = await fetch((await listen(createApp(archive.searcher))) + path, init)
  return { headers: response.headers, text: await response.text() }
}

describe('/search.jsonl', () => {
  test('has a line for every hit, just as a search gives it', async () => {
    const { headers, text } = await download(
      '/search.jsonl?q=paragraph+Absatz&sort=position&lang=de',
    )
    expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
    expect(headers.get('content-disposition')).toBe('attachment; filename=fundstelle.jsonl')
    const hits = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const options = { sort: 'position' as const, lang: ['de'], limit: 100 }
    expect(hits).toEqual((await archive.searcher.search('paragraph Absatz', options)).hits)
  })

  test('is empty where nothing is found', async () => {
    expect((await download('/search.jsonl?q=zzzz')).text).toBe('')
  })
})

describe('/search.csv', () => {
  test('has the columns of the README, and CRLF between its lines', async () => {
    const { headers, text } = await download('/search.csv?q=lighthouse')
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(headers.get('content-disposition')).toBe('attachment; filename=fundstelle.csv')
    const [header, row, rest] = text.split('\r\n')
    expect(header).toBe(
      'rank,score,document,title,kind,date,passage,language,speaker,heading,start,end,matches,text',
    )
    expect(row).toMatch(
      /^1,\d+\.\d+,interviews\/größe & co,An odd name,interview,,interviews\/größe & co#\w+,en,Marion Cotillard,,\d+,\d+,lighthouse,/,
    )
    expect(rest).toBe('')
  })

  test('quotes what has to be quoted', async () => {
    const { text } = await download('/search.csv?q=submarine')
    expect(text).toContain('The submarine ""dives"" deep.')
    expect(text.match(/"/g)!.length % 2).toBe(0)
  })
})

test('parameters that make no sense, and those of a page, are refused', async () => {
  for (const [path, detail] of [
    ['/search.csv', /^q is missing/],
    ['/search.csv?q=whale&sort=left', /^sort must be score, date, date-asc or position/],
    ['/search.jsonl?q=whale&limit=10', /^There is no parameter “limit” here/],
  ] as const) {
    const { status, headers, body } = await askApp(createApp(archive.searcher), path)
    expect([status, body.detail]).toEqual([400, expect.stringMatching(detail)])
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(headers.get('content-disposition')).toBeNull()
  }
})

test('HEAD tells the type and finds nothing', async () => {
  const { headers, text } = await download('/search.csv?q=whale', { method: 'HEAD' })
  expect([headers.get('content-disposition'), text]).toEqual([
    'attachment; filename=fundstelle.csv',
    '',
  ])
})

/** A searcher with more hits than anybody takes, which tells how many were read and when it was stopped. */
async function endless() {
  const { hits } = await archive.searcher.search('whale')
  const passage = (await archive.searcher.engine.passage((hits[0] as Hit).passage.id))!
  const state = { read: 0 }
  let stop = () => {}
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  async function* batches(): AsyncGenerator<Ranked[]> {
    try {
      for (;;) {
        state.read += 10
        yield Array.from({ length: 10 }, () => ({
          passage,
          score: 1,
          duplicates: [],
          counterparts: [],
        }))
        await new Promise((resolve) => setImmediate(resolve))
      }
    } finally {
      stop()
    }
  }
  const found = { total: 1e9, totalDocuments: 1, exhaustive: true, facets: {}, batches: batches() }
  const searcher = searcherWith({ rankAll: async () => found })
  return { searcher, state, stopped }
}

test('hits are read no faster than they are taken, and no longer than there is someone to take them', async () => {
  const { searcher, state, stopped } = await endless()
  const onError = vi.fn()
  const url = new URL(await listen(createApp(searcher, { onError })))
  const socket = connect(Number(url.port), '127.0.0.1')
  socket.write('GET /search.jsonl?q=whale HTTP/1.1\r\nHost: x\r\n\r\n')
  await once(socket, 'data')
  socket.pause()
  // Nobody takes anything: what is read comes to a standstill.
  await vi.waitUntil(
    async () => {
      const before = state.read
      for (let i = 0; i < 200; i++) await new Promise((resolve) => setImmediate(resolve))
      return state.read === before
    },
    { timeout: 20_000 },
  )
  socket.destroy()
  await stopped
  expect(onError).not.toHaveBeenCalled()
})

test('an error on the way breaks the answer off and is told', async () => {
  const { hits } = await archive.searcher.search('whale')
  const passage = (await archive.searcher.engine.passage(hits[0]!.passage.id))!
  async function* batches(): AsyncGenerator<Ranked[]> {
    yield [{ passage, score: 1, duplicates: [], counterparts: [] }]
    throw new Error('The disk is gone.')
  }
  const found = { total: 2, totalDocuments: 1, exhaustive: true, facets: {} }
  const searcher = searcherWith({
    rankAll: async () => ({ ...found, batches: batches() }),
  })
  const onError = vi.fn()
  const url = await listen(createApp(searcher, { onError }))
  await expect(fetch(`${url}/search.csv?q=whale`).then((answer) => answer.text())).rejects.toThrow()
  expect(onError).toHaveBeenCalledWith(expect.objectContaining({ message: 'The disk is gone.' }))
})

test('an error before the first line is a problem', async () => {
  const searcher = searcherWith({ rankAll: () => Promise.reject(new Error('No.')) })
  const app = createApp(searcher, { onError: () => {} })
  const { status, headers, body } = await askApp(app, '/search.csv?q=x')
  expect([status, body.title]).toEqual([500, 'Internal Server Error'])
  expect(headers.get('content-disposition')).toBeNull()
})
