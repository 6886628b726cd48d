import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EvidenceReader } from '../../src/alignment/evidence.js'
import { collectionOf, type GivenDocument } from '../support/related.js'

const WORDS =
  'The Houses houses Häuser Haeuser Hafenstadt über Über naïve it’s 1989 İstanbul Straße STRASSE 𝐀𝐁𝐂 👍 co-op Vor- Nachteile der'.split(
    ' ',
  )

const text = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ unit: 'grapheme' })),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map((words) => words.join(' '))

const document = fc.array(
  fc.record({
    text,
    language: fc.constantFrom('en' as const, 'de' as const, 'und' as const),
    speaker: fc.option(text),
    heading: fc.array(text, { maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 4 },
)

test('what a passage offers for a comparison is the same when it is read again as when it was indexed', () => {
  fc.assert(
    fc.property(fc.array(document, { minLength: 1, maxLength: 4 }), (documents) => {
      const given = documents.map((passages, i): GivenDocument => ({ path: `${i}`, passages }))
      const { evidence, store } = collectionOf(given)
      const reader = new EvidenceReader()
      for (let number = 0; number < store.passageCount; number++) {
        const heading = store.headings[store.sectionOf(number)]!
        const speaker = store.speakerOf(number)
        const again = reader.evidenceOf({ ...store.passage(number), speaker, heading })
        expect(again).toEqual(evidence.of(number))
      }
    }),
    { numRuns: 200 },
  )
})
