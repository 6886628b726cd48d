import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignPassages } from '../../src/alignment/align.js'
import { type AlignablePassage, evidenceOf } from '../../src/alignment/evidence.js'
import { alignedRows } from '../../src/alignment/rows.js'
import { LINK_THRESHOLD, REVIEW_FLOOR } from '../../src/alignment/threshold.js'
import { declaredPairs } from '../../src/alignment/versions.js'
import type { TranslationLexicon } from '../../src/translation/lexicon.js'

const NOTHING: TranslationLexicon = { translations: () => [] }

const NAMES = [
  'Amrum',
  'Bremen',
  'Celle',
  'Dresden',
  'Emden',
  'Fulda',
  'Goslar',
  'Husum',
  'Itzehoe',
  'Jever',
  'Kassel',
  'Leipzig',
  'Marburg',
  'Norden',
  'Oldenburg',
  'Potsdam',
  'Quedlinburg',
  'Rostock',
]

/** A passage about some places, in either language; the places are all that the two have in common. */
function passage(language: 'en' | 'de', places: readonly string[]) {
  const text =
    language === 'en'
      ? `They travelled to ${places.join(', to ')}.`
      : `Man sah ${places.join(' und ')}.`
  return evidenceOf({ text, language, speaker: null, heading: [] })
}

function documentOf(language: 'en' | 'de', passages: readonly (readonly string[])[]) {
  return { language, passages: passages.map((places) => passage(language, places)) }
}

function linked(...parameters: Parameters<typeof alignPassages>): string[] {
  return alignPassages(...parameters)
    .filter(({ confidence }) => confidence >= LINK_THRESHOLD)
    .map(({ left, right }) => `${left}-${right}`)
}

const SIX = [0, 1, 2, 3, 4, 5].map((i) => NAMES.slice(3 * i, 3 * i + 3))

/** Confidence of a link that is doubtful, by what else is known of its two passages. */
function doubtful(
  left: Partial<AlignablePassage>,
  right: Partial<AlignablePassage>,
  declared: boolean,
): number {
  const version = (language: 'en' | 'de', places: string[], about: Partial<AlignablePassage>) => {
    const [first, second] = places.map((place) => {
      return { text: `Amrum, Bremen, ${place}`, language, speaker: null, heading: [] }
    })
    return { language, passages: [evidenceOf({ ...first!, ...about }), evidenceOf(second!)] }
  }
  const links = alignPassages(
    version('en', ['Celle', 'Dresden'], left),
    version('de', ['Emden', 'Fulda'], right),
    NOTHING,
    { declared },
  )
  return links.find((link) => link.left === 0 && link.right === 0)?.confidence ?? 0
}

describe('two versions of a document', () => {
  test('are linked in order', () => {
    const all = ['0-0', '1-1', '2-2', '3-3', '4-4', '5-5']
    expect(linked(documentOf('en', SIX), documentOf('de', SIX), NOTHING)).toEqual(all)
  })

  test('are linked where sections come in another order', () => {
    const moved = [...SIX.slice(3), ...SIX.slice(0, 3)]
    const all = ['0-3', '1-4', '2-5', '3-0', '4-1', '5-2']
    expect(linked(documentOf('en', SIX), documentOf('de', moved), NOTHING)).toEqual(all)
  })

  test('are linked twice where two passages became one, and not where one is missing', () => {
    const [a, b, c, , e, f] = SIX as [string[], string[], string[], string[], string[], string[]]
    const joined = [a, [...b, ...c], e, f]
    const all = ['0-0', '1-1', '2-1', '4-2', '5-3']
    expect(linked(documentOf('en', SIX), documentOf('de', joined), NOTHING)).toEqual(all)
  })

  test('have no links where they have nothing in common', () => {
    const [left, right] = [documentOf('en', SIX.slice(0, 3)), documentOf('de', SIX.slice(3))]
    expect(alignPassages(left, right, NOTHING)).toEqual([])
  })

  test('may be in the same language', () => {
    const all = ['0-0', '1-1', '2-2', '3-3', '4-4', '5-5']
    expect(linked(documentOf('en', SIX), documentOf('en', SIX), NOTHING)).toEqual(all)
  })

  test('are surer where they are said to be versions', () => {
    expect(doubtful({}, {}, true)).toBeGreaterThan(doubtful({}, {}, false))
  })

  test.each<[string, Partial<AlignablePassage>, Partial<AlignablePassage>]>([
    ['below like headings', { heading: ['Norden 1930'] }, { heading: ['Emden 1920'] }],
    ['of the same speaker', { speaker: 'Ruth Calloway' }, { speaker: 'Jonas Thiel' }],
  ])('are surer %s', (_, own, another) => {
    expect(doubtful(own, own, true)).toBeGreaterThan(doubtful(own, {}, true))
    expect(doubtful(own, {}, true)).toBeGreaterThanOrEqual(doubtful(own, another, true))
  })

  test('are linked as somebody has said', () => {
    const options = { confirmed: [[0, 1]] as const, forbidden: [[2, 2]] as const }
    const links = alignPassages(documentOf('en', SIX), documentOf('de', SIX), NOTHING, options)
    expect(links).toContainEqual({ left: 0, right: 1, confidence: 1 })
    expect(links.some(({ left, right }) => left === 2 && right === 2)).toBe(false)
  })

  test('have links with confidences, each pair once, whatever they say', () => {
    const places = fc.array(fc.constantFrom(...NAMES), { maxLength: 6 })
    const documents = fc.array(places, { maxLength: 8 })
    fc.assert(
      fc.property(documents, documents, (one, other) => {
        const links = alignPassages(documentOf('en', one), documentOf('de', other), NOTHING)
        const pairs = links.map(({ left, right }) => `${left}-${right}`)
        expect(new Set(pairs).size).toBe(pairs.length)
        for (const { left, right, confidence } of links) {
          expect(left < one.length && right < other.length).toBe(true)
          expect(confidence).toBeGreaterThanOrEqual(REVIEW_FLOOR)
          expect(confidence).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})

describe('rows', () => {
  test('have every passage of both documents once, and linked ones together', () => {
    const link = fc.record({
      left: fc.nat(5),
      right: fc.nat(4),
      confidence: fc.double({ min: 0.4, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(link), (links) => {
        const rows = alignedRows(6, 5, links)
        const sorted = (places: number[]) => places.sort((a, b) => a - b)
        expect(sorted(rows.flatMap(({ left }) => left))).toEqual([0, 1, 2, 3, 4, 5])
        expect(sorted(rows.flatMap(({ right }) => right))).toEqual([0, 1, 2, 3, 4])
        for (const { left, right } of links)
          expect(rows.find((row) => row.left.includes(left))!.right).toContain(right)
        for (const { left, right, confidence } of rows)
          expect(confidence === null).toBe(left.length === 0 || right.length === 0)
      }),
    )
  })

  test('put what only the right document has after what precedes it there', () => {
    const links = [
      { left: 0, right: 1, confidence: 0.9 },
      { left: 2, right: 3, confidence: 0.8 },
    ]
    const rows = alignedRows(3, 5, links).map(({ left, right }) => `${left}|${right}`)
    expect(rows).toEqual(['|0', '0|1', '|2', '1|', '2|3', '|4'])
  })
})

describe('documents', () => {
  test('are versions of each other by way of a third', () => {
    const documents = [
      { id: 'a', versionOf: 'c' },
      { id: 'b' },
      { id: 'c' },
      { id: 'd', versionOf: 'a' },
    ]
    expect(declaredPairs(documents)).toEqual([
      [0, 2],
      [0, 3],
      [2, 3],
    ])
  })
})
