import express from 'express'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../src/http/app.js'
import { serve } from '../../src/http/serve.js'
import { searcherOf } from '../support/collection.js'
import { MALICE, openArchive } from './archive.js'
import { ask, askApp, listen } from './ask.js'

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
const EN = 'statements/adaptation.en'
const DE = 'statements/adaptation.de'

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive()
})
afterAll(() => archive.remove())

async function page(path: string, headers: Record<string, string> = {}) {
  const url = await listen(createApp(archive.searcher))
  const response = await fetch(url + path, {
    headers: { Accept: BROWSER, 'Accept-Language': 'en', ...headers },
    redirect: 'manual',
  })
  return { status: response.status, headers: response.headers, html: await response.text() }
}

async function passagesOf(document: string) {
  return archive.searcher.engine.passagesOf(document)
}

/** The part of a passage's id that is its anchor. */
const name = (id: string) => id.slice(id.lastIndexOf('#') + 1)

/** What the tags leave over. */
const words = (html: string) => html.replace(/<[^>]+>/g, '')

describe('a document', () => {
  test('is a page for browsers and JSON for all else', async () => {
    const { status, headers, html } = await page(`/documents/${EN}`)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('vary')).toContain('Accept')
    expect(html).toContain('What remains of the book</h1>')
    const answer = await askApp(createApp(archive.searcher), `/documents/${EN}`)
    expect(answer.body.passages).toHaveLength(3)
    expect(answer.headers.get('vary')).toContain('Accept')
  })

  test('has every passage at its anchor, headings as headings', async () => {
    const { html } = await page(`/documents/${EN}`)
    for (const { id } of await passagesOf(EN)) expect(html).toContain(`id="${name(id)}"`)
    expect([...html.matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, text]) => text)).toEqual([
      'The book',
      'The film',
    ])
  })

  test('is marked where the address asks, with the way to the next and back to the search', async () => {
    const [first, second, third] = await passagesOf(EN)
    const { html } = await page(`/documents/${EN}?q=paragraph+-trainer&kind=statement&offset=10`)
    expect([...html.matchAll(/<mark[^>]*>([^<]+)<\/mark>/g)].map(([, text]) => text)).toContain(
      'paragraph',
    )
    expect(html).toContain('2 of 3 passages with “paragraph -trainer”')
    expect(html).toMatch(new RegExp(`is-marked[^"]*" id="${name(first!.id)}"`))
    expect(html).not.toMatch(new RegExp(`is-marked[^"]*" id="${name(second!.id)}"`))
    expect(html).toMatch(new RegExp(`href="#${name(third!.id)}" aria-label="Next marked passage"`))
    expect(html).toMatch(
      new RegExp(`href="#${name(first!.id)}" aria-label="Previous marked passage"`),
    )
    expect(html).toContain('href="/?q=paragraph+-trainer&amp;kind=statement&amp;offset=10"')
  })

  test('says the language of a passage that is not in the language of the document', async () => {
    const english = 'and that is how it is, as far as anyone can tell from here,'
    const german = 'und so ist das nun einmal, soweit das von hier aus zu sehen ist,'
    const text = (filler: string) => `${Array(6).fill(filler).join(' ')} x.`
    const searcher = await searcherOf({
      'mixed.md': [text(english), text(english), text(german)].join('\n\n'),
    })
    const html = await (
      await fetch(`${await listen(createApp(searcher))}/documents/mixed`, {
        headers: { Accept: BROWSER },
      })
    ).text()
    expect(html).toContain('<article class="document-text" lang="en">')
    expect(html.match(/<div class="reading-text" lang="de">/g)).toHaveLength(1)
    expect(html.match(/<div class="reading-text">/g)!.length).toBeGreaterThan(0)
  })

  test('links to its other versions, and a passage to what says the same there', async () => {
    const searcher = await searcherOf({
      'en.md': version('en', ['Amrum, Bremen & Celle', 'Emden & Fulda, Goslar']),
      'de.md': version('de', ['Amrum, Bremen & Celle'], 'en'),
    })
    const url = await listen(createApp(searcher))
    const headers = { Accept: BROWSER, 'Accept-Language': 'en' }
    const html = await (await fetch(`${url}/documents/en?q=Amrum`, { headers })).text()
    expect(html).toContain('href="/documents/de?q=Amrum"')
    const [first] = await searcher.engine.passagesOf('en')
    const links = [...html.matchAll(/href="([^"]+)"[^>]*><span>In German</g)].map(([, to]) => to)
    expect(links).toEqual([`/documents/en/parallel/de?q=Amrum#${name(first!.id)}`])
  })

  test('may have any id', async () => {
    const id = 'interviews/größe & co'
    const { html } = await page(`/documents/${encodeURIComponent(id)}?q=lighthouse`)
    expect(html).toContain('<mark')
    const [passage] = await passagesOf(id)
    const { headers } = await page(`/passages/${encodeURIComponent(passage!.id)}`)
    const to = headers.get('location')!
    expect(to).toBe(`/documents/interviews/gr%C3%B6%C3%9Fe%20%26%20co#${name(passage!.id)}`)
    expect((await page(to)).html).toContain('An odd name')
  })

  test('that does not exist is a page that says so', async () => {
    const { status, html } = await page('/documents/nothing', { 'Accept-Language': 'de' })
    expect(status).toBe(404)
    expect(html).toContain('<html lang="de">')
  })

  test('can say what it likes', async () => {
    const { html } = await page(
      `/documents/notes/malice?q=${encodeURIComponent(`harpoon ${MALICE}`)}`,
    )
    expect(html.match(/<script\b[^>]*>/g)).toHaveLength(1)
    expect(html).not.toMatch(/<img|<[^>]*\sonerror=/)
    expect(words(html)).toContain('&lt;script')
  })
})

