import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memorySource } from '../../src/store/bytes.js'
import { Container, packContainer } from '../../src/store/container.js'
import { FrontCodedStrings, frontCoded } from '../../src/store/front-coded-strings.js'
import { compareByCodePoint, StringColumnsWriter } from '../../src/store/strings.js'

/** Few letters, so that strings share their beginnings, and now and then a long one. */
const string = fc
  .tuple(
    fc.constantFrom('', 'ab', 'a'.repeat(14), 'b'.repeat(15), 'ü'.repeat(200)),
    fc.string({ unit: fc.constantFrom('a', 'b', 'ü', 'é', '€', '𝒳'), maxLength: 20 }),
  )
  .map((parts) => parts.join(''))
const sorted = fc
  .array(string, { maxLength: 100 })
  .map((strings) => [...new Set(strings)].sort(compareByCodePoint))

function tableOf(strings: readonly string[]): FrontCodedStrings {
  const writer = new StringColumnsWriter()
  for (const each of strings) writer.add(each)
  const bytes = packContainer(frontCoded('words', writer.columns()))
  return new FrontCodedStrings(new Container(memorySource(bytes)), 'words', strings.length)
}

describe('front-coded strings', () => {
  it('come back as they were, in any order', () => {
    fc.assert(
      fc.property(sorted, fc.array(fc.nat()), (strings, places) => {
        const table = tableOf(strings)
        expect(strings.map((_, index) => table.at(index))).toEqual(strings)
        for (const place of strings.length > 0 ? places : [])
          expect(table.at(place % strings.length)).toBe(strings[place % strings.length])
      }),
    )
  })

  it('are found, and so is the place of those that are not there', () => {
    fc.assert(
      fc.property(sorted, string, fc.boolean(), (strings, other, areReadAhead) => {
        const table = tableOf(strings)
        if (areReadAhead) table.readBeginnings()
        for (const wanted of [...strings, other]) {
          const below = strings.filter((each) => compareByCodePoint(each, wanted) < 0).length
          expect(table.lowerBound(wanted)).toBe(below)
          expect(table.indexOf(wanted)).toBe(strings.indexOf(wanted))
        }
      }),
    )
  })
})
