import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createApp } from '../../src/http/app.js'
import { VERSION } from '../../src/version.js'
import { askApp, listen, searcherWith } from './ask.js'

const served = (cors?: string) =>
  listen(createApp(searcherWith({ documents: async () => [] }), cors ? { cors } : {}))

/** What is sent, as it is sent; fetch would take it out of its packing. */
async function received(url: string, headers: Record<string, string>) {
  const [response] = (await once(request(url, { headers }).end(), 'response')) as [IncomingMessage]
  const { statusCode, headers: sent } = response
  return { statusCode, headers: sent, body: Buffer.concat(await response.toArray()) }
}

test('the server serves the module of the search box', async () => {
  const response = await fetch(`${await served()}/fundstelle.js`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('public, max-age=600')
  const module = await response.text()
  expect(module).toContain('fundstelle-search')
  expect(module).toContain('BSD-3-Clause')
})

test('the module of one version may be kept for ever, and there is no other version of it', async () => {
  const url = await served()
  const response = await fetch(`${url}/fundstelle-${VERSION}.js`)
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(await response.text()).toBe(await (await fetch(`${url}/fundstelle.js`)).text())
  expect((await fetch(`${url}/fundstelle-0.0.0.js`)).status).toBe(404)
})

test('pages of any origin may load the module, whoever may read the answers', async () => {
  for (const cors of [undefined, 'https://archive.example']) {
    const url = await served(cors)
    const headers = { Origin: 'https://elsewhere.example' }
    const module = await fetch(`${url}/fundstelle.js`, { headers })
    expect(module.headers.get('access-control-allow-origin')).toBe('*')
    const answer = await fetch(`${url}/documents`, { headers })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('access-control-allow-origin')).not.toBe('*')
  }
})

test.each(['gzip', 'identity'])(
  'a module that a browser has is not sent again (%s)',
  async (encoding) => {
    const url = `${await served()}/fundstelle.js`
    const headers = { 'Accept-Encoding': encoding }
    const first = await received(url, headers)
    const again = await received(url, { ...headers, 'If-None-Match': first.headers.etag! })
    expect(again).toMatchObject({ statusCode: 304, body: Buffer.alloc(0) })
    expect(again.headers.vary).toContain('Accept-Encoding')
  },
)

test('compressed, the module is 15 kB at most', async () => {
  const url = `${await served()}/fundstelle.js`
  const { headers, body } = await received(url, { 'Accept-Encoding': 'gzip' })
  expect(headers['content-encoding']).toBe('gzip')
  expect(body.length).toBeLessThanOrEqual(15_000)
  expect(gunzipSync(body).toString()).toBe(await (await fetch(url)).text())
})

test('only reading is possible', async () => {
  const { status } = await askApp(createApp(searcherWith({})), '/fundstelle.js', { method: 'POST' })
  expect(status).toBe(405)
})