function version(language: string, lines: readonly string[], of?: string): string {
  const filler = language === 'de' ? 'und das ist so wie es ist' : 'and that is how it is'
  const paragraphs = lines.map((line) => `${line} ${Array(9).fill(filler).join(', ')}.`)
  return `---\nlanguage: ${language}\n${of === undefined ? '' : `versionOf: ${of}\n`}---\n\n${paragraphs.join('\n\n')}\n`
}

describe('two documents side by side', () => {
  async function pair() {
    const searcher = await searcherOf({
      'a.md': version('en', ['Amrum, Bremen & Celle', 'Emden & Fulda, Goslar', 'Nothing else']),
      'b.md': version('de', ['Amrum, Bremen & Celle', 'Emden & Fulda, Goslar'], 'a'),
    })
    const url = await listen(createApp(searcher))
    const get = async (path: string, accept = BROWSER) => {
      const response = await fetch(url + path, {
        headers: { Accept: accept, 'Accept-Language': 'en' },
      })
      return { type: response.headers.get('content-type'), text: await response.text() }
    }
    return { searcher, get }
  }

  test('are a page of rows, each with a link to it, marks on both sides', async () => {
    const { searcher, get } = await pair()
    const { text } = await get('/documents/a/parallel/b?q=Amrum')
    expect(text.match(/<li class="parallel-row/g)).toHaveLength(3)
    const [left] = await searcher.engine.passagesOf('a')
    const [right] = await searcher.engine.passagesOf('b')
    expect(text).toContain(`href="#${name(left!.id)}" aria-label="Row 1: link to it"`)
    expect(text).toContain(`id="other-${name(right!.id)}"`)
    expect(text.match(/<mark[^>]*>Amrum<\/mark>/g)).toHaveLength(2)
    expect(text.match(/No counterpart/g)).toHaveLength(1)
    expect(text).toContain('3 rows, 1 without counterpart')
  })

  test('say which links are uncertain, in words', async () => {
    const { searcher } = await pair()
    const { engine } = searcher
    const doubtful = Object.create(engine, {
      links: {
        value: async (left: string, right: string) =>
          (await engine.links(left, right)).map((link) => ({ ...link, confidence: 0.55 })),
      },
    })
    const app = createApp(Object.create(searcher, { engine: { value: doubtful } }))
    const url = await listen(app)
    const get = async (path: string, language: string) =>
      (
        await fetch(url + path, { headers: { Accept: BROWSER, 'Accept-Language': language } })
      ).text()
    const html = await get('/documents/a/parallel/b', 'en')
    expect(html.match(/Uncertain link \(55 %\)/g)).toHaveLength(2)
    expect(html).toContain('3 rows, 1 without counterpart, 2 uncertain')
    expect(await get('/documents/a/parallel/b', 'de')).toContain('Unsichere Zuordnung (55 %)')
    expect(await get('/documents/a', 'en')).toContain('In German (uncertain)')
  })

  test('are JSON for programs, and files for browsers too', async () => {
    const { get } = await pair()
    expect((await get('/documents/a/parallel/b', '*/*')).type).toMatch(/^application\/json/)
    const { text } = await get('/documents/a/parallel/b?ui=de&q=Amrum')
    for (const format of ['tmx', 'csv']) {
      expect(text).toContain(`href="/documents/a/parallel/b?format=${format}"`)
      expect((await get(`/documents/a/parallel/b?format=${format}`)).type).toMatch(/xml|csv/)
    }
    expect((await get('/documents/a/parallel/b?format=json')).type).toMatch(/^application\/json/)
  })
})

describe('a passage', () => {
  test('is a place in its document for browsers, with what they search for', async () => {
    const [, passage] = await passagesOf(EN)
    const { status, headers } = await page(
      `/passages/${encodeURIComponent(passage!.id)}?q=trainer&cross=off&ui=de`,
    )
    expect(status).toBe(303)
    expect(headers.get('vary')).toContain('Accept')
    expect(headers.get('location')).toBe(
      `/documents/${EN}?q=trainer&cross=off&ui=de#${name(passage!.id)}`,
    )
    const { body } = await askApp(
      createApp(archive.searcher),
      `/passages/${encodeURIComponent(passage!.id)}`,
    )
    expect(body.passage.id).toBe(passage!.id)
    expect((await page('/passages/nothing%23at')).status).toBe(404)
  })

  test('is cited in two languages, as of today, by the address that it was asked for', async () => {
    const [passage] = await passagesOf(DE)
    const url = await listen(createApp(archive.searcher))
    const today = () => new Date().getFullYear().toString()
    const { body } = await ask(`${url}/passages/${encodeURIComponent(passage!.id)}/citation`)
    expect(body.permalink).toBe(`${url}/documents/${passage!.id}`)
    expect(body.passage).toBe(passage!.id)
    expect(body.en.text).toBe(`${body.en.quotation}\n${body.en.source}`)
    expect(body.en.quotation).toMatch(/^“Der Schwertwal .*”$/s)
    expect(body.de.quotation).toMatch(/^„Der Schwertwal .*“$/s)
    expect(body.de.source).toContain('„Was vom Buch bleibt“, Januar 2013')
    expect(body.de.source).toContain(today())
  })

  test('has a page for its citations, the style of the reader first and open', async () => {
    const [passage] = await passagesOf(DE)
    const path = `/passages/${encodeURIComponent(passage!.id)}/citation`
    const { html } = await page(`${path}?q=Körper`, { 'Accept-Language': 'de' })
    expect(html).toMatch(/<details open><summary>Deutsche Zitierweise/)
    expect(html).toMatch(/<details><summary>Englische Zitierweise/)
    expect(html).toContain(`href="/documents/${DE}?q=K%C3%B6rper#${name(passage!.id)}"`)
    expect((await page('/passages/nothing%23at/citation')).status).toBe(404)
  })

  test('has its permalink in the words of a proxy on the same machine', async () => {
    const searcher = await searcherOf({ 'a.md': version('en', ['Amrum']) })
    const server = await serve(searcher, { port: 0 })
    onTestFinished(() => server.close())
    const [passage] = await searcher.engine.passagesOf('a')
    const path = `/passages/${encodeURIComponent(passage!.id)}/citation`
    const headers = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'archive.example' }
    const { body } = await ask(server.url + path, { headers })
    expect(body.permalink).toBe(`https://archive.example/documents/${passage!.id}`)
  })
})

test('below a prefix, every address of the pages for reading is below it too', async () => {
  const parent = express()
  parent.use('/suche', createApp(archive.searcher))
  const url = await listen(parent)
  const [passage] = await passagesOf(EN)
  const id = encodeURIComponent(passage!.id)
  const get = (path: string) =>
    fetch(`${url}/suche${path}`, { headers: { Accept: BROWSER }, redirect: 'manual' })
  for (const path of [
    `/documents/${EN}?q=whale`,
    `/documents/${EN}/parallel/${DE}?q=whale`,
    `/passages/${id}/citation?q=whale`,
  ]) {
    const html = await (await get(path)).text()
    const addresses = [...html.matchAll(/(?:href|src|action)="([^"#][^"]*)"/g)].map(([, to]) => to!)
    expect(addresses.length).toBeGreaterThan(5)
    const within = addresses.map((to) => to.replace(url, ''))
    expect(within.filter((to) => !to.startsWith('/suche/'))).toEqual([])
  }
  expect((await get(`/passages/${id}`)).headers.get('location')).toMatch(/^\/suche\/documents\//)
})

test('ids that look like paths of ours keep their pages', async () => {
  const searcher = await searcherOf({
    'texts/x/parallel/y.md': version('en', ['Nothing of all this']),
    'texts/x.md': version('en', ['Amrum']),
    'y.md': version('en', ['Bremen']),
  })
  const url = await listen(createApp(searcher))
  const get = async (path: string) =>
    (await fetch(url + path, { headers: { Accept: BROWSER } })).text()
  const [to] = (await get('/?q=Nothing')).match(/\/documents\/[^"?#]*/)!
  expect(await get(to)).toContain('Nothing of all this')
  expect(await get('/documents/texts/x/parallel/y')).toContain('Amrum')
})
