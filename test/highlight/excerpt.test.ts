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

function markOf(text: string, word: string): Highlight[] {
  const start = text.indexOf(word)
  return [{ start, end: start + word.length, kind: 'exact' }]
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

  test('of an endless word cuts no character, and begins with the mark', () => {
    for (const letters of ['𝒳'.repeat(400), `a${'𝒳'.repeat(400)}`]) {
      const text = `${FILLER}${letters} end`
      for (const marks of [[], mark(text, 'ten').slice(-1), markOf(text, letters)]) {
        const { start, end } = excerpt(text, marks)
        expect(text.slice(start, end)).not.toMatch(/\p{Cs}/u)
        if (marks[0]) expect(start <= marks[0].start && end > marks[0].start).toBe(true)
      }
      const { start, end } = excerpt(letters, [])
      expect(letters.slice(start, end)).not.toMatch(/\p{Cs}/u)
    }
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
