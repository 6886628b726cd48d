import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measure, ndcg, recall, reciprocalRank } from '../../bench/evaluation/measures.js'

const JUDGED = new Map([
  ['a', 2],
  ['b', 1],
  ['c', 0],
  ['d', 1],
])

describe('nDCG', () => {
  test('discounts linear gains by the logarithm of the rank', () => {
    // Gains 1, 0, 2 at ranks 1 to 3: 1/1 + 0 + 2/2 = 2. Ideal 2, 1, 1: 2/1 + 1/1.58496 + 1/2 = 3.13093.
    expect(ndcg(['b', 'x', 'a'], JUDGED, 10)).toBeCloseTo(2 / 3.13093, 5)
  })

  test('counts an irrelevant passage like one that nobody judged', () => {
    expect(ndcg(['c', 'a'], JUDGED, 10)).toBe(ndcg(['x', 'a'], JUDGED, 10))
  })

  test('cuts the ideal ranking at the same depth', () => {
    const twenty = new Map(Array.from({ length: 20 }, (_, i) => [`p${i}`, 1]))
    expect(ndcg([...twenty.keys()].slice(0, 10), twenty, 10)).toBe(1)
  })

  test('does not see what stands below the cut', () => {
    const ten = Array.from({ length: 10 }, (_, i) => `x${i}`)
    expect(ndcg([...ten, 'a'], JUDGED, 10)).toBe(0)
  })
})

describe('the reciprocal rank', () => {
  test('is that of the first relevant passage', () => {
    expect(reciprocalRank(['c', 'x', 'd', 'a'], JUDGED, 10)).toBe(1 / 3)
  })

  test('is zero if there is none within the cut', () => {
    expect(reciprocalRank(['x', 'a'], JUDGED, 1)).toBe(0)
  })
})

describe('recall', () => {
  test('is the share of the relevant passages within the cut', () => {
    expect(recall(['a', 'c', 'x', 'd'], JUDGED, 10)).toBeCloseTo(2 / 3, 12)
    expect(recall(['a', 'c', 'x', 'd'], JUDGED, 3)).toBeCloseTo(1 / 3, 12)
  })
})

test('an empty ranking has nothing', () => {
  expect(measure([], JUDGED)).toEqual({ ndcg10: 0, mrr10: 0, recall10: 0, recall100: 0 })
})

test('measures are between 0 and 1, and 1 for the ideal ranking', () => {
  const grades = fc.array(fc.nat(3), { minLength: 1, maxLength: 30 })
  const judgedAndRanked = grades.chain((list) => {
    const judged = new Map([...list, 1].map((grade, i) => [`p${i}`, grade]))
    return fc.tuple(fc.constant(judged), fc.shuffledSubarray([...judged.keys()]))
  })
  fc.assert(
    fc.property(judgedAndRanked, ([judged, ranking]) => {
      for (const value of Object.values(measure(ranking, judged))) {
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
      }
      const ideal = [...judged].sort(([, a], [, b]) => b - a).map(([id]) => id)
      expect(measure(ideal, judged)).toMatchObject({ ndcg10: 1, mrr10: 1, recall100: 1 })
    }),
  )
})
