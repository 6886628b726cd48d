import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Highlight } from '../../src/index.js'
import { segmentsOf } from '../../src/interface/segments.js'

const TEXT = 'The orca swims beside der Schwertwal.'
const TRANSLATION = { word: 'whale', probability: 0.6, source: 'table' } as const
const HIGHLIGHTS: Highlight[] = [
  { start: 4, end: 8, kind: 'synonym' },
  { start: 33, end: 36, kind: 'translation', translation: TRANSLATION },
]

test('a passage is cut into what is marked, with the reason, and what is not', () => {
  expect(segmentsOf(TEXT, HIGHLIGHTS)).toEqual([
    { text: 'The ', start: 0, kind: 'plain' },
    { text: 'orca', start: 4, kind: 'synonym' },
    { text: ' swims beside der Schwert', start: 8, kind: 'plain' },
    { text: 'wal', start: 33, kind: 'translation', translation: TRANSLATION },
    { text: '.', start: 36, kind: 'plain' },
  ])
})

test('an excerpt has its own part of the passage only, and its places are those in the passage', () => {
  expect(segmentsOf(TEXT, HIGHLIGHTS, { start: 6, end: 14 })).toEqual([
    { text: 'ca', start: 6, kind: 'synonym' },
    { text: ' swims', start: 8, kind: 'plain' },
  ])
})

test('a text without marks is one segment, and an empty one none', () => {
  expect(segmentsOf('ahoy', [])).toEqual([{ text: 'ahoy', start: 0, kind: 'plain' }])
  expect(segmentsOf('', [])).toEqual([])
})

const kind = fc.constantFrom('exact', 'stem', 'part', 'synonym', 'translation')
const passage = fc.string({ unit: 'binary', maxLength: 40 }).chain((text) => {
  const offset = fc.integer({ min: 0, max: text.length })
  const ascending = (length: object) =>
    fc.uniqueArray(offset, length).map((offsets) => offsets.sort((a, b) => a - b))
  const highlights = fc.tuple(ascending({ maxLength: 10 }), kind).map(([offsets, kind]) =>
    offsets.flatMap((start, i) => {
      const end = offsets[i + 1]
      return i % 2 === 0 && end !== undefined ? [{ start, end, kind } as Highlight] : []
    }),
  )
  const range = fc.tuple(offset, offset).map(([a, b]) => ({
    start: Math.min(a, b),
    end: Math.max(a, b),
  }))
  return fc.tuple(fc.constant(text), highlights, range)
})

test('segments are the excerpt again, and a character is marked in them where it is in the passage', () => {
  fc.assert(
    fc.property(passage, ([text, highlights, range]) => {
      const segments = segmentsOf(text, highlights, range)
      expect(segments.map((segment) => segment.text).join('')).toBe(
        text.slice(range.start, range.end),
      )
      for (const { text: own, start, kind } of segments) {
        expect(own).not.toBe('')
        for (let i = start; i < start + own.length; i++) {
          const mark = highlights.find((highlight) => highlight.start <= i && i < highlight.end)
          expect(kind).toBe(mark?.kind ?? 'plain')
        }
      }
    }),
  )
})
