import express from 'express'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type AppOptions, createApp } from '../../src/http/app.js'
import { openArchive } from './archive.js'
import { ask, askApp, listen, searcherWith, sendRaw } from './ask.js'

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive()
})
afterAll(() => archive.remove())

const app = (options?: AppOptions) => createApp(archive.searcher, options)
const from = (origin: string) => ({ headers: { Origin: origin } })

test('an unknown address is a problem that names the way to the endpoints', async () => {
  const { status, headers, body } = await askApp(app(), '/nothing?x=1')
  expect(status).toBe(404)
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(body).toEqual({
    type: 'about:blank',
    title: 'Not Found',
    status: 404,
    detail: 'There is nothing at this address; the endpoints are listed at /.',
    instance: '/nothing?x=1',
  })
})

test('other methods than GET are refused, and told which are possible', async () => {
  for (const [path, method] of [
    ['/', 'PUT'],
    ['/search?q=whale', 'POST'],
    ['/documents/a/b', 'DELETE'],
    ['/health', 'PATCH'],
  ] as const) {
    const { status, headers, body } = await askApp(app(), path, { method })
    expect(status).toBe(405)
    expect(headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    expect(body.detail).toBe(`${method} is not possible here; use GET.`)
  }
})

test('HEAD answers as GET does, without the body', async () => {
  for (const path of ['/search?q=whale', '/documents', '/health', '/search', '/nothing']) {
    const get = await askApp(app(), path)
    const head = await askApp(app(), path, { method: 'HEAD' })
    expect(head.status).toBe(get.status)
    expect(head.body).toBeUndefined()
    expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'))
    expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'))
  }
})

test('OPTIONS tells the methods', async () => {
  const { status, headers } = await askApp(app(), '/search', { method: 'OPTIONS' })
  expect(status).toBe(204)
  expect(headers.get('allow')).toBe('GET, HEAD, OPTIONS')
})

test('an answer that has not changed is not sent again', async () => {
  const { headers } = await askApp(app(), '/documents')
  expect(headers.get('cache-control')).toBe('no-cache')
  const again = await askApp(app(), '/documents', {
    headers: { 'If-None-Match': headers.get('etag')!, 'Cache-Control': '' },
  })
  expect(again.status).toBe(304)
})

test('no web page of elsewhere may read the answers unless it was allowed', async () => {
  for (const options of [{}, { cors: false }, { cors: [] }] as const) {
    const { headers } = await askApp(app(options), '/health', from('https://example.org'))
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
})

test('allowed origins may read the answers, errors included, and others may not', async () => {
  for (const cors of ['https://example.org/', ['https://other.example', 'https://example.org']]) {
    const allowed = await askApp(app({ cors }), '/search', from('https://example.org'))
    expect(allowed.status).toBe(400)
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://example.org')
    expect(allowed.headers.get('vary')).toContain('Origin')
    const other = await askApp(app({ cors }), '/search', from('https://example.com'))
    expect(other.headers.get('access-control-allow-origin')).toBeNull()
  }
})

test('a star allows every origin', async () => {
  for (const cors of ['*', ['*']]) {
    const { headers } = await askApp(app({ cors }), '/health', from('https://example.org'))
    expect(headers.get('access-control-allow-origin')).toBe('*')
  }
})

test('a preflight request is answered where there are allowed origins', async () => {
  const { status, headers } = await askApp(app({ cors: '*' }), '/search', {
    method: 'OPTIONS',
    headers: { Origin: 'https://example.org', 'Access-Control-Request-Method': 'GET' },
  })
  expect(status).toBe(204)
  expect(headers.get('access-control-allow-methods')).toBe('GET,HEAD')
})

test('a fault of ours is reported to us and tells nothing to the outside', async () => {
  const fault = new Error('secret: /home/me/index/passages.bin')
  const searcher = searcherWith({ rank: () => Promise.reject(fault) })
  const onError = vi.fn()
  const { status, headers, body } = await askApp(
    createApp(searcher, { onError }),
    '/search?q=whale',
  )
  expect(status).toBe(500)
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(body).toEqual({
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
    detail: 'Something went wrong here.',
    instance: '/search?q=whale',
  })
  expect(onError).toHaveBeenCalledExactlyOnceWith(fault)
})

test('faults of those who ask are not reported as ours', async () => {
  const onError = vi.fn()
  for (const path of ['/search', '/nothing', '/documents/%', '/documents/none'])
    await askApp(app({ onError }), path)
  expect(onError).not.toHaveBeenCalled()
})

test('it mounts into another app under a prefix and leaves that app alone', async () => {
  const parent = express()
  parent.set('query parser', 'extended')
  parent.use('/suche', app())
  parent.get('/', (_request, response) => {
    response.send('parent')
  })
  const url = await listen(parent)
  const json = async (path: string) => (await ask(url + path)).body
  expect(await (await fetch(`${url}/`)).text()).toBe('parent')
  expect((await fetch(`${url}/search?q=whale`)).headers.get('content-type')).toMatch(/^text\/html/)
  expect(await json('/suche/search?q=whale&lang=en&lang=de')).toMatchObject({ total: 1 })
  expect(await json('/suche/search?lang[]=de')).toMatchObject({ status: 400 })
  expect(await json('/suche/documents/statements/adaptation.en')).toHaveProperty('text')
  expect(await json('/suche/nothing')).toMatchObject({
    status: 404,
    detail: 'There is nothing at this address; the endpoints are listed at /suche/.',
    instance: '/suche/nothing',
  })
  for (const root of ['/suche', '/suche/']) {
    const { links, example } = await json(root)
    expect(links.health).toBe('/suche/health')
    expect(links.suggest).toBe('/suche/suggest{?q,lang*,limit}')
    expect(links.csv).toBe(
      '/suche/search.csv{?q,lang*,kind*,speaker*,doc*,tag*,date,prefix,cross,without*,with*,collapse,sort}',
    )
    expect(links.search).toContain('facets*,facetLimit,')
    expect(await json(example)).toHaveProperty('hits')
  }
})

test('odd requests are answered, whatever is in the first line', async () => {
  const url = await listen(app())
  const first = async (line: string) =>
    (await sendRaw(url, `${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).split(
      '\r\n',
    )[0]
  expect(await first('GET http://elsewhere/health')).toBe('HTTP/1.1 200 OK')
  expect(await first('GET //health')).toBe('HTTP/1.1 404 Not Found')
  expect(await first('GET /../health')).toBe('HTTP/1.1 404 Not Found')
  expect(await first('OPTIONS *')).toMatch(/^HTTP\/1.1 (204|404)/)
  expect(await first('GET /search?q=%ZZ%FF&&=')).toBe('HTTP/1.1 400 Bad Request')
  expect(await first('GET /search?q=%ZZ%FF')).toBe('HTTP/1.1 200 OK')
})
