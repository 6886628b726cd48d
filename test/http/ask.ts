import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Engine } from '../../src/search/engine.js'
import { Searcher } from '../../src/search/searcher.js'
import type { Vocabulary } from '../../src/search/vocabulary.js'

/** What came back, the body read as JSON. */
export interface Answer {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: the tests are what says which shape it has
  body: any
}

/** Serves an app on a free port of the loopback until the test is over, and returns its address. */
export async function listen(app: RequestListener): Promise<string> {
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export async function ask(url: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(url, init)
  const text = await response.text()
  const { status, headers } = response
  return { status, headers, body: text === '' ? undefined : JSON.parse(text) }
}

/** Asks an app that runs for this one question. */
export async function askApp(app: RequestListener, path: string, init?: RequestInit) {
  return ask((await listen(app)) + path, init)
}

/** Sends these very bytes and returns all that comes back. */
export async function sendRaw(url: string, request: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write(request)
  let answer = ''
  for await (const chunk of socket) answer += chunk
  return answer
}

/** A searcher whose engine does only this. */
export function searcherWith(engine: Partial<Engine>): Searcher {
  return new Searcher({ close: async () => {}, vocabulary: EMPTY, ...engine } as Engine)
}

const EMPTY: Vocabulary = {
  frequency: async () => 0,
  isName: async () => false,
  completions: async () => [],
  beside: async () => [],
  similar: async () => [],
  relatives: async () => [],
  compoundsOf: async () => [],
}
