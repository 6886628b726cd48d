import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markedHtml } from '../../src/http/html.js'

function plain(html: string): string {
  return html
    .replaceAll(/<\/?mark>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

const text = fc
  .array(fc.constantFrom('<', '>', '&', '"', "'", 'a', ' ', '<mark>', '&lt;', 'ß', '😀', '…'))
  .map((pieces) => pieces.join(''))

/** A text, ranges in it that do not overlap, and a stretch of it. */
const marked = text.chain((text) => {
  const offset = fc.integer({ min: 0, max: text.length })
  const offsets = (options: object) =>
    fc.array(offset, options).map((numbers) => numbers.sort((a, b) => a - b))
  const pairs = offsets({ maxLength: 12 }).map((numbers) =>
    numbers.flatMap((start, i) =>
      i % 2 === 0 && numbers[i + 1] ? [{ start, end: numbers[i + 1]! }] : [],
    ),
  )
  const range = offsets({ minLength: 2, maxLength: 2 }).map(([start, end]) => ({
    start: start!,
    end: end!,
  }))
  return fc.tuple(fc.constant(text), pairs, range)
})

test('a highlight stands in a mark and everything is escaped', () => {
  const text = 'Q&A: <b>"whale\'s"</b>'
  expect(markedHtml(text, [{ start: 9, end: 14 }])).toBe(
    'Q&amp;A: &lt;b&gt;&quot;<mark>whale</mark>&#39;s&quot;&lt;/b&gt;',
  )
})

test('an ellipsis stands where the stretch does not reach the end of the text', () => {
  const marks = [{ start: 4, end: 7 }]
  expect(markedHtml('one two three', marks, { start: 4, end: 7 })).toBe('…<mark>two</mark>…')
  expect(markedHtml('one two three', marks, { start: 0, end: 7 })).toBe('one <mark>two</mark>…')
  expect(markedHtml('one two three', marks, { start: 4, end: 13 })).toBe('…<mark>two</mark> three')
})

test('a highlight that reaches out of the stretch is cut, and one outside is left out', () => {
  const marks = [
    { start: 0, end: 2 },
    { start: 3, end: 6 },
    { start: 7, end: 9 },
  ]
  expect(markedHtml('abcdefghi', marks, { start: 4, end: 7 })).toBe('…<mark>ef</mark>g…')
})

test('without the marks and the escapes it is the text again', () => {
  fc.assert(
    fc.property(marked, ([text, highlights, range]) => {
      const before = range.start > 0 ? '…' : ''
      const after = range.end < text.length ? '…' : ''
      const stretch = text.slice(range.start, range.end)
      expect(plain(markedHtml(text, highlights, range))).toBe(before + stretch + after)
      expect(plain(markedHtml(text, highlights))).toBe(text)
    }),
  )
})

test('nothing of the text can be markup', () => {
  fc.assert(
    fc.property(marked, ([text, highlights, range]) => {
      const html = markedHtml(text, highlights, range).replaceAll(/<mark>[^<]+<\/mark>/g, '')
      expect(html).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/)
    }),
  )
})

test('the marks hold exactly the highlights', () => {
  fc.assert(
    fc.property(marked, ([text, highlights]) => {
      const marks = [...markedHtml(text, highlights).matchAll(/<mark>(.*?)<\/mark>/g)]
      const filled = highlights.filter(({ start, end }) => start < end)
      expect(marks.map(([, inside]) => plain(inside!))).toEqual(
        filled.map(({ start, end }) => text.slice(start, end)),
      )
    }),
  )
})
