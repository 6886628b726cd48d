import { describe, expect, test } from 'vitest'
import { csvHeader, csvRecord } from '../../src/export/csv.js'
import type { Hit } from '../../src/index.js'

function hitWith(text: string, title = 'A title'): Hit {
  return {
    ...{
      rank: 1,
      score: 0.5,
      highlights: [],
      duplicates: [],
      counterparts: [],
      excerpt: { start: 0, end: 0 },
    },
    passage: {
      ...{ id: 'd#1', text, language: 'en', speaker: null, heading: ['One', 'Two'] },
      ...{ start: 0, end: 9 },
    },
    document: { id: 'd', title, kind: null, date: '2012' },
  }
}

describe('a table', () => {
  test('has as many cells in a row as in its header', () => {
    expect(csvRecord(hitWith('words')).split(',')).toHaveLength(csvHeader().split(',').length)
  })

  test('leaves empty what is not known', () => {
    expect(csvRecord(hitWith('words'))).toBe('1,0.5,d,A title,,2012,d#1,en,,One > Two,0,9,,words')
  })

  test.each([
    ['a comma, here', '"a comma, here"'],
    ['a "word"', '"a ""word"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['an old\rend', '"an old\rend"'],
    ['größer', 'größer'],
  ])('writes %j so that it is one cell', (text, cell) => {
    expect(csvRecord(hitWith(text)).endsWith(`,${cell}`)).toBe(true)
  })

  test.each(['=1+1', '+49', '-1', '@SUM(A1)', '\tx', '\rx', '=cmd|" /C calc"!A0'])(
    'has no formula where a text begins like one: %j',
    (text) => {
      const cell = csvRecord(hitWith('words', text)).slice('1,0.5,d,'.length)
      expect(cell).toMatch(/^"?'/)
    },
  )
})
