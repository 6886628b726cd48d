import { expect, test } from 'vitest'
import type { SearchOptions } from '../../src/index.js'
import { searcherOf } from '../support/collection.js'

const document = (id: string, metadata: string, text: string) =>
  `---\nid: ${id}\ntitle: ${id}\nlanguage: en\n${metadata}---\n\n${text}\n`

const FILES = {
  'a.md': document('a', 'kind: interview\ntags: [boxing]\n', 'The whale swims.'),
  'b.md': document('b', 'kind: review\n', 'ANNA BERG: The whale sings, and sings again.'),
  'c.md': document('c', 'kind: review\n', 'Nothing but the weather.'),
}

async function remarks(query: string, options: SearchOptions = {}) {
  const { diagnostics } = await (await searcherOf(FILES)).search(query, options)
  return diagnostics.map(({ code, message, start, end }) => {
    return [code, message, query.slice(start, end)]
  })
}

test('a value that nothing has is named, with those that there are', async () => {
  expect(await remarks('whale kind:interviews')).toEqual([
    [
      'unknown-value',
      'No document has the kind “interviews”; there are: review, interview.',
      'kind:interviews',
    ],
  ])
  expect(await remarks('whale', { kind: ['interviews'], tag: ['BOXING'] })).toEqual([
    ['unknown-value', 'No document has the kind “interviews”; there are: review, interview.', ''],
  ])
  expect(await remarks('(tag:box OR tag:ring) whale')).toMatchObject([
    ['unknown-value', 'No document has the tag “box”; there are: boxing.', 'tag:box OR tag:ring'],
    ['unknown-value', 'No document has the tag “ring”; there are: boxing.', 'tag:box OR tag:ring'],
  ])
  expect((await remarks('doc:d'))[0]![1]).toContain('; there are: a, b, c.')
  expect((await remarks('lang:und whale'))[0]![1]).toContain('; there are: en.')
})

test('a date that nothing has is named, with the first and the last one that there are', async () => {
  const dated = await searcherOf({
    'a.md': document('a', 'date: 2012-05\n', 'The whale swims.'),
    'b.md': document('b', 'date: 2024-12-05\n', 'The whale sings.'),
    'c.md': FILES['c.md'],
  })
  const said = async (query: string, options: SearchOptions = {}) =>
    (await dated.search(query, options)).diagnostics.map(({ message }) => message)
  const known = 'the dates go from 2012-05 to 2024-12-05.'
  expect(await said('whale date:2050')).toEqual([`No document has the date 2050; ${known}`])
  expect(await said('whale datum:2025..')).toEqual([`No document has the date 2025..; ${known}`])
  expect(await said('whale', { date: { from: '2015', to: '2016-04' } })).toEqual([
    `No document has the date 2015..2016-04; ${known}`,
  ])
  expect(await said('whale', { date: { from: null, to: '2012-04' } })).toEqual([
    `No document has the date ..2012-04; ${known}`,
  ])
  expect(await said('weather date:2012')).toEqual([])
  expect(await remarks('whale date:1999')).toEqual([
    ['unknown-value', 'No document has a date.', 'date:1999'],
  ])
  const { diagnostics } = await dated.search('whale date:2050')
  expect(diagnostics).toMatchObject([
    { unknown: { field: 'date', value: '2050', known: ['2012-05', '2024-12-05'], more: false } },
  ])
})

test('where no text says a value of the field, that is said', async () => {
  const searcher = await searcherOf({ 'a.md': document('a', '', 'The whale swims.') })
  const said = async (query: string) =>
    (await searcher.search(query)).diagnostics.map(({ message }) => message)
  expect(await said('kind:review')).toEqual([
    'No document has the kind “review”; no text says one.',
  ])
  expect(await said('tag:boxing')).toEqual(['No document has the tag “boxing”; no text says one.'])
  expect(await said('speaker:berg')).toEqual(['No passage has a speaker “berg”; no text says one.'])
})

test('concordances and exports say so as well', async () => {
  const searcher = await searcherOf(FILES)
  for (const found of [
    await searcher.concordance('whale kind:interviews'),
    await searcher.searchAll('whale kind:interviews'),
  ])
    expect(found.diagnostics.map(({ code }) => code)).toEqual(['unknown-value'])
})

test('at most eight values are named, the most frequent ones', async () => {
  const kinds = [...'nmlkjihgfedcba']
  const searcher = await searcherOf(
    Object.fromEntries(
      [...kinds, 'b'].map((kind, i) => [
        `${i}.md`,
        document(`${i}`, `kind: ${kind}\n`, 'A whale.'),
      ]),
    ),
  )
  const { diagnostics } = await searcher.search('whale kind:z')
  expect(diagnostics[0]!.message).toBe(
    'No document has the kind “z”; most frequent are: b, a, c, d, e, f, g, h.',
  )
  expect(diagnostics).toMatchObject([
    { unknown: { field: 'kind', value: 'z', known: [...'bacdefgh'], more: true } },
  ])
})

test('nothing is said of values that are there, nor where something is found', async () => {
  expect(await remarks('weather kind:INTERVIEW')).toEqual([])
  expect(await remarks('whale -kind:interviews')).toEqual([])
  expect(await remarks('whale (kind:interviews OR kind:review)')).toEqual([])
})

test('a language that leaves out the only one that is wanted is named', async () => {
  const said = [
    'language-left-out',
    'Only passages in German are wanted, and the language that is asked for leaves them out.',
  ]
  const ofLanguage = async (query: string, options: SearchOptions) =>
    (await remarks(query, { cross: 'only', ...options })).filter(([code]) => code === said[0])
  expect(await ofLanguage('the whale lang:en', {})).toEqual([[...said, 'lang:en']])
  expect(await ofLanguage('the whale', { lang: ['en', 'und'] })).toEqual([[...said, '']])
  expect(await ofLanguage('the whale', { lang: ['de'] })).toEqual([])
  expect(await ofLanguage('the whale lang:en', { cross: 'auto' })).toEqual([])
})
