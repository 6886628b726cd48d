import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/http/app.js'
import type { Hit } from '../../src/index.js'
import { searcherOf } from '../support/collection.js'
import { filler } from '../support/filler.js'
import { MALICE, openArchive } from './archive.js'
import { type Answer, askApp } from './ask.js'

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive()
})
afterAll(() => archive.remove())

function search(parameters: string): Promise<Answer> {
  return askApp(createApp(archive.searcher), `/search?${parameters}`)
}

async function documentsFor(parameters: string): Promise<string[]> {
  const { body } = await search(parameters)
  return [
    ...new Set<string>(body.hits.map((hit: { document: { id: string } }) => hit.document.id)),
  ].sort()
}

const EN = 'statements/adaptation.en'
const DE = 'statements/adaptation.de'

test('an answer has the documented shape', async () => {
  const { status, headers, body } = await search('q=whale')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-powered-by')).toBeNull()
  expect(body).toEqual({
    query: 'whale',
    diagnostics: [],
    didYouMean: null,
    partial: false,
    total: 1,
    totalDocuments: 1,
    facets: {},
    hits: [
      {
        rank: 1,
        score: expect.any(Number),
        passage: {
          id: expect.stringMatching(/^statements\/adaptation\.en#\w+$/),
          text: expect.stringContaining('The whale swims'),
          language: 'en',
          speaker: null,
          heading: ['The book'],
          start: expect.any(Number),
          end: expect.any(Number),
        },
        document: {
          id: EN,
          title: 'What remains of the book',
          kind: 'statement',
          date: '2012-05-17',
        },
        highlights: [{ start: expect.any(Number), end: expect.any(Number), kind: 'exact' }],
        excerpt: { start: expect.any(Number), end: expect.any(Number) },
        duplicates: [],
        counterparts: expect.any(Array),
      },
    ],
  })
  const { passage, highlights } = body.hits[0]
  expect(passage.text.slice(highlights[0].start, highlights[0].end)).toBe('whale')
})

test('the answer is the one that the searcher gives', async () => {
  const { body } = await search('q=paragraph+Absatz&limit=3&offset=1&lang=en&lang=de')
  const options = { limit: 3, offset: 1, lang: ['en', 'de'] }
  expect(body).toEqual(await archive.searcher.search('paragraph Absatz', options))
  expect(body.hits.map((hit: { rank: number }) => hit.rank)).toEqual([2, 3, 4])
})

test('filters restrict the search, and the values of a repeated one are alternatives', async () => {
  const words = 'q=paragraph+Absatz+lighthouse'
  expect(await documentsFor(`${words}&kind=statement`)).toEqual([DE, EN])
  expect(await documentsFor(`${words}&kind=statement&lang=de`)).toEqual([DE])
  expect(await documentsFor(`${words}&lang=de&lang=en&tag=drehbuch&tag=screenplay`)).toEqual([
    DE,
    EN,
  ])
  expect(await documentsFor(`${words}&doc=${encodeURIComponent(EN)}`)).toEqual([EN])
  expect(await documentsFor(`${words}&speaker=cotillard`)).toEqual(['interviews/größe & co'])
})

test.each([
  ['2012', [EN]],
  ['2013-01', [DE]],
  ['2012-05-17', [EN]],
  ['17.5.2012', [EN]],
  ['2011..2012', [EN]],
  ['2012..', [DE, EN]],
  ['..2012', [EN]],
  ['2014', []],
])('date=%s finds the documents of that time', async (date, documents) => {
  expect(await documentsFor(`q=paragraph+Absatz&date=${date}`)).toEqual(documents)
})

test('a filter is enough, and is no reason for a remark', async () => {
  const { status, body } = await search('lang=de')
  expect(status).toBe(200)
  expect(body).toMatchObject({ query: '', diagnostics: [], total: 2 })
  expect((await search('q=-Körper&lang=de')).body).toMatchObject({ diagnostics: [], total: 1 })
})

test('blank parameters count as absent, as HTML forms send them', async () => {
  const { body } = await search('q=whale&lang=&kind=+&date=&limit=&offset=&format=&explain=')
  expect(body.total).toBe(1)
})

test('remarks on the query come with positions and are no errors', async () => {
  const { status, body } = await search(`q=${encodeURIComponent('whale "unclosed')}`)
  expect(status).toBe(200)
  expect(body.diagnostics).toEqual([
    { code: 'unclosed-quote', start: 6, end: expect.any(Number), message: expect.any(String) },
  ])
})

test('an explanation comes where it is asked for', async () => {
  expect((await search('q=whale&explain=true')).body.hits[0].explanation.value).toBeGreaterThan(0)
  expect((await search('q=whale&explain=false')).body.hits[0]).not.toHaveProperty('explanation')
})

test('near-duplicates are named with the best of them, and shown where that is asked for', async () => {
  const text = `The keeper of the light waits ${filler('en', 50)}`
  const copies = await searcherOf({ 'a.md': text, 'b.md': text.replace('light', 'lamp') })
  const ask = async (path: string) => (await askApp(createApp(copies), path)).body
  const body = await ask('/search?q=keeper+light')
  const all = await ask('/search?q=keeper+light&collapse=off')
  expect([body.total, body.hits.length, all.total]).toEqual([1, 1, 2])
  const [best, other] = all.hits
  const { id, title } = other.document
  const duplicate = { id: other.passage.id, document: { id, title }, score: other.score }
  expect(body.hits[0]).toEqual({ ...best, duplicates: [duplicate] })
  expect(all.hits.map((hit: Hit) => hit.duplicates)).toEqual([[], []])
  expect(await ask('/search?q=keeper+light&collapse=on')).toEqual(body)
  const lines = async (path: string) => (await ask(`/search?q=keeper&view=kwic${path}`)).totalLines
  expect([await lines(''), await lines('&collapse=on')]).toEqual([2, 1])
})

test('format=html adds escaped HTML with marks to the same answer', async () => {
  const { body: plain } = await search('q=harpoon')
  const { body, headers } = await search('q=harpoon&format=html')
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  const { html, ...hit } = body.hits[0]
  expect(hit).toEqual(plain.hits[0])
  expect(hit.passage.text).toContain(MALICE)
  expect(html.text).toContain('<mark>harpoon</mark>')
  expect(html.text).toContain(
    '&lt;script&gt;alert(&quot;<mark>harpoon</mark>&quot;)&lt;/script&gt; &amp;',
  )
  for (const part of [html.text, html.excerpt])
    expect(part.replaceAll(/<\/?mark>/g, '')).not.toMatch(/[<>"']/)
})

test('an HTML excerpt has an ellipsis where the passage is cut', async () => {
  const { body } = await search('q=submarine&format=html')
  const { html, passage, excerpt } = body.hits[0]
  expect(excerpt.end - excerpt.start).toBeLessThan(passage.text.length)
  expect(html.excerpt).toMatch(/^….*<mark>submarine<\/mark> &quot;dives&quot;.*…$/s)
  expect(html.text).not.toContain('…')
})

test('markup in a query comes back as data in JSON only', async () => {
  const { headers, body } = await search(`q=${encodeURIComponent(MALICE)}&format=html`)
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(body.query).toBe(MALICE)
})

test('a query may have a thousand characters and no more', async () => {
  expect((await search(`q=${'ä'.repeat(1000)}`)).status).toBe(200)
  const { status, body } = await search(`q=${'ä'.repeat(1001)}`)
  expect(status).toBe(400)
  expect(body.errors).toEqual([{ parameter: 'q', detail: 'q must have at most 1000 characters.' }])
})

test('a search without words and without filters is told what it needs', async () => {
  for (const parameters of ['', 'q=', 'q=+++', 'limit=5']) {
    const { status, headers, body } = await search(parameters)
    expect(status).toBe(400)
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(body).toMatchObject({ type: 'about:blank', title: 'Bad Request', status: 400 })
    expect(body.errors).toEqual([
      {
        parameter: 'q',
        detail:
          'q is missing; give words to search for, or at least one filter: lang, kind, speaker, doc, tag, date.',
      },
    ])
  }
})

test('unknown parameters are named, with those that are known', async () => {
  const { status, body } = await search('q=whale&langauge=de&q%5B%5D=x&__proto__=y&constructor=')
  expect(status).toBe(400)
  expect(body.errors.map((error: { parameter: string }) => error.parameter)).toEqual([
    'langauge',
    'q[]',
    '__proto__',
    'constructor',
  ])
  expect(body.detail).toContain('There is no parameter “langauge” here.')
  expect(body.detail).toContain(
    'Known parameters: q, lang, kind, speaker, doc, tag, date, prefix, cross, without, with, collapse, view, sort, group, groupSize, facets, facetLimit, width, limit, offset, format, explain.',
  )
})

test.each([
  ['limit=0', 'limit must be a whole number from 1 to 100.'],
  ['limit=101', 'limit must be a whole number from 1 to 100.'],
  ['limit=1e1', 'limit must be a whole number from 1 to 100.'],
  ['limit=ten', 'limit must be a whole number from 1 to 100.'],
  ['limit=99999999999999999999', 'limit must be a whole number from 1 to 100.'],
  ['limit=5&limit=6', 'limit must be given only once.'],
  ['offset=-1', 'offset must be a whole number from 0 to 9999.'],
  ['offset=9995', 'offset and limit together must be at most 10000; narrow the query instead.'],
  ['lang=fr', 'lang must be one of en, de, und; repeat it to ask for several.'],
  ['lang=de&lang=de,en', 'lang must be one of en, de, und; repeat it to ask for several.'],
  ['lang=toString', 'lang must be one of en, de, und; repeat it to ask for several.'],
  ['date=2012..2011', 'date runs backwards; write 2011..2012.'],
  ['date=2011&date=2012', 'date must be given only once.'],
  ['format=xml', 'format must be json or html.'],
  ['explain=yes', 'explain must be false or true.'],
  ['collapse=true', 'collapse must be on or off.'],
  ['q=again', 'q must be given only once.'],
  [`tag=${'x'.repeat(201)}`, 'tag must have at most 200 characters.'],
  ['tag=x&'.repeat(21), 'tag must have at most 20 values.'],
])('%s is refused with a sentence', async (parameters, detail) => {
  const { status, body } = await search(`q=whale&${parameters}`)
  expect(status).toBe(400)
  expect(body.detail).toBe(detail)
  expect(body.errors).toEqual([{ parameter: detail.split(' ')[0], detail }])
})

test('a date that is none is refused with examples', async () => {
  for (const date of ['soon', '2012-13', '2012-02-30', '..', '2011..2012..2013'])
    expect((await search(`q=whale&date=${date}`)).body.detail).toMatch(
      /^date must be a date such as 2012/,
    )
})

test('several errors are told at once, but not a thousand', async () => {
  const { body } = await search('limit=0&format=xml&lang=fr')
  expect(body.errors).toHaveLength(3)
  const many = Array.from({ length: 900 }, (_, i) => `p${i}=1`).join('&')
  expect((await search(many)).body.errors).toHaveLength(10)
  expect((await search(`${'x'.repeat(900)}=1`)).body.errors[0].parameter).toBe(`${'x'.repeat(39)}…`)
})

test('the window reaches to ten thousand', async () => {
  const { status, body } = await search('q=whale&offset=9990&limit=10')
  expect(status).toBe(200)
  expect(body).toMatchObject({ total: 1, hits: [] })
})
