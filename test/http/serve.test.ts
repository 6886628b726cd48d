import { EventEmitter, once } from 'node:events'
import { connect } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type ServeOptions, serve } from '../../src/http/serve.js'
import { ServeError } from '../../src/http/serve-error.js'
import type { Searcher } from '../../src/search/searcher.js'
import { ask, searcherWith, sendRaw } from './ask.js'

const STATISTICS = { documents: 1, passages: 2, passagesByLanguage: { en: 2, de: 0, und: 0 } }

const idle = () => searcherWith({ statistics: async () => STATISTICS })

async function served(searcher: Searcher, options: Partial<ServeOptions> = {}) {
  const server = await serve(searcher, { port: 0, ...options })
  onTestFinished(() => server.close())
  return server
}

test('a server listens on the loopback unless told otherwise', async () => {
  for (const options of [{}, { host: '' }, { host: ' ' }]) {
    const { url } = await served(idle(), options)
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect((await ask(`${url}/health`)).body).toMatchObject({ status: 'ok', passages: 2 })
  }
})

test('below a path, everything is there, and nowhere else', async () => {
  const { url } = await served(idle(), { path: '/archive' })
  expect(url).toMatch(/:\d+\/archive$/)
  expect((await ask(`${url}/health`)).body).toMatchObject({ status: 'ok' })
  const script = await fetch(`${url}/fundstelle.js`)
  expect(script.status).toBe(200)
  const page = await fetch(`${url}/nowhere`, { headers: { Accept: 'text/html' } })
  expect(await page.text()).toContain('href="/archive/')
  const outside = await fetch(new URL('/health', url))
  expect([outside.status, await outside.text(), outside.headers.get('x-powered-by')]).toEqual([
    404,
    'Nothing is here; the search is at /archive/\n',
    null,
  ])
})

test('an IPv6 address stands in brackets', async ({ skip }) => {
  const server = await serve(idle(), { port: 0, host: '::1' }).catch(() => undefined)
  if (!server) return skip('no IPv6 here')
  onTestFinished(() => server.close())
  expect(server.url).toMatch(/^http:\/\/\[::1\]:\d+$/)
  expect((await ask(`${server.url}/health`)).status).toBe(200)
})

test('a port in use is told in a sentence that says what to do', async () => {
  const { url } = await served(idle())
  const port = Number(new URL(url).port)
  const second = serve(idle(), { port })
  await expect(second).rejects.toThrow(ServeError)
  await expect(second).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is in use; choose another with --port.`,
  )
})

test.each([
  [{ port: 70_000 }, '70000 is not a port; choose one from 0 to 65535 with --port.'],
  [{ port: Number.NaN }, 'NaN is not a port; choose one from 0 to 65535 with --port.'],
  [
    { port: 0, host: '192.0.2.1' },
    '192.0.2.1 is not an address of this machine; choose another with --host.',
  ],
  [
    { port: 0, host: 'no such host' },
    'There is no host named “no such host”; choose another with --host.',
  ],
])('%j cannot be listened on', async (options, message) => {
  const error: unknown = await serve(idle(), options).catch((reason) => reason)
  expect(error).toBeInstanceOf(ServeError)
  expect(error).toHaveProperty('message', message)
})

test('headers and addresses of more than 16 KB are refused', async () => {
  const { url } = await served(idle())
  for (const [path, header] of [
    ['/health', 'x'.repeat(17_000)],
    [`/search?q=${'x'.repeat(17_000)}`, ''],
  ] as const) {
    const { status, headers, body } = await ask(url + path, { headers: { 'X-Long': header } })
    expect(status).toBe(431)
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(body).toMatchObject({ title: 'Request Header Fields Too Large', status: 431 })
  }
  expect((await ask(`${url}/health`, { headers: { 'X-Long': 'x'.repeat(15_000) } })).status).toBe(
    200,
  )
})

test('what is not HTTP is refused', async () => {
  const { url } = await served(idle())
  const answer = await sendRaw(url, 'ahoy\r\n\r\n')
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
  expect(answer).toContain('This is not an HTTP request.')
})

test('an address with other characters than it may have is refused with what to do', async () => {
  const { url } = await served(idle())
  for (const address of ['/search?q=Küche', '/documents/Küche']) {
    const answer = await sendRaw(url, `GET ${address} HTTP/1.1\r\nHost: x\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
    expect(answer).toContain('must be percent-encoded')
  }
})

/** A searcher that answers `/documents` only when it is told to. */
function slow() {
  const events: string[] = []
  const turns = new EventEmitter()
  const searcher = searcherWith({
    documents: async () => {
      turns.emit('asked')
      await once(turns, 'answer')
      events.push('answered')
      return []
    },
    close: async () => {
      events.push('searcher closed')
    },
  })
  return { searcher, events, asked: once(turns, 'asked'), answer: () => turns.emit('answer') }
}

test('closing waits for the answer that is being made and then closes the searcher', async () => {
  const { searcher, events, asked, answer } = slow()
  const server = await serve(searcher, { port: 0 })
  const asking = ask(`${server.url}/documents`)
  await asked
  const closed = server.close()
  await expect(fetch(`${server.url}/health`)).rejects.toThrow()
  expect(events).toEqual([])
  answer()
  await closed
  expect(events).toEqual(['answered', 'searcher closed'])
  expect(await asking).toMatchObject({ status: 200, body: { total: 0 } })
})

test('closing does not wait forever', async () => {
  const { searcher, events, asked } = slow()
  const server = await serve(searcher, { port: 0 })
  const asking = fetch(`${server.url}/documents`).catch(() => events.push('cut off'))
  await asked
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const closed = server.close()
  vi.advanceTimersByTime(5_000)
  await Promise.all([closed, asking])
  expect(events.sort()).toEqual(['cut off', 'searcher closed'])
})

test('closing does not wait for connections that ask nothing', async () => {
  const server = await serve(idle(), { port: 0 })
  await ask(`${server.url}/health`)
  const silent = connect(Number(new URL(server.url).port), '127.0.0.1')
  await once(silent, 'connect')
  const begun = Date.now()
  await Promise.all([server.close(), server.close(), once(silent, 'close')])
  expect(Date.now() - begun).toBeLessThan(2_000)
})
