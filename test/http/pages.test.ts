import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/http/app.js'
import { shownPages } from '../../src/site/search/pages.js'
import { searcherOf } from '../support/collection.js'
import { MALICE, openArchive } from './archive.js'
import { ask, askApp, listen, searcherWith } from './ask.js'

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8'

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive()
})
afterAll(() => archive.remove())

async function page(path: string, headers: Record<string, string> = {}) {
  const url = await listen(createApp(archive.searcher))
  const response = await fetch(url + path, { headers: { Accept: BROWSER, ...headers } })
  return { status: response.status, headers: response.headers, html: await response.text() }
}

test('a browser gets a page at /, and all else the endpoints', async () => {
  const { headers, html } = await page('/')
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(headers.get('vary')).toMatch(/Accept\b.*Accept-Language/)
  expect(html).toMatch(/^<!doctype html>/)
  for (const accept of [
    '*/*',
    'application/json',
    'application/json, text/html',
    'image/png',
    '',
  ]) {
    const init = accept === '' ? {} : { headers: { Accept: accept } }
    const answer = await askApp(createApp(archive.searcher), '/', init)
    expect(answer.body).toHaveProperty('links')
    expect(answer.headers.get('vary')).toContain('Accept')
  }
})

test('a page is in the language of the reader, unless the address says another', async () => {
  const language = async (path: string, accepted: string) => {
    const { headers, html } = await page(path, { 'Accept-Language': accepted })
    expect(html).toContain(`<html lang="${headers.get('content-language')}">`)
    return headers.get('content-language')
  }
  expect(await language('/', 'de-AT,de;q=0.9,en;q=0.5')).toBe('de')
  expect(await language('/', 'en-GB,de;q=0.5')).toBe('en')
  expect(await language('/', 'fr')).toBe('en')
  expect(await language('/?ui=de', 'en')).toBe('de')
  expect(await language('/?ui=en', 'de')).toBe('en')
  expect(await language('/?ui=fr', 'de')).toBe('de')
})

test('links keep the language that the address says', async () => {
  expect((await page('/?q=whale&ui=de')).html).toMatch(/href="\/documents\/[^"]*ui=de/)
  expect((await page('/?q=whale')).html).not.toMatch(/href="\/documents\/[^"]*ui=/)
})

test('a page may load nothing from elsewhere and run nothing of its own', async () => {
  const { headers, html } = await page(`/?q=${encodeURIComponent(`harpoon ${MALICE}`)}`)
  const policy = headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  expect(html).toContain('&lt;script')
  expect(html.match(/<script\b[^>]*>/g)).toEqual([
    expect.stringMatching(/^<script type="module" src="\/assets\/page-[0-9a-f]{12}\.js">$/),
  ])
  const tags = html.replace(/"[^"]*"/g, '""').match(/<\w[^>]*>/g)!
  expect(tags.filter((tag) => /^<(?:img|style|iframe)|\s(?:style|on\w+)=/.test(tag))).toEqual([])
})

test('what a page loads is there, and may be kept for ever', async () => {
  const { html } = await page('/')
  const url = await listen(createApp(archive.searcher))
  const addresses = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path)
  expect(addresses).toHaveLength(3)
  for (const address of addresses) {
    const response = await fetch(url + address)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('content-type')).toMatch(/^(?:text\/(?:css|javascript)|image\/svg)/)
  }
})

