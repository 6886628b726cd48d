import { expect, test } from 'vitest'
import { formatQuery } from '../../src/query/format.js'
import { parseQuery } from '../../src/query/parse.js'

test.each([
  ['„Der Wal“ ODER orca trainer', '("Der Wal" OR orca) trainer'],
  ['a ODER b', 'a OR b'],
  ['a AND b OR c', '(a AND b) OR c'],
  ['(a b) | c', '(a AND b) OR c'],
  ['a UND (b|c) NOT d', '(a AND (b OR c)) -d'],
  ['NOT (a b) film*', '-(a AND b) film*'],
  ['sprache:Deutsch lang:en', 'lang:de,en'],
  ['Sprecher:„Jacques Audiard“,Ana', 'speaker:"Jacques Audiard",Ana'],
  ['tag:"a,b" tag:"c*" tag:"d:"', 'tag:"a,b","c*","d:"'],
  ['datum:17.5.2012 date:2013..', 'date:2012-05-17,2013..'],
  ['date:..2012', 'date:..2012'],
  ['-kind:a,b x', '-kind:a,b x'],
  ['kind:a OR x', 'kind:a OR x'],
  ['+OR -AND x', '+OR -+AND x'],
  ['"er sagte „ja“ laut', '"er sagte „ja“ laut"'],
  ['', ''],
])('%s is written as %s', (text, canonical) => {
  expect(formatQuery(parseQuery(text))).toBe(canonical)
})

test('quotation marks in a phrase made by hand do not close it', () => {
  const phrase = { type: 'phrase' as const, text: 'so “big” a "whale"', start: 0, end: 0 }
  const [reread] = parseQuery(formatQuery([phrase])).clauses
  expect(reread).toMatchObject({ type: 'phrase', text: 'so  big  a  whale' })
})
