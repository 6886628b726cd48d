import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { buildIndex } from '../../src/index.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'
import { Fundstelle } from '../support/fundstelle.js'

const LAST_WORDS = /2 processes answer\.\n/

let corpus: string
let index: string
beforeEach(async () => {
  corpus = await corpusOf({ 'one.md': 'A whale swims in the sea.\n' })
  index = join(await temporaryFolder(), 'index')
  await buildIndex(corpus, { index })
})

/** A server that has said all it says at first, and where it listens. */
async function serving(...options: string[]) {
  const server = new Fundstelle(['serve', '--index', index, '--processes', '2', ...options])
  const said = await server.says(LAST_WORDS)
  return { server, said, url: said.match(/at (http:\S+)/)![1]! }
}

/** Asks over a connection of its own, so that all processes get some of the questions. */
async function total(url: string, query: string): Promise<number> {
  const response = await fetch(`${url}/search?q=${query}`, { headers: { connection: 'close' } })
  return (await response.json()).total
}

async function totals(url: string, query: string): Promise<number[]> {
  return Promise.all(Array.from({ length: 8 }, () => total(url, query)))
}

test('several processes answer at one address, which is told once, and end together', async () => {
  const { server, said, url } = await serving()
  expect(said.match(/Fundstelle serves/g)).toHaveLength(1)
  expect(await totals(url, 'whale')).toEqual(Array(8).fill(1))
  expect(await server.end('SIGTERM')).toEqual([0, null])
  expect(server.rest).toBe('')
  await expect(total(url, 'whale')).rejects.toThrow('fetch failed')
}, 60_000)

test('all of them take up a new index, which is told once', async () => {
  const { server, url } = await serving()
  await writeFile(join(corpus, 'two.md'), 'One more whale.\n')
  await buildIndex(corpus, { index })
  await server.says(/The index was built again; now it is 2 passages of 2 documents\.\n/)
  await vi.waitFor(async () => expect(await totals(url, 'whale')).toEqual(Array(8).fill(2)), 20_000)
  await server.interrupt()
  expect(server.rest).toBe('')
}, 60_000)

test.runIf(process.platform === 'linux')(
  'one that ends is replaced while the others answer',
  async () => {
    const { server, url } = await serving()
    const processes = async () => {
      const list = await readFile(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8')
      const children = list.trim().split(' ').map(Number)
      const commands = await Promise.all(children.map((pid) => readFile(`/proc/${pid}/cmdline`)))
      // Not what compiles TypeScript.
      return children.filter((_, i) => commands[i]!.includes('--processes'))
    }
    const [, killed] = await processes()
    process.kill(killed!, 'SIGKILL')
    await server.says(/A process that answers has ended \(SIGKILL\); another takes its place\.\n/)
    expect(await totals(url, 'whale')).toEqual(Array(8).fill(1))
    await vi.waitFor(async () => expect(await processes()).toHaveLength(2), 20_000)
    expect(await processes()).not.toContain(killed)
    expect(await server.interrupt()).toEqual([0, null])
  },
  60_000,
)

test('where the port is in use, that is said once, and all end', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await vi.waitFor(() => expect(other.listening).toBe(true))
  const port = String((other.address() as AddressInfo).port)
  const options = ['--index', index, '--port', port, '--processes', '3']
  const server = new Fundstelle(['serve', ...options])
  expect(await server.exited).toEqual([2, null])
  expect(server.rest).toBe(`Port ${port} on 127.0.0.1 is in use; choose another with --port.\n`)
}, 60_000)

test('an index that cannot be used is named once, and all end', async () => {
  const server = new Fundstelle(['serve', '--index', join(index, 'none'), '--processes', '3'])
  expect(await server.exited).toEqual([3, null])
  expect(server.rest.match(/There is no index/g)).toHaveLength(1)
}, 60_000)
