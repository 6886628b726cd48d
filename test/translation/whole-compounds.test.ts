import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Translation } from '../../src/index.js'
import { withoutPartsOfCompounds } from '../../src/translation/whole-compounds.js'

function kept(probabilities: Record<string, number>): string[] {
  const translations = Object.entries(probabilities).map(([term, probability]) => ({
    term,
    probability,
  }))
  return withoutPartsOfCompounds(translations).map(({ term }) => term)
}

describe('of a compound and its parts', () => {
  test('the compound is kept where it is about as probable, with letters between its parts or not', () => {
    expect(kept({ krank: 0.35, krankenhaus: 0.35, haus: 0.17 })).toEqual(['krankenhaus'])
    expect(kept({ drehbuch: 0.35, dreh: 0.35, buch: 0.25, skript: 0.05 })).toEqual([
      'drehbuch',
      'skript',
    ])
  })

  test('a part is kept that is more probable by itself', () => {
    expect(kept({ wal: 0.5, killerwal: 0.1, killer: 0.1 })).toEqual(['wal', 'killerwal'])
    expect(kept({ kurz: 0.35, kurzgeschicht: 0.1, geschicht: 0.2 })).toHaveLength(3)
  })

  test('a part is kept if the other one is none of the translations', () => {
    expect(kept({ regierung: 0.5, regier: 0.3 })).toEqual(['regierung', 'regier'])
    expect(kept({ haus: 0.5, rathaus: 0.5 })).toEqual(['haus', 'rathaus'])
  })
})

test('nothing else is left out or put in another order, nor the longest', () => {
  const part = fc.constantFrom('haus', 'krank', 'rat', 'wal', 'dreh', 'buch')
  const term = fc.oneof(
    part,
    fc.tuple(part, fc.constantFrom('', 'en'), part).map((all) => all.join('')),
  )
  const translation: fc.Arbitrary<Translation> = fc.record({
    term,
    probability: fc.double({ min: 0.01, max: 1, noNaN: true }),
  })
  const list = fc
    .uniqueArray(translation, { selector: ({ term }) => term, maxLength: 8 })
    .map((all) => all.sort((a, b) => b.probability - a.probability))
  fc.assert(
    fc.property(list, (all) => {
      const left = withoutPartsOfCompounds(all)
      expect(left).toEqual(all.filter((each) => left.includes(each)))
      for (const { term, probability } of all.filter((each) => !left.includes(each)))
        expect(
          all.some(
            (whole) =>
              whole.term !== term &&
              whole.term.includes(term) &&
              whole.probability >= 0.9 * probability,
          ),
        ).toBe(true)
      const longest = Math.max(0, ...all.map((each) => each.term.length))
      expect(left.filter((each) => each.term.length === longest).length).toBe(
        all.filter((each) => each.term.length === longest).length,
      )
    }),
  )
})
