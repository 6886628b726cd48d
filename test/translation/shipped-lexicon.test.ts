import { readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { analysisFingerprint } from '../../scripts/lexicon/fingerprint.js'
import { analyzerFor } from '../../src/analysis/registry.js'
import { shippedLexicon } from '../../src/build/shipped-lexicon.js'
import type { TranslatedLanguage } from '../../src/translation/lexicon.js'

const FILE = new URL('../../lexicon/en-de.bin', import.meta.url)
const RETRAIN =
  'the analysis has changed since the lexicon was made: train it again, docs/crosslingual.md says how'

const lexicon = shippedLexicon()

/** The most probable translations of a word as it is written, at most three. */
function best(word: string, from: TranslatedLanguage): string[] {
  const { term } = analyzerFor(from).analyze(word)[0]!
  return lexicon
    .translations(term, from)
    .slice(0, 3)
    .map((translation) => translation.term)
}

describe('the lexicon that ships with the package', () => {
  test('has the terms that the analyzers make', () => {
    expect(lexicon.header.analysis, RETRAIN).toBe(analysisFingerprint())
  })

  test('is no larger than a megabyte', () => {
    expect(statSync(FILE).size).toBeLessThanOrEqual(1_000_000)
  })

  test('is read once', () => {
    expect(shippedLexicon()).toBe(lexicon)
  })

  test('names its sources as NOTICE does', () => {
    const notice = readFileSync(new URL('../../NOTICE', import.meta.url), 'utf8')
    expect(lexicon.header.sources).toHaveLength(4)
    for (const { name, licence, attribution, pairs } of lexicon.header.sources) {
      expect(notice).toContain(name.split(/[ ,]/)[0])
      expect(licence).not.toBe('unknown')
      expect(attribution).not.toBe('')
      expect(pairs).toBeGreaterThan(1000)
    }
  })

  test.each(['en', 'de'] as const)(
    'knows many terms of %s, each with probabilities up to one',
    (language) => {
      const known = [...lexicon.known(language)]
      expect(known.length).toBeGreaterThan(20_000)
      for (const term of known) {
        const found = lexicon.translations(term, language)
        const sum = found.reduce((total, { probability }) => total + probability, 0)
        if (sum > 1 + 1e-9) expect.fail(`${term}: ${sum}`)
      }
    },
  )

  test.each(['en', 'de'] as const)('has no words of grammar of %s', (language) => {
    const grammar = language === 'en' ? ['the', 'of', 'with', 'because'] : ['und', 'mit', 'nicht']
    for (const word of grammar) expect(lexicon.translations(word, language), word).toEqual([])
  })
})

describe('the shipped lexicon translates', () => {
  test.each([
    ['whale', 'wal'],
    ['story', 'geschicht'],
    ['war', 'krieg'],
    ['sister', 'schwest'],
    ['accident', 'unfall'],
    ['disaster', 'katastroph'],
    ['freedom', 'freiheit'],
    ['economic', 'wirtschaft'],
    ['resistance', 'widerstand'],
    ['garage', 'garag'],
  ])('%s', (word, term) => {
    expect(best(word, 'en')[0]).toBe(term)
  })

  test.each([
    ['Widerstand', ['resist']],
    ['Türsteher', ['bouncer']],
    ['Kurzgeschichten', ['short', 'stori']],
    ['Killerwale', ['whale', 'killer']],
    ['Liebesgeschichte', ['stori', 'love']],
    ['Kindes', ['children', 'child']],
    ['wirtschaftliche', ['econom']],
  ])('%s', (word, terms) => {
    expect(best(word, 'de')).toEqual(expect.arrayContaining(terms))
  })
})
