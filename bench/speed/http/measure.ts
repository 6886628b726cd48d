import { availableParallelism } from 'node:os'
import { KINDS } from '../kinds.js'
import { Questions, type Sample } from '../questions.js'
import type { HttpResult } from '../results.js'
import { queryOf } from '../systems/fundstelle.js'
import { LARGE_PASSAGES } from '../warm-up.js'
import { type Load, loadAutocannon, type PathRequest } from './autocannon.js'
import { ServerProcess } from './server-process.js'

const SERVE = new URL('../../../dist/bin/fundstelle.js', import.meta.url)
const BARE = new URL('./bare-server.ts', import.meta.url)
const CONNECTIONS = 16
/** Of each round; the first is to warm up, which takes longer where a question does. */
const SECONDS_IF_SMALL = [1, 1, 1, 1]
const SECONDS_IF_LARGE = [10, 2, 2, 2]
/** More than are answered in all rounds: none comes again. */
const QUESTIONS = 40_000
/** These are asked again and again. */
const FREQUENT = 200
const THREE_WORDS = KINDS.find(({ name }) => name === 'OR 3')!

interface Target {
  name: string
  url: string
  paths: readonly string[]
}

/** Requests per second of the real server and of bare Express handlers, in turn. */
export async function measureHttp(
  index: string,
  { samples, passages }: { samples: readonly Sample[]; passages: number },
): Promise<HttpResult[]> {
  const queries = new Questions(samples).draw(THREE_WORDS, QUESTIONS).map(queryOf)
  const servers: ServerProcess[] = []
  try {
    const serve = ['serve', '--index', index, '--port', '0']
    const real = await ServerProcess.start(SERVE, serve)
    servers.push(real)
    const processes = ['--processes', String(availableParallelism())]
    const several = await ServerProcess.start(SERVE, [...serve, ...processes])
    servers.push(several)
    const bare = await ServerProcess.start(BARE, [index, queries[0]!])
    servers.push(bare)
    const seconds = passages < LARGE_PASSAGES ? SECONDS_IF_SMALL : SECONDS_IF_LARGE
    return await measureTargets(
      targetsOf({ real: real.url, several: several.url, bare: bare.url }, queries),
      seconds,
    )
  } finally {
    for (const server of servers) await server.close()
  }
}

function targetsOf(
  { real, several, bare }: { real: string; several: string; bare: string },
  queries: readonly string[],
): Target[] {
  const paths = (path: string, rest = '') =>
    queries.map((query) => `${path}?q=${encodeURIComponent(query)}${rest}`)
  return [
    { name: 'bare Express handler', url: bare, paths: paths('/bare') },
    { name: 'bare Express handler, answer of a search', url: bare, paths: paths('/ready') },
    { name: 'ranking in a bare handler, no marks', url: bare, paths: paths('/ranking') },
    { name: 'fundstelle serve, cross=off', url: real, paths: paths('/search', '&cross=off') },
    { name: 'fundstelle serve', url: real, paths: paths('/search') },
    {
      name: 'fundstelle serve, cross=off, a process for each core',
      url: several,
      paths: paths('/search', '&cross=off'),
    },
    {
      name: 'fundstelle serve, asked again',
      url: real,
      paths: paths('/search', '&limit=10').slice(0, FREQUENT),
    },
  ]
}

async function measureTargets(
  targets: readonly Target[],
  seconds: readonly number[],
): Promise<HttpResult[]> {
  const autocannon = loadAutocannon()
  const loads = new Map<Target, Load[]>(targets.map((target) => [target, []]))
  const rounds = seconds.length
  for (const [round, duration] of seconds.entries())
    for (const [{ url, paths, name }, own] of loads) {
      let connection = 0
      const load = await autocannon({
        url,
        connections: CONNECTIONS,
        duration,
        setupClient: (client) =>
          client.setRequests(from(paths, (round + connection++ / CONNECTIONS) / rounds, rounds)),
      })
      if (load.errors + load.non2xx > 0)
        throw new Error(`${name}: ${load.errors + load.non2xx} requests were not answered well.`)
      own.push(load)
    }
  return [...loads].map(([{ name }, own]) => {
    const counted = own.slice(1)
    return {
      name,
      requests: median(counted.map(({ requests, duration }) => requests.total / duration)),
      p50: median(counted.map(({ latency }) => latency.p50)),
      p99: median(counted.map(({ latency }) => latency.p99)),
    }
  })
}

/** Some of the requests, others for every connection and round; over again where these are few. */
function from(paths: readonly string[], share: number, rounds: number): PathRequest[] {
  const size = Math.ceil(paths.length / (rounds * CONNECTIONS))
  const start = Math.floor(share * paths.length)
  return paths.slice(start, start + size).map((path) => ({ path }))
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}
