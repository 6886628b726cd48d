import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readState } from '../../src/http/search-state.js'
import { LANGUAGES } from '../../src/language/language.js'
import { CROSS } from '../../src/search/cross.js'
import { GROUP_FIELDS } from '../../src/search/engine.js'
import { CONCORDANCE_SORTS } from '../../src/search/kwic.js'
import { changed, parametersOf, toggled } from '../../src/site/search/state.js'

const name = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== '')
const names = fc.uniqueArray(name, { maxLength: 3 })
const word = fc
  .stringMatching(/^[a-zäöüß]{1,8}( [a-z]{1,5})?$/)
  .filter((text) => text.trim() !== '')

/** Any state that the page can be in. */
const state = fc
  .record({
    q: fc.oneof(fc.constant(''), name),
    lang: fc.uniqueArray(fc.constantFrom(...LANGUAGES)),
    kind: names,
    speaker: names,
    doc: names,
    tag: names,
    date: fc.constantFrom(
      null,
      { from: '2012', to: '2012' },
      { from: '2012-05', to: null },
      { from: null, to: '2013-01-31' },
      { from: '2011', to: '2012-12' },
    ),
    cross: fc.constantFrom(...CROSS),
    without: names,
    with: fc.array(fc.record({ word, translation: word }), { maxLength: 2 }),
    view: fc.constantFrom('passages' as const, 'kwic' as const),
    sort: fc.constantFrom(...CONCORDANCE_SORTS),
    group: fc.constantFrom(null, ...GROUP_FIELDS),
    isExpanded: fc.boolean(),
    offset: fc.nat({ max: 9_900 }),
  })
  // What does not go together is given up, as it is where a link is made.
  .map((each) => changed(each, { offset: each.offset }))

test('every state of the search page has an address that leads to it again', () => {
  fc.assert(
    fc.property(state, (each) => {
      const { state: read, refused } = readState(`/?${new URLSearchParams(parametersOf(each))}`)
      expect(refused).toEqual([])
      expect(read).toEqual(each)
    }),
  )
})

test('a value chosen twice is not chosen, and leads to the first page', () => {
  fc.assert(
    fc.property(state, name, (each, value) => {
      const once = toggled(each, 'tag', value)
      expect(once.tag.includes(value)).toBe(!each.tag.includes(value))
      expect(once.offset).toBe(0)
      expect(new Set(toggled(once, 'tag', value).tag)).toEqual(new Set(each.tag))
    }),
  )
})

test('whatever an address says, it can be read; what cannot is named', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('q', 'sort', 'offset', 'date', 'x'), name)),
      (given) => {
        const { state: read, refused } = readState(`/?${new URLSearchParams(given)}`)
        expect(refused.every((each) => given.some(([parameter]) => parameter === each))).toBe(true)
        expect(parametersOf(read)).toBeInstanceOf(Array)
      },
    ),
  )
  const { state: read, refused } = readState('/?q=a&sort=best&offset=-1&date=never&lang=fr&utm=1')
  expect(refused.sort()).toEqual(['date', 'lang', 'offset', 'sort'])
  expect(read).toMatchObject({ q: 'a', sort: 'score', offset: 0, date: null, lang: [] })
})
