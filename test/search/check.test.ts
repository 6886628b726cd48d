import { expect, test } from 'vitest'
import * as fundstelle from '../../src/index.js'
import { searcherOfPassages } from '../support/collection.js'

/** What a caller without types may do: the functions, taking anything. */
const untyped: Record<'search' | 'openIndex' | 'buildIndex', (...given: unknown[]) => unknown> =
  Object.assign(Object.create(null), fundstelle)

async function messageOf(name: keyof typeof untyped, ...given: unknown[]): Promise<string> {
  try {
    await untyped[name](...given)
  } catch (error) {
    return (error as Error).message
  }
  return 'accepted'
}

test('what is no open index is named', async () => {
  for (const wrong of [
    'my-index',
    undefined,
    null,
    fundstelle.openIndex('nowhere').catch(() => {}),
  ])
    expect(await messageOf('search', wrong, 'whale')).toMatch(/^There is no open index to ask; /)
  expect(await messageOf('openIndex')).toBe("Name the index: openIndex('my-index').")
  expect(await messageOf('buildIndex', 'texts')).toMatch(/^Name two folders: buildIndex\(/)
})

test.each<[query: unknown, options: unknown, message: RegExp]>([
  [undefined, {}, /^The query must be a string, not undefined\.$/],
  [5, {}, /^The query must be a string, not 5\.$/],
  ['whale', null, /^The options must be an object, not null\.$/],
  ['whale', { date: 'foo' }, /^date must be \{ from, to \}, .*, not “foo”\.$/],
  ['whale', { date: { from: '2012' } }, /^date must be \{ from, to \}, /],
  ['whale', { date: { from: 'May', to: null } }, /^date must have dates such as .* not “May”\.$/],
  ['whale', { date: { from: '2012-13', to: null } }, /^date must have dates such as /],
  ['whale', { lang: 'de' }, /^lang must be an array of strings, not “de”\.$/],
  ['whale', { kind: [5] }, /^kind must be an array of strings, not \[5\]\.$/],
  ['whale', { facets: 'kind' }, /^facets must be an array of strings, not “kind”\.$/],
  ['whale', { without: 'Wal' }, /^without must be an array of strings, not “Wal”\.$/],
  ['whale', { with: ['whale:Wal'] }, /^with must be an array such as \[\{ word: /],
  ['whale', { with: { whale: 'Wal' } }, /^with must be an array such as \[\{ word: /],
  ['whale', { limit: '5' }, /^limit must be a whole number of at least 0, not “5”\.$/],
  ['whale', { cross: true }, /^cross must be one of auto, off, only, not true\.$/],
  ['whale', { kind: ['x'.repeat(500), 5] }, /^.{0,120}$/],
])('of %j with %j is said what is wrong', async (query, options, message) => {
  const searcher = await searcherOfPassages('en', ['A whale.'])
  expect(await messageOf('search', searcher, query, options)).toMatch(message)
})

test('another type is a TypeError, a value out of range a RangeError', async () => {
  const searcher = await searcherOfPassages('en', ['A whale.'])
  const refused = (options: object) => expect(untyped.search(searcher, 'whale', options)).rejects
  for (const options of [{ limit: '5' }, { offset: null }, { sort: 5 }, { cross: true }])
    await refused(options).toThrow(TypeError)
  for (const options of [{ limit: -1 }, { offset: 0.5 }, { sort: 'age' }, { cross: 'on' }])
    await refused(options).toThrow(RangeError)
})

test('what is right is accepted', async () => {
  const searcher = await searcherOfPassages('en', ['A whale.'])
  const options = { date: { from: null, to: '2012-05' }, with: [], without: [], lang: ['en'] }
  expect(await messageOf('search', searcher, 'whale', options)).toBe('accepted')
  expect(await messageOf('search', searcher, 'whale')).toBe('accepted')
})
