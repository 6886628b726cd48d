import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCognate, spellings } from '../../src/translation/cognates.js'

describe('taken for one word in two spellings are', () => {
  test.each([
    ['melodrama', 'melodrama'],
    ['categori', 'kategori'],
    ['philosophi', 'philosophi'],
    ['telephon', 'telefon'],
    ['fish', 'fisch'],
    ['music', 'musik'],
    ['biodivers', 'biodiversitat'],
    ['organ', 'organisation'],
    ['democraci', 'demokrati'],
    ['babylonian', 'babylon'],
    ['paleoclimatologist', 'palaoklimatolog'],
    ['theatr', 'theater'],
  ])('%s and %s', (english, german) => {
    expect(isCognate(english, german)).toBeGreaterThan(0.5)
  })
})

describe('not taken for one word are', () => {
  test.each([
    ['precis', 'preis'],
    ['negoti', 'negativ'],
    ['hous', 'haus'],
    ['intern', 'interfer'],
    ['comic', 'kommission'],
    ['not', 'not'],
    ['whale', 'wahl'],
    ['potato', 'tat'],
  ])('%s and %s', (english, german) => {
    expect(isCognate(english, german)).toBe(0)
  })
})

test('a term is looked for without endings, and as the other language spells it', () => {
  expect(spellings('paleoclimatologist', 'de')).toContain('paleoklimatolog')
  expect(spellings('spektrophotometrisch', 'en')).toContain('spectrophotometr')
  expect(spellings('whale', 'de')).toEqual(['whale'])
})

test('likeness is the same from both sides, and never certain', () => {
  const term = fc.string({ unit: fc.constantFrom(...'acehikmnopstz'), maxLength: 12 })
  fc.assert(
    fc.property(term, term, (a, b) => {
      expect(isCognate(a, b)).toBe(isCognate(b, a))
      expect(isCognate(a, b)).toBeGreaterThanOrEqual(0)
      expect(isCognate(a, b)).toBeLessThan(1)
      expect(isCognate(a, a)).toBe(a.length < 4 ? 0 : 0.8)
    }),
  )
})
