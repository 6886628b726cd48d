import { createServer, type Server } from 'node:http'
import { type AddressInfo, isIPv6 } from 'node:net'
import express, { type Express } from 'express'
import type { SearcherSource } from '../search/live-searcher.js'
import type { Searcher } from '../search/searcher.js'
import { type AppOptions, createApp } from './app.js'
import { answerClientErrors } from './client-errors.js'
import { ServeError } from './serve-error.js'
import { onStopSignal } from './stop-signals.js'

const LOOPBACK = '127.0.0.1'

/** How long requests that are being answered may take once the server is asked to close. */
const GRACE_MS = 5_000

export interface ServeOptions extends AppOptions {
  /** 0 for any free port. */
  port: number
  /** Name or address to listen on; `127.0.0.1` by default, so that only this machine can ask. */
  host?: string
  /** Where a proxy has the search, such as `/archive`, if it hands that on; all addresses begin so. */
  path?: string
}

/** A server that listens. */
export interface RunningServer {
  /** Its address, such as `http://127.0.0.1:3000`. */
  url: string
  /** Answers what is being asked, for five seconds at most, and closes what is asked as well. */
  close(): Promise<void>
}

/**
 * Serves a searcher over HTTP, or those that a source gives one after the other.
 *
 * @throws ServeError where the host and port cannot be listened on.
 */
export async function serve(
  source: Searcher | SearcherSource,
  options: ServeOptions,
): Promise<RunningServer> {
  // Node would listen on every interface if the host were empty.
  const { port, host: wanted, path = '', ...appOptions } = options
  const host = wanted?.trim() || LOOPBACK
  const app = mounted(createApp(source, appOptions), path)
  // Permalinks are in the words of a proxy on this machine: X-Forwarded-Proto, X-Forwarded-Host.
  app.set('trust proxy', 'loopback')
  const server = createServer(
    { maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 30_000 },
    app,
  )
  answerClientErrors(server)
  const running = countRequests(server)
  await listen(server, port, host)
  const { port: actual } = server.address() as AddressInfo
  let closed: Promise<void> | undefined
  return {
    url: `http://${isIPv6(host) ? `[${host}]` : host}:${actual}${path}`,
    close: () => {
      closed ??= closeServer(server, running).then(() => source.close())
      return closed
    },
  }
}

/** The same app below a path. */
function mounted(app: Express, path: string): Express {
  if (path === '') return app
  return express()
    .disable('x-powered-by')
    .use(path, app)
    .use((_request, response) => {
      response.status(404).type('text').send(`Nothing is here; the search is at ${path}/\n`)
    })
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(new ServeError(error, host, port))
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      return fail(Object.assign(new RangeError(), { code: 'ERR_SOCKET_BAD_PORT' }))
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      resolve()
    })
  })
}

/**
 * Counts the requests that are being answered. When the server is closing and none is left, the
 * connections go too: those that are kept alive, and those that browsers open in advance.
 */
function countRequests(server: Server): () => number {
  let running = 0
  server.on('request', (_request, response) => {
    running++
    response.once('close', () => {
      running--
      if (running === 0 && !server.listening) server.closeAllConnections()
    })
  })
  return () => running
}

function closeServer(server: Server, running: () => number): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  return new Promise((resolve, reject) => {
    server.close((error) => {
      clearTimeout(timer)
      if (error) reject(error)
      else resolve()
    })
    if (running() === 0) server.closeAllConnections()
  })
}

/** Closes the server on SIGTERM or SIGINT and ends the process; a second signal ends it at once. */
export function stopOnSignals(server: RunningServer): void {
  onStopSignal(() =>
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    ),
  )
}
