import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readParameters } from '../../src/http/parameters.js'
import { rememberedParameters } from '../../src/http/remembered-parameters.js'
import { SEARCH_PARAMETERS } from '../../src/http/search-parameters.js'

/** What reading gives, or what it is refused with. */
function outcome(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    return error
  }
}

const query = fc.oneof(
  fc.constantFrom('', ' ', 'whale', 'Wal & Schiff', '+', '%41', 'q=1', 'a'.repeat(1_000)),
  fc.string({ unit: 'grapheme' }),
  fc.nat({ max: 3_000 }).map((length) => 'w'.repeat(length)),
)
const parameter = fc.oneof(
  { weight: 3, arbitrary: query.map((value) => ['q', value] as const) },
  fc.constantFrom(
    ['lang', 'de'],
    ['lang', 'fr'],
    ['lang', ''],
    ['limit', '5'],
    ['limit', '500'],
    ['offset', '9990'],
    ['view', 'kwic'],
    ['format', 'html'],
    ['facets', 'lang,document'],
    ['with', 'resistance:Gegenwehr'],
    ['doc', 'x'.repeat(190)],
    ['colour', 'red'],
  ),
)

describe('parameters that are remembered', () => {
  test('are what they are when each address is read by itself', () => {
    const read = rememberedParameters(SEARCH_PARAMETERS)
    fc.assert(
      fc.property(fc.array(parameter, { maxLength: 4 }), (parameters) => {
        const url = `/search?${new URLSearchParams(parameters.map(([name, value]) => [name, value]))}`
        const own = outcome(() => readParameters(url, SEARCH_PARAMETERS))
        expect(outcome(() => read(url))).toEqual(own)
      }),
      { numRuns: 500 },
    )
  })

  test.each(['/search', '/search?', '/search?q', '/search?q=%', '/search?q=a#b', '/search?q=?q=b'])(
    'are so for %s as well',
    (url) => {
      const read = rememberedParameters(SEARCH_PARAMETERS)
      const own = outcome(() => readParameters(url, SEARCH_PARAMETERS))
      for (let time = 0; time < 2; time++) expect(outcome(() => read(url))).toEqual(own)
    },
  )
})