test('below a prefix, every address of a page is below it too', async () => {
  const parent = express()
  parent.use('/suche', createApp(archive.searcher))
  const url = await listen(parent)
  for (const path of ['/suche', '/suche/', '/suche/?q=whale', '/suche/?q=nothingatall']) {
    const html = await (await fetch(url + path, { headers: { Accept: BROWSER } })).text()
    const addresses = [...html.matchAll(/(?:href|src|action)="([^"#][^"]*)"/g)].map(([, to]) => to!)
    expect(addresses.length).toBeGreaterThan(3)
    expect(addresses.filter((to) => !to.startsWith('/suche/'))).toEqual([])
  }
})

test('what is odd in the address of a page does not keep it from being shown', async () => {
  for (const path of ['/?utm_source=x', '/?q=whale&offset=-1', '/?q=whale&sort=best', '/?q=a&q=b'])
    expect((await page(path)).status).toBe(200)
  expect((await page('/?q=whale&sort=left')).html).toContain('<mark')
})

test('a browser is told on a page what is wrong', async () => {
  const { status, headers, html } = await page('/nothing', { 'Accept-Language': 'de' })
  expect([status, headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
  expect(html).toContain('Hier ist nichts')
  const app = createApp(searcherWith({ rank: () => Promise.reject(new Error('secret')) }), {
    onError: () => {},
  })
  const response = await fetch(`${await listen(app)}/?q=whale`, { headers: { Accept: BROWSER } })
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('secret')
  expect((await ask(`${await listen(app)}/nothing`)).body).toHaveProperty('detail')
})

test('many years are plotted as spans of years that lead to their documents', async () => {
  const years = Array.from({ length: 90 }, (_, i) => 1905 + i)
  const searcher = await searcherOf(
    Object.fromEntries(
      years.map((year) => [
        `${year}.md`,
        `---\ntitle: Of ${year}\ndate: ${year}\n---\n\nA whale.\n`,
      ]),
    ),
  )
  const url = await listen(createApp(searcher))
  const html = await (await fetch(url, { headers: { Accept: BROWSER } })).text()
  const columns = [...html.matchAll(/href="\/\?date=(\d+)\.\.(\d+)" aria-label="([^"]+)"/g)]
  expect(columns).toHaveLength(18)
  expect(columns[0]!.slice(1)).toEqual(['1905', '1909', '1905–1909: 5 documents'])
  expect(columns.at(-1)!.slice(1)).toEqual(['1990', '1994', '1990–1994: 5 documents'])
})

test('a collection is shown at a glance without what would say nothing', async () => {
  const searcher = await searcherOf({
    'one.txt': 'The whale sleeps beside the harbour.',
    'other.txt': 'Another whale swims.',
  })
  const url = await listen(createApp(searcher))
  const html = await (await fetch(url, { headers: { Accept: BROWSER } })).text()
  expect(html).toContain('Passages by language')
  expect(html).not.toContain('Documents by kind')
  expect(html).toMatch(/Most frequent words.*>whale</)
  expect(html).not.toContain('>harbour<')
})

test('what is said above all of a document is said once with a hit, as its title', async () => {
  const paragraph = Array.from({ length: 12 }, () => 'The whale sleeps beside the boats.').join(' ')
  const searcher = await searcherOf({
    'one.md': `# The harbour\n\n${paragraph}\n\n${paragraph} A lighthouse.\n`,
  })
  const url = await listen(createApp(searcher))
  const answer = await fetch(`${url}/?q=lighthouse`, { headers: { Accept: BROWSER } })
  const [hit] = (await answer.text()).match(/<article.*<\/article>/s)!
  expect(hit.match(/The harbour/g)).toHaveLength(1)
})

test('several versions in one language are told apart', async () => {
  const version = (title: string) =>
    `---\ntitle: ${title}\nversionOf: one\nlanguage: de\n---\n\nDer Wal schläft im Hafen.\n`
  const searcher = await searcherOf({
    'one.md': 'The whale sleeps in the harbour.\n',
    'two.md': version('Fassung eins'),
    'three.md': version('Fassung zwei'),
  })
  const url = await listen(createApp(searcher))
  const answer = await fetch(`${url}/?q=harbour&ui=en`, { headers: { Accept: BROWSER } })
  const titles = ['Fassung eins', 'Fassung zwei']
  const named = [...(await answer.text()).matchAll(/The same in German: ([^<]+)/g)]
  expect(named.map(([, title]) => title).sort()).toEqual(titles)
  const document = await fetch(`${url}/documents/one?ui=en`, { headers: { Accept: BROWSER } })
  const linked = [...(await document.text()).matchAll(/In German: <span lang="de">([^<]+)/g)]
  expect(linked.map(([, title]) => title).sort()).toEqual(titles)
})

test.each([
  ['2012', 'Date: 2012'],
  ['2012-05..2013', 'Date: May 2012–2013'],
  ['2012..', 'Date: 2012–'],
])('a restriction to the dates %s is written out', async (date, label) => {
  expect((await page(`/?date=${date}`, { 'Accept-Language': 'en' })).html).toContain(`${label}<`)
})

test('a remark on a filter is not shown as one on the query', async () => {
  const filter = (await page('/?kind=nonsense')).html
  expect(filter).toContain('Nothing in the collection has “kind:nonsense”. ')
  expect(filter).not.toContain('remark-query')
  const field = (await page('/?q=kind:nonsense')).html
  expect(field).toContain('Nothing in the collection has “kind:nonsense”.')
  expect(field).toContain('<span class="spot spot-odd">kind:nonsense<sup>1</sup></span>')
})

test('a value that nothing has is followed by those that there are, in the language of the page', async () => {
  const said = async (query: string, language: string) => {
    const { html } = await page(`/?q=${encodeURIComponent(query)}`, { 'Accept-Language': language })
    return html.match(/<ol class="remark-list">(.*?)<\/ol>/s)?.[1]?.replace(/<[^>]*>/g, '')
  }
  expect(await said('kind:nonsense', 'en')).toBe(
    'Nothing in the collection has “kind:nonsense”. There are: statement, interview.',
  )
  expect(await said('kind:nonsense', 'de')).toBe(
    'Nichts in der Sammlung hat „art:nonsense“. Es gibt: statement (Stellungnahme), interview.',
  )
  expect(await said('date:2050', 'en')).toBe(
    'Nothing in the collection has “date:2050”. Its dates go from 17 May 2012 to January 2013.',
  )
  expect(await said('datum:2050..', 'de')).toBe(
    'Nichts in der Sammlung hat „datum:2050..“. Das älteste Datum ist 17. Mai 2012, das neueste Januar 2013.',
  )
})

test('remarks are numbered from the beginning of the query to its end', async () => {
  const { html } = await page('/?q=(kind:nonsense+AND&tag=nonsense')
  expect([...html.matchAll(/<sup>(\d)<\/sup>/g)].map(([, number]) => number)).toEqual([...'123'])
  const remarks = html.slice(html.indexOf('remark-list'))
  const inOrder = ['never closed', '“kind:nonsense”', '“AND”', '“tag:nonsense”']
  const places = inOrder.map((text) => remarks.indexOf(text))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places[0]).toBeGreaterThan(0)
})

test.each(['', '&view=kwic', '&group=document', '&group=language'])(
  'beyond the last result of q=film%s is said so, with a way to the first',
  async (how) => {
    const { html } = await page(`/?q=film${how}&offset=900`)
    const [main] = html.match(/<section class="results-main".*?<\/section>/s)!
    expect(main).toContain('There are no results this far on.')
    expect(main).toContain(`href="/?q=film${how.replace('&', '&amp;')}">To the first page`)
    expect(main).not.toContain('Nothing found')
  },
)

test('a gap between the numbers of pages hides more than one of them', () => {
  expect(shownPages(1, 4)).toEqual([1, 2, 3, 4])
  expect(shownPages(1, 9)).toEqual([1, 2, 3, 9])
  expect(shownPages(5, 9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(shownPages(6, 20)).toEqual([1, 4, 5, 6, 7, 8, 20])
  // One page beyond the last.
  expect(shownPages(5, 4)).toEqual([1, 2, 3, 4])
  expect(shownPages(10, 9)).toEqual([1, 8, 9])
})
