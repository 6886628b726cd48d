import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ENGLISH_ENDINGS,
  GERMAN_ENDINGS,
  stemEnglish,
  stemGerman,
} from '../../src/analysis/stemmers.js'

const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz')
const suffix = fc.constantFrom(
  '',
  ...'ational iveness fulness biliti logi ement ion ous ize ed ing eed y es ll ern em er en est st ung end isch ig ik lich heit keit niss'
    .split(' ')
    .flatMap((each) => [each, each.slice(0, -1), `${each}s`]),
)
const word = fc
  .tuple(fc.string({ unit: letter, minLength: 3, maxLength: 12 }), suffix)
  .map(([beginning, end]) => beginning + end)

// What the analyzers pass by the stemmers must be what these would leave as it is.
test.each([
  ['English', stemEnglish, ENGLISH_ENDINGS],
  ['German', stemGerman, GERMAN_ENDINGS],
])('a word without an %s ending is its own stem', (_, stem, endings) => {
  fc.assert(
    fc.property(word, (each) => {
      if (!endings.areAt(each)) expect(stem(each)).toBe(each)
    }),
    { numRuns: 3000 },
  )
})
