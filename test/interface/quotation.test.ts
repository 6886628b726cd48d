import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quoted } from '../../src/interface/quotation.js'

test.each([
  ['It ends well.', '“It ends well.”', '„It ends well.“'],
  ['To “Firework”.', '“To ‘Firework’.”', '„To ‚Firework‘.“'],
  ['Die „Hafenwelle“ hier', '“Die ‘Hafenwelle’ hier”', '„Die ‚Hafenwelle‘ hier“'],
  ['Die »Hafenwelle« hier', '“Die ‘Hafenwelle’ hier”', '„Die ‚Hafenwelle‘ hier“'],
  ['La «grande» vague', '“La ‘grande’ vague”', '„La ‚grande‘ vague“'],
  ['So "straight" ("too")', '“So ‘straight’ (‘too’)”', '„So ‚straight‘ (‚too‘)“'],
  ["It's Ali's.", "“It's Ali's.”", "„It's Ali's.“"],
  ['“First” and last”', '“‘First’ and last’”', '„‚First‘ and last‘“'],
])('%s', (text, english, german) => {
  expect(quoted(text, 'en')).toBe(english)
  expect(quoted(text, 'de')).toBe(german)
})

const TEXT = fc
  .array(fc.constantFrom('a', 'É', ' ', '“', '”', '„', '"', '«', '»', '‘', '’', '😀', '\n'))
  .map((characters) => characters.join(''))

test('nothing but quotation marks changes', () => {
  const plain = (text: string) => text.replace(/[„“”"«»‚‘’]/gu, '')
  fc.assert(
    fc.property(TEXT, fc.constantFrom('en', 'de'), (text, language) => {
      const quotation = quoted(text, language)
      expect(plain(quotation)).toBe(plain(text))
      expect(quotation).toHaveLength(text.length + 2)
    }),
  )
})

test('no mark within a quotation looks like its end', () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      expect(quoted(text, 'en')).toMatch(/^“[^“”„"«»]*”$/u)
      expect(quoted(text, 'de')).toMatch(/^„[^“”„"«»]*“$/u)
    }),
  )
})
