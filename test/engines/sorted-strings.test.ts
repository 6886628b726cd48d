import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortedByBytes } from '../../src/engines/flexsearch/sorted-strings.js'
import { StringColumnsWriter } from '../../src/store/strings.js'

const PARTS = ['', 'a', 'ab', 'b', 'haus', 'häuser', 'meister', 'ß', '\u{1d11e}', '0', '-']
const word = fc.array(fc.constantFrom(...PARTS), { maxLength: 5 }).map((parts) => parts.join(''))

function sortedNaively(strings: readonly string[]): number[] {
  const bytes = strings.map((string) => Buffer.from(string))
  return [...strings.keys()].sort((a, b) => Buffer.compare(bytes[a]!, bytes[b]!) || a - b)
}

test('strings are sorted by their bytes, few and many', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), fc.nat(250), (words, times) => {
      const strings = Array.from({ length: times * words.length }, (_, i) => {
        return words[i % words.length]! + (i % 3 === 0 ? '' : i % 71)
      })
      const columns = new StringColumnsWriter()
      for (const string of strings) columns.add(string)
      expect([...sortedByBytes(columns.columns())]).toEqual(sortedNaively(strings))
    }),
    { numRuns: 60 },
  )
})
