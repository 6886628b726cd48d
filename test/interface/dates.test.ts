import { expect, test } from 'vitest'
import { writtenDate } from '../../src/interface/dates.js'

test.each([
  ['2012', '2012', '2012'],
  ['2012-05', 'May 2012', 'Mai 2012'],
  ['2012-05-07', '7 May 2012', '7. Mai 2012'],
  ['2024-12-31', '31 December 2024', '31. Dezember 2024'],
])('%s is written out as far as it is known', (date, english, german) => {
  expect(writtenDate(date, 'en')).toBe(english)
  expect(writtenDate(date, 'de')).toBe(german)
})

test.each(['', 'spring 2012', '2012-13', '2012-02-31', '2012-5'])('%j stays as it is', (date) => {
  expect(writtenDate(date, 'en')).toBe(date)
})
