import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tidyText } from '../../src/corpus/traced-text.js'
import { countWords, hasPlainSpaces, isSpace } from '../../src/corpus/white-space.js'
import { CodeUnitReader } from '../../src/language/characters.js'

const units = Array.from({ length: 0x10000 }, (_, unit) => unit)
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(' ', '  ', '\n', '\t', '\u00a0', '\u3000', 'a', 'é', '’'),
      fc.string(),
    ),
  )
  .map((parts) => parts.join(''))
const read = (text: string) => new CodeUnitReader().read(text)

test('white space is what regular expressions take for it', () => {
  const expected = units.filter((unit) => /\s/.test(String.fromCharCode(unit)))
  expect(units.filter(isSpace)).toEqual(expected)
})

test('words are counted as by a regular expression', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(countWords(read(text).units, 0, text.length)).toBe(text.match(/\S+/g)?.length ?? 0)
    }),
  )
})

test('plain spaces are those that nothing would be put in place of', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const isPlain = text.replace(/\s+/g, ' ') === text
      expect(hasPlainSpaces(read(text).units, 0, text.length)).toBe(isPlain)
    }),
  )
})

test('a tidy text has single spaces within, and no other white space', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const tidy = tidyText(text)
      expect(tidy).toBe(tidy.trim().replace(/\s+/g, ' '))
      expect(tidyText(tidy)).toBe(tidy)
    }),
  )
})
