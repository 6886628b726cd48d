import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  BM25_DEFAULTS,
  impactSlot,
  inverseDocumentFrequency,
  roundedAverage,
  SLOT_ODDS,
  saturate,
  saturation,
} from '../../src/engines/flexsearch/bm25.js'
import type { Translation, TranslationLexicon } from '../../src/index.js'
import { searcherOf } from '../support/collection.js'

/** Words that the German analyzer leaves as they are. */
const WORDS = ['bamo', 'dilu', 'fugar', 'kopol', 'nilak', 'rotum', 'sabil', 'tegop', 'vomik']

/** English beyond doubt, so that translations count in full. */
const QUERY = 'because of the whale which was with them'

/** What a translation counts, from its probability. */
const weightOf = ({ probability }: Translation) => probability ** 0.6

/** A probabilistic structured query (Darwish and Oard 2003) over BM25, computed from the texts; scores by document, of those above zero. */
function naive(texts: readonly string[][], translations: readonly Translation[]) {
  const count = (text: readonly string[], term: string) =>
    text.filter((word) => word === term).length
  const words = texts.reduce((sum, text) => sum + text.length, 0)
  const average = roundedAverage(words, texts.length, 'text')
  const df = translations.reduce(
    (sum, each) => sum + weightOf(each) * texts.filter((text) => text.includes(each.term)).length,
    0,
  )
  const idf = inverseDocumentFrequency(df, texts.length)
  const scores = texts.map((text) => {
    const k = saturation(text.length, average, BM25_DEFAULTS)
    const odds = translations
      .filter(({ term }) => text.includes(term))
      .map((each) => weightOf(each) * SLOT_ODDS[impactSlot(count(text, each.term), k)]!)
    return saturate(
      idf,
      odds.reduce((sum, each) => sum + each, 0),
    )
  })
  return new Map([...scores.entries()].filter(([, score]) => score > 0))
}

test('a translated word scores as a probabilistic structured query does', async () => {
  const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })
  const known = fc
    .uniqueArray(
      fc.record({
        term: fc.constantFrom(...WORDS),
        probability: fc.integer({ min: 6, max: 90 }).map((percent) => percent / 100),
      }),
      { selector: ({ term }) => term, minLength: 1, maxLength: 5 },
    )
    .map((all) => all.sort((a, b) => b.probability - a.probability))
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1, maxLength: 8 }),
      known,
      async (texts, translations) => {
        const lexicon: TranslationLexicon = {
          translations: (term, from) => (from === 'en' && term === 'whale' ? translations : []),
        }
        const files = texts.map((words, i) => [
          `${i}.md`,
          `---\nlanguage: de\ntitle: ${i}\n---\n\n${words.join(' ')}.\n`,
        ])
        const searcher = await searcherOf(Object.fromEntries(files), { lexicon })
        const { hits } = await searcher.search(QUERY, { cross: 'only', collapse: false })
        const expected = naive(texts, translations)
        expect(new Set(hits.map(({ document }) => Number(document.id)))).toEqual(
          new Set(expected.keys()),
        )
        for (const { document, score } of hits)
          expect(score).toBeCloseTo(expected.get(Number(document.id))!, 7)
      },
    ),
    { numRuns: 40 },
  )
})
