import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Bitext } from '../../scripts/lexicon/bitext.js'
import { packLexicon, type TermPair } from '../../scripts/lexicon/pack.js'
import type { SentencePair } from '../../scripts/lexicon/pairs.js'
import { TRAINING_DEFAULTS, trainLexicon } from '../../scripts/lexicon/train.js'
import { PackedLexicon } from '../../src/translation/packed-lexicon.js'
import { SENTENCES } from './sentences.js'

const PROVENANCE = { madeBy: 'test', settings: {}, sources: [], analysis: '' }

function train(sentences: readonly SentencePair[]): TermPair[] {
  const bitext = new Bitext()
  for (const pair of sentences) bitext.add(pair)
  return trainLexicon(bitext)
}

function pack(sentences: readonly SentencePair[]): Uint8Array {
  return packLexicon(train(sentences), PROVENANCE)
}

/** Words that both analyzers leave as they are. */
const WORDS = ['bamo', 'dilu', 'fugar', 'kopol', 'nilak', 'rotum', 'sabil', 'tegop', 'vomik']

describe('training on a few sentences', () => {
  const lexicon = new PackedLexicon(pack(SENTENCES))

  test.each([
    ['whale', 'wal'],
    ['stori', 'geschicht'],
    ['dog', 'hund'],
    ['book', 'buch'],
    ['war', 'krieg'],
    ['letter', 'brief'],
    ['child', 'kind'],
  ])('finds that %s is %s', (english, german) => {
    expect(lexicon.translations(english, 'en')[0]?.term).toBe(german)
    expect(lexicon.translations(german, 'de')[0]?.term).toBe(english)
  })

  test('learns compounds as words and by their parts', () => {
    const whole = lexicon.translations('kurzgeschicht', 'de').map(({ term }) => term)
    expect(whole.sort()).toEqual(['short', 'stori'])
    expect(lexicon.translations('short', 'en')[0]?.term).toBe('kurz')
  })

  test('leaves out words of grammar', () => {
    for (const term of ['the', 'of']) expect(lexicon.translations(term, 'en')).toEqual([])
    for (const term of ['der', 'von']) expect(lexicon.translations(term, 'de')).toEqual([])
  })

  test('gives the same bytes every time', () => {
    const bytes = pack(SENTENCES)
    expect(pack(SENTENCES)).toEqual(bytes)
    const hash = createHash('sha256').update(bytes).digest('hex')
    expect(hash.slice(0, 16), 'if training, packing or analysis changed on purpose, pin it').toBe(
      '78976c8d14f4553e',
    )
  })
})

describe('training', () => {
  test('gives the translations of each term probabilities that add up to one', () => {
    const sums = new Map<string, number>()
    for (const { english, german, toGerman, toEnglish } of train(SENTENCES)) {
      sums.set(`en ${english}`, (sums.get(`en ${english}`) ?? 0) + toGerman)
      sums.set(`de ${german}`, (sums.get(`de ${german}`) ?? 0) + toEnglish)
    }
    for (const [term, sum] of sums) if (sum > 0) expect(sum, term).toBeCloseTo(1, 10)
  })

  test('is the same both ways if both sides say the same', () => {
    const sentence = fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 12 }), (sentences) => {
        const pairs = train(
          sentences.map((words) => ({ english: words.join(' '), german: words.join(' ') })),
        )
        const probabilities = new Map(pairs.map((pair) => [`${pair.english} ${pair.german}`, pair]))
        for (const { english, german, toGerman } of pairs)
          expect(probabilities.get(`${german} ${english}`)?.toEnglish ?? 0).toBeCloseTo(toGerman, 6)
      }),
      { numRuns: 50 },
    )
  })

  test('tells how far it is', () => {
    const bitext = new Bitext()
    for (const pair of SENTENCES) bitext.add(pair)
    const steps: [number, number][] = []
    trainLexicon(bitext, TRAINING_DEFAULTS, (done, total) => steps.push([done, total]))
    const total = steps.length
    expect(steps).toEqual(Array.from({ length: total }, (_, step) => [step + 1, total]))
  })

  test('leaves out sentences without words and endless ones, and counts them', () => {
    const bitext = new Bitext()
    bitext.add({ english: '…', german: 'Nichts.' })
    bitext.add({ english: 'word '.repeat(500), german: 'Wort' })
    expect(bitext).toMatchObject({ length: 0, skipped: 2 })
    expect(trainLexicon(bitext)).toEqual([])
  })
})
