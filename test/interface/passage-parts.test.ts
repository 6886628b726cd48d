import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsOf, type ReadablePassage, spokenText } from '../../src/interface/passage-parts.js'

function passage(text: string, about: Partial<ReadablePassage> = {}): ReadablePassage {
  return { text, speaker: null, heading: [], ...about }
}

function shown(given: ReadablePassage) {
  const { headings, label, paragraphs } = partsOf(given)
  const words = ({ start, end }: { start: number; end: number }) => given.text.slice(start, end)
  return {
    headings: headings.map((heading) => [heading.level, words(heading)]),
    label: label && words(label),
    paragraphs: paragraphs.map(words),
  }
}

test('paragraphs are cut at blank lines', () => {
  expect(shown(passage('One.\nStill one.\n\nTwo.')).paragraphs).toEqual([
    'One.\nStill one.',
    'Two.',
  ])
})

test('headings that a passage opens with are told from those above it', () => {
  const heading = ['Book', 'Part', 'Chapter']
  expect(shown(passage('Part\n\nChapter\n\nText.', { heading }))).toEqual({
    headings: [
      [2, 'Part'],
      [3, 'Chapter'],
    ],
    label: null,
    paragraphs: ['Text.'],
  })
  expect(shown(passage('Text.\n\nChapter', { heading })).headings).toEqual([])
})

test('a heading may stand on several lines', () => {
  expect(
    shown(passage('A long\n heading\n\nText.', { heading: ['A long heading'] })),
  ).toMatchObject({ headings: [[1, 'A long\n heading']], paragraphs: ['Text.'] })
})

test.each([
  ['RUTH CALLOWAY: Good evening.', 'Ruth Calloway', 'RUTH CALLOWAY:'],
  ['Calloway (moderator): Good evening.', 'Ruth Calloway', 'Calloway (moderator):'],
  ['Q: Is it true?', 'Audience', 'Q:'],
  ['Frage: Stimmt das?', 'Publikum', 'Frage:'],
  ['Her answer: yes.', 'Ruth Calloway', null],
  ['Nothing of the kind.', 'Ruth Calloway', null],
  ['Calloway: Good evening.', null, null],
])('%s, said by %s, is labelled %s', (text, speaker, label) => {
  expect(shown(passage(text, { speaker })).label).toBe(label)
})

test('what is said comes without headings and label', () => {
  const heading = ['Welcome']
  const speaker = 'Ruth Calloway'
  expect(
    spokenText(passage('Welcome\n\nCalloway: Good evening.\n\nSit down.', { heading, speaker })),
  ).toBe('Good evening.\n\nSit down.')
  expect(spokenText(passage('Welcome', { heading }))).toBe('Welcome')
})

test('parts are in order, without overlap, and between them is only white space', () => {
  const word = fc.constantFrom('a', 'B', ':', ' ', '\n', '\n\n', 'Q:', 'Thiel:', '😀', 'ß')
  const text = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(''))
  const speaker = fc.constantFrom(null, 'Jonas Thiel')
  const heading = fc.array(fc.constantFrom('a', 'B', 'a B'), { maxLength: 3 })
  fc.assert(
    fc.property(text, speaker, heading, (text, speaker, heading) => {
      const { headings, label, paragraphs } = partsOf({ text, speaker, heading })
      let done = 0
      for (const { start, end } of [...headings, ...paragraphs]) {
        expect(text.slice(done, start).trim()).toBe('')
        expect(end).toBeGreaterThan(start)
        done = end
      }
      expect(text.slice(done).trim()).toBe('')
      if (label) expect(label.start).toBe(paragraphs[0]!.start)
      if (label) expect(label.end).toBeLessThanOrEqual(paragraphs[0]!.end)
    }),
  )
})
