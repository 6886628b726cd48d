import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OpenPair } from '../../src/learning/unexplained.js'
import { linkWords } from '../../src/learning/word-links.js'

const words = (letter: string) =>
  fc.array(
    fc.record({
      term: fc.nat(5).map((number) => `${letter}${number}`),
      place: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 6 },
  )

const pairs: fc.Arbitrary<OpenPair[]> = fc.array(
  fc.record({ english: words('e'), german: words('g') }),
  { maxLength: 8 },
)

/** The model as it is defined, by pairs of words. */
function naive(all: readonly OpenPair[]): Map<string, number> {
  let counts: Map<string, number> | undefined
  for (let iteration = 0; iteration < 6; iteration++) {
    const before = counts
    const sum = (wanted: (english: string, german: string) => boolean) =>
      [...(before ?? [])]
        .filter(([key]) => wanted(...(key.split(' ') as [string, string])))
        .reduce((total, [, count]) => total + count, 0) || 1
    const share = (english: string, german: string): [number, number] => {
      if (!before) return [1, 1]
      const count = before.get(`${english} ${german}`) ?? 0
      return [count / sum((one) => one === english), count / sum((_, other) => other === german)]
    }
    const next = new Map<string, number>()
    for (const { english, german } of all) {
      const weights = english.map((one) =>
        german.map((other) => {
          const near = Math.exp(-4 * Math.abs(one.place - other.place))
          return share(one.term, other.term).map((each) => each * near)
        }),
      )
      for (const [i, one] of english.entries())
        for (const [j, other] of german.entries()) {
          const row = weights[i]!.reduce((total, [toGerman]) => total + toGerman!, 0.05)
          const column = weights.reduce((total, cells) => total + cells[j]![1]!, 0.05)
          const agreed = (weights[i]![j]![0]! / row) * (weights[i]![j]![1]! / column)
          const key = `${one.term} ${other.term}`
          if (agreed > 1e-6) next.set(key, (next.get(key) ?? 0) + Math.sqrt(agreed))
        }
    }
    counts = next
  }
  return counts ?? new Map()
}

test('for any pairs of passages, links are counted as the model says', () => {
  fc.assert(
    fc.property(pairs, (all) => {
      const found = [...linkWords(all)].flatMap(([english, row]) =>
        [...row].map(([german, count]) => [`${english} ${german}`, count] as const),
      )
      const expected = naive(all)
      expect(found.map(([key]) => key).sort()).toEqual([...expected.keys()].sort())
      for (const [key, count] of found) expect(count).toBeCloseTo(expected.get(key)!, 9)
    }),
    { numRuns: 100 },
  )
})
