import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/http/app.js'
import { openArchive } from './archive.js'
import { askApp } from './ask.js'

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive()
})
afterAll(() => archive.remove())

const ask = (path: string) => askApp(createApp(archive.searcher), path)

describe('GET /suggest', () => {
  test('completes what is being typed', async () => {
    const { status, body } = await ask('/suggest?q=lightho')
    expect(status).toBe(200)
    expect(body).toEqual({
      query: 'lightho',
      suggestions: [{ text: 'lighthouse', type: 'query', passages: 1, document: null }],
    })
  })

  test('offers queries to try before anything is typed', async () => {
    const { query, suggestions } = (await ask('/suggest')).body
    expect(query).toBe('')
    expect(suggestions.length).toBeGreaterThan(0)
    for (const { text, passages } of suggestions) {
      const { body } = await ask(`/search?q=${encodeURIComponent(text)}`)
      expect(body.total, text).toBe(passages)
    }
  })

  test('names documents by their titles', async () => {
    const { body } = await ask('/suggest?q=what+rem')
    expect(body.suggestions).toEqual([
      {
        text: 'What remains of the book',
        type: 'document',
        passages: 3,
        document: { id: 'statements/adaptation.en', title: 'What remains of the book' },
      },
    ])
  })

  test('takes a language and a limit, and nothing else', async () => {
    expect((await ask('/suggest?q=s&limit=2')).body.suggestions).toHaveLength(2)
    expect((await ask('/suggest?q=lightho&lang=de')).body.suggestions).toEqual([])
    for (const wrong of ['limit=21', 'limit=x', 'lang=fr', 'page=2'])
      expect((await ask(`/suggest?q=s&${wrong}`)).status, wrong).toBe(400)
  })
})

describe('GET /search', () => {
  test('takes the last word for an unfinished one with prefix=true', async () => {
    expect((await ask('/search?q=lightho')).body.total).toBe(0)
    const { body } = await ask('/search?q=lightho&prefix=true')
    expect(body.total).toBe(1)
    expect(body.hits[0].highlights.map(({ kind }: { kind: string }) => kind)).toEqual(['prefix'])
  })

  test('says what may be meant by a mistyped word', async () => {
    const { body } = await ask('/search?q=ligthhouse+boxer')
    expect(body.didYouMean).toBe('lighthouse boxer')
    expect(body.total).toBe(2)
  })
})
