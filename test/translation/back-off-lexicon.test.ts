import { describe, expect, test } from 'vitest'
import { packLexicon } from '../../scripts/lexicon/pack.js'
import { BackOffLexicon } from '../../src/translation/back-off-lexicon.js'
import { PackedLexicon } from '../../src/translation/packed-lexicon.js'

const PAIRS = [
  ['restor', 'restauri'],
  ['exhum', 'exhumi'],
  ['forest', 'wald'],
  ['amazon', 'amazonas'],
  ['prime', 'primzahl'],
  ['properti', 'eigenschaft'],
  ['environment', 'umwelt'],
  ['pharmaci', 'apothek'],
  ['fact', 'tatsach'],
] as const

const lexicon = new BackOffLexicon(
  new PackedLexicon(
    packLexicon(
      PAIRS.map(([english, german]) => ({ english, german, toGerman: 1, toEnglish: 1 })),
      { madeBy: 'test', settings: {}, sources: [], analysis: '' },
    ),
  ),
)

const translationsOf = (term: string, from: 'en' | 'de') => lexicon.guess(term, from).translations

describe('a German term without translations', () => {
  test('takes those of its family, and trusts them less', () => {
    expect(translationsOf('restaurier', 'de')).toEqual([{ term: 'restor', probability: 0.7 }])
  })

  test('takes those of its modifier and head, half each', () => {
    expect(translationsOf('amazonaswald', 'de')).toEqual([
      { term: 'amazon', probability: 0.5 },
      { term: 'forest', probability: 0.5 },
    ])
  })

  test('means nothing without what its head means', () => {
    expect(lexicon.guess('amazonaswald', 'de').essential).toEqual([
      { term: 'forest', probability: 0.5 },
    ])
    const relative = lexicon.guess('restaurier', 'de')
    expect(relative.essential).toEqual(relative.translations)
  })

  test('needs both, with a link or without', () => {
    expect(translationsOf('primzahlseigenschaft', 'de')).toHaveLength(2)
    expect(translationsOf('urwald', 'de')).toEqual([])
    expect(translationsOf('waldstuck', 'de')).toEqual([])
  })

  test('stays without where no rule helps', () => {
    expect(translationsOf('unbekannt', 'de')).toEqual([])
  })
})

describe('an English term without translations', () => {
  test('takes those of what it is derived from, and trusts them less', () => {
    expect(translationsOf('environmentalist', 'en')).toEqual([{ term: 'umwelt', probability: 0.7 }])
    expect(translationsOf('pharmacist', 'en')).toEqual([{ term: 'apothek', probability: 0.7 }])
  })

  test('stays without where too little is left, or nothing that is known', () => {
    expect(translationsOf('faction', 'en')).toEqual([])
    expect(translationsOf('scientist', 'en')).toEqual([])
    expect(translationsOf('restoration', 'en')).toEqual([])
  })
})

test('an English term that has translations gets none by rule', () => {
  expect(translationsOf('environment', 'en')).toEqual([])
})
