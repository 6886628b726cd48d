import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/http/app.js'
import { openArchive } from './archive.js'
import { type Answer, askApp } from './ask.js'

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive()
})
afterAll(() => archive.remove())

function search(parameters: string): Promise<Answer> {
  return askApp(createApp(archive.searcher), `/search?${parameters}`)
}

test('facets are named with commas, repeated, or both', async () => {
  const { facets } = await archive.searcher.search('paragraph', {
    facets: ['lang', 'kind', 'tag'],
    facetLimit: 2,
  })
  expect(facets.tag).toHaveLength(2)
  for (const given of [
    'lang,kind,tag',
    'lang,%20kind&facets=tag',
    'lang&facets=kind&facets=tag,lang',
  ])
    expect((await search(`q=paragraph&facetLimit=2&facets=${given}`)).body.facets).toEqual(facets)
})

test('an answer to a search is the one that the searcher gives, grouped and sorted too', async () => {
  const { body } = await search('q=paragraph+Absatz&group=document&groupSize=1&sort=date-asc')
  const options = { group: 'document', groupSize: 1, sort: 'date-asc' } as const
  expect(body).toEqual(await archive.searcher.search('paragraph Absatz', options))
  expect(body.hits[0].group.next).toHaveLength(1)
})

test('format=html covers the passages of a group', async () => {
  const { body } = await search('q=paragraph&group=document&format=html')
  const { next } = body.hits[0].group
  expect(next.length).toBeGreaterThan(0)
  for (const { html } of next) expect(html.text).toContain('<mark>paragraph</mark>')
})

test('view=kwic answers with the lines of the concordance', async () => {
  const { status, body } = await search('q=paragraph&view=kwic&sort=left&width=20&limit=2&offset=1')
  const options = { sort: 'left', width: 20, limit: 2, offset: 1 } as const
  expect(status).toBe(200)
  expect(body).toEqual(await archive.searcher.concordance('paragraph', options))
  expect(body.lines).toHaveLength(2)
})

test.each([
  ['sort=left', /^sort by left or right is for view=kwic only\./],
  ['sort=best', /^sort must be score, date, date-asc, position, left or right\./],
  ['view=table', /^view must be passages or kwic\./],
  ['group=speaker', /^group must be document or language\./],
  ['cross=yes', /^cross must be auto, off or only\./],
  ['with=resistance', /^with must be a word and its translation: resistance:Gegenwehr\./],
  ['groupSize=21', /^groupSize must be a whole number from 0 to 20\./],
  ['facets=lang,colour', /^facets must be one or more of lang, kind, speaker, tag, document, year/],
  ['facetLimit=0', /^facetLimit must be a whole number from 1 to 1000\./],
  ['view=kwic&width=9', /^width must be a whole number from 10 to 200\./],
  ['groupSize=4', /^groupSize is for group=document and group=language only\./],
  ['facetLimit=4', /^facetLimit is for answers with facets only\./],
  ['width=50', /^width is for view=kwic only\./],
  ['view=kwic&group=document', /^group is for view=passages only\./],
  ['view=kwic&format=html', /^format html is for view=passages only\./],
  ['view=kwic&explain=true', /^explain is for view=passages only\./],
])('%s is refused', async (parameters, detail) => {
  const { status, body } = await search(`q=whale&${parameters}`)
  expect([status, body.detail]).toEqual([400, expect.stringMatching(detail)])
})
