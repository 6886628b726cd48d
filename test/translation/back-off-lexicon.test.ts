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
] as const

const lexicon = new BackOffLexicon(
  new PackedLexicon(
    packLexicon(
      PAIRS.map(([english, german]) => ({ english, german, toGerman: 1, toEnglish: 1 })),
      { madeBy: 'test', settings: {}, sources: [], analysis: '' },
    ),
  ),
)

describe('a German term without translations', () => {
  test('takes those of its family, and trusts them less', () => {
    expect(lexicon.translations('restaurier', 'de')).toEqual([{ term: 'restor', probability: 0.7 }])
  })

  test('takes those of its modifier and head, half each', () => {
    expect(lexicon.translations('amazonaswald', 'de')).toEqual([
      { term: 'amazon', probability: 0.5 },
      { term: 'forest', probability: 0.5 },
    ])
  })

  test('needs both, with a link or without', () => {
    expect(lexicon.translations('primzahlseigenschaft', 'de')).toHaveLength(2)
    expect(lexicon.translations('urwald', 'de')).toEqual([])
    expect(lexicon.translations('waldstuck', 'de')).toEqual([])
  })

  test('stays without where no rule helps', () => {
    expect(lexicon.translations('unbekannt', 'de')).toEqual([])
  })
})

test('English terms get nothing by rule', () => {
  expect(lexicon.translations('restoration', 'en')).toEqual([])
})
