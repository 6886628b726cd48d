import type { AddressInfo } from 'node:net'
import express from 'express'
import { open, rank } from '../systems/fundstelle.js'

/**
 * What the real server is compared with: `bare-server.ts INDEX QUERY`. It says where it listens.
 *
 * - `/bare` answers with a few bytes.
 * - `/ready` answers with what a search for QUERY gives, searched once, written as JSON every time.
 * - `/ranking` searches and gives the best passages without marks.
 */
const [index, query] = process.argv.slice(2) as [string, string]
const searcher = await open(index)
const ready = await searcher.search(query)

const app = express()
app.disable('x-powered-by')
app.get('/bare', ({ query }, response) => {
  response.json({ query: query.q })
})
app.get('/ready', (_request, response) => {
  response.json(ready)
})
app.get('/ranking', async ({ query }, response) => {
  const words = String(query.q).split(' ')
  const ask = { mode: 'or' as const, words, terms: [], offset: 0, facets: false, cross: false }
  const ranked = await rank(searcher, { ...ask, language: null })
  response.json(ranked.map(({ passage: { id, text }, score }) => ({ id, text, score })))
})
const server = app.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
