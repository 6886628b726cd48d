import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** What we use of autocannon, which only `bench/package.json` asks for. */
export interface Load {
  requests: { total: number }
  /** Seconds. */
  duration: number
  /** Milliseconds. */
  latency: { p50: number; p99: number }
  errors: number
  non2xx: number
}

export interface PathRequest {
  path: string
}

type Autocannon = (options: {
  url: string
  connections: number
  /** Seconds. */
  duration: number
  /** Called for each connection, which then makes its own requests again and again. */
  setupClient(client: { setRequests(requests: readonly PathRequest[]): void }): void
}) => Promise<Load>

export function isAutocannonInstalled(): boolean {
  try {
    require.resolve('autocannon')
    return true
  } catch {
    return false
  }
}

export function loadAutocannon(): Autocannon {
  return require('autocannon') as Autocannon
}
