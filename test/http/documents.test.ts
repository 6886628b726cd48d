import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/http/app.js'
import { openArchive } from './archive.js'
import { type Answer, askApp } from './ask.js'

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive()
})
afterAll(() => archive.remove())

const get = (path: string): Promise<Answer> => askApp(createApp(archive.searcher), path)

const EN = 'statements/adaptation.en'

async function passageIds(): Promise<string[]> {
  const { body } = await get(`/documents/${EN}`)
  return body.passages.map((passage: { id: string }) => passage.id)
}

test('the list of documents has every field of every document, null where it is not known', async () => {
  const { status, body } = await get('/documents')
  expect(status).toBe(200)
  expect(body.total).toBe(5)
  const byId = new Map(body.documents.map((document: { id: string }) => [document.id, document]))
  expect(byId.get('statements/adaptation.de')).toEqual({
    id: 'statements/adaptation.de',
    title: 'Was vom Buch bleibt',
    kind: 'statement',
    date: '2013-01',
    speakers: [],
    language: 'de',
    source: null,
    tags: ['Drehbuch'],
    versionOf: EN,
    path: 'statements/adaptation.de.md',
    passages: 2,
  })
  expect(byId.get('notes/long')).toMatchObject({
    kind: null,
    date: null,
    language: null,
    versionOf: null,
  })
})

test('the list of documents can be read in windows', async () => {
  const { body: all } = await get('/documents')
  const { body } = await get('/documents?limit=2&offset=1')
  expect(body).toEqual({ total: 5, documents: all.documents.slice(1, 3) })
  expect((await get('/documents?offset=50')).body.documents).toEqual([])
  expect((await get('/documents?limit=101')).status).toBe(400)
  expect((await get('/documents?page=2')).body.detail).toContain('Known parameters: limit, offset.')
})

test('a document comes with its text and the places of its passages in it', async () => {
  const { status, body } = await get(`/documents/${encodeURIComponent(EN)}`)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    id: EN,
    speakers: ['Jacques Audiard', 'Thomas Bidegain'],
    source: 'Written for the tests',
  })
  expect(body.passages).toHaveLength(3)
  expect(Object.keys(body.passages[0])).toEqual([
    'id',
    'language',
    'speaker',
    'heading',
    'start',
    'end',
  ])
  const texts = body.passages.map(({ start, end }: { start: number; end: number }) =>
    body.text.slice(start, end),
  )
  expect(texts[1]).toMatch(/^The trainer speaks/)
})

test('slashes in an id may be encoded or not', async () => {
  const { body } = await get(`/documents/${encodeURIComponent(EN)}`)
  expect((await get(`/documents/${EN}`)).body).toEqual(body)
  const [id] = await passageIds()
  const encoded = await get(`/passages/${encodeURIComponent(id!)}`)
  expect(encoded.status).toBe(200)
  expect((await get(`/passages/${id!.replace('#', '%23')}`)).body).toEqual(encoded.body)
})

test('an id may have umlauts, spaces and other signs, in any Unicode form', async () => {
  const id = 'interviews/größe & co'
  for (const form of ['NFC', 'NFD'])
    expect((await get(`/documents/${encodeURIComponent(id.normalize(form))}`)).body.id).toBe(id)
})

test('a passage comes with its neighbours', async () => {
  const ids = await passageIds()
  const { status, body } = await get(`/passages/${encodeURIComponent(ids[1]!)}`)
  expect(status).toBe(200)
  expect(body).toEqual({
    passage: {
      id: ids[1],
      text: expect.stringMatching(/^The trainer speaks/),
      language: 'en',
      confidence: expect.any(Number),
      speaker: null,
      heading: ['The book'],
      start: expect.any(Number),
      end: expect.any(Number),
    },
    document: { id: EN, title: 'What remains of the book', kind: 'statement', date: '2012-05-17' },
    before: [expect.objectContaining({ id: ids[0] })],
    after: [expect.objectContaining({ id: ids[2] })],
  })
  expect(Object.keys(body.before[0])).toEqual(Object.keys(body.passage))
})

test('around says how many neighbours, as far as there are any', async () => {
  const ids = await passageIds()
  const around = async (id: string, number: number) => {
    const { body } = await get(`/passages/${encodeURIComponent(id)}?around=${number}`)
    return [body.before, body.after].map((side) =>
      side.map((passage: { id: string }) => passage.id),
    )
  }
  expect(await around(ids[0]!, 1)).toEqual([[], [ids[1]]])
  expect(await around(ids[2]!, 10)).toEqual([[ids[0], ids[1]], []])
  expect((await get(`/passages/${encodeURIComponent(ids[0]!)}?around=11`)).body.detail).toBe(
    'around must be a whole number from 1 to 10.',
  )
})

test.each([
  '/documents/nothing/here',
  '/passages/nothing%23abc',
  '/passages/nothing',
  '/documents/__proto__',
  `/passages/${EN}%23zzzz`,
])('%s is not found', async (path) => {
  const { status, headers, body } = await get(path)
  expect(status).toBe(404)
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(body).toMatchObject({
    type: 'about:blank',
    title: 'Not Found',
    status: 404,
    instance: path,
  })
  expect(body.detail).toMatch(/^There is no (document|passage) “/)
})

test.each(['/documents/%', '/documents/%E0%A4', '/documents/a%2', '/passages/%FF'])(
  '%s is malformed and is refused as such',
  async (path) => {
    const { status, body } = await get(path)
    expect(status).toBe(400)
    expect(body.detail).toBe('The address contains malformed percent-encoding.')
  },
)

test('health tells what is served, whatever a monitor adds to the address', async () => {
  const { documents } = (await get('/documents')).body
  const passages = documents.reduce(
    (sum: number, document: { passages: number }) => sum + document.passages,
    0,
  )
  expect((await get('/health?_=1')).body).toEqual({
    status: 'ok',
    documents: 5,
    passages,
    languages: { en: passages - 2, de: 2, und: 0 },
  })
})

test('every link at the root leads somewhere', async () => {
  const { status, body } = await get('/')
  expect(status).toBe(200)
  expect(body.name).toBe('Fundstelle')
  for (const link of [body.links.documents.replace(/\{.*/, ''), body.links.health, body.example])
    expect((await get(link)).status).toBe(200)
})
