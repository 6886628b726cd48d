import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EXCERPT_LENGTH, excerpt } from '../../src/highlight/excerpt.js'
import type { Highlight } from '../../src/highlight/highlight.js'

function mark(text: string, ...words: string[]): Highlight[] {
  return words
    .flatMap((word) => [...text.matchAll(new RegExp(`\\b${word}\\b`, 'g'))])
    .map(({ index, 0: word }) => ({
      start: index,
      end: index + word.length,
      kind: 'exact' as const,
    }))
    .sort((a, b) => a.start - b.start)
}

const FILLER = 'one two three four five six seven eight nine ten '.repeat(12)

describe('an excerpt', () => {
  test('of a short passage is the passage', () => {
    expect(excerpt('A whale.', mark('A whale.', 'whale'))).toEqual({ start: 0, end: 8 })
  })

  test('begins at the sentence of the mark, where one begins near', () => {
    const text = `${FILLER}end. The sentence of the whale. ${FILLER}`
    const { start, end } = excerpt(text, mark(text, 'whale'))
    expect(text.slice(start)).toMatch(/^The sentence of the whale/)
    expect(end - start).toBeLessThanOrEqual(EXCERPT_LENGTH)
  })

  test('shows the most different words, rather than one word often', () => {
    const text = `whale whale whale whale. ${FILLER} A whale and an orca. ${FILLER}`
    const { start, end } = excerpt(text, mark(text, 'whale', 'orca'))
    expect(text.slice(start, end)).toContain('orca')
  })

  test('of a passage without marks is its beginning', () => {
    const { start, end } = excerpt(FILLER, [])
    expect([start, FILLER.slice(end, end + 1)]).toEqual([0, ' '])
  })

  test('is cut at word boundaries and holds a mark if there is one', () => {
    const text = fc
      .array(fc.constantFrom('whale', 'Müller', 'a', 'story,', 'end.', '“yes”', 'x'.repeat(30)), {
        maxLength: 200,
      })
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(text, (passage) => {
        const marks = mark(passage, 'whale')
        const { start, end } = excerpt(passage, marks)
        expect(end - start).toBeLessThanOrEqual(Math.max(EXCERPT_LENGTH, 0) + 1)
        expect(start === 0 || /\s/.test(passage[start - 1]!)).toBe(true)
        expect(end === passage.length || /\s/.test(passage[end]!)).toBe(true)
        if (marks.length > 0)
          expect(marks.some((one) => one.start >= start && one.end <= end)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
