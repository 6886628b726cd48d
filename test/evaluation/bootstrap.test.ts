import { describe, expect, test } from 'vitest'
import { Bootstrap } from '../../bench/evaluation/bootstrap.js'
import { summarize } from '../../bench/evaluation/summary.js'

describe('a bootstrap interval', () => {
  test('is a point where all queries are alike', () => {
    const { mean, low, high } = new Bootstrap(30).estimate(Array(30).fill(0.5))
    expect([mean, low, high]).toEqual([0.5, 0.5, 0.5])
  })

  test('is as wide as the normal approximation says', () => {
    // 400 coins: standard error .5/20 = .025, so the interval is .5 ± 1.96 × .025.
    const coins = Array.from({ length: 400 }, (_, i) => i % 2)
    const { mean, low, high } = new Bootstrap(400).estimate(coins)
    expect(mean).toBe(0.5)
    expect(low).toBeCloseTo(0.451, 1)
    expect(high).toBeCloseTo(0.549, 1)
    expect(high - low).toBeGreaterThan(0.085)
    expect(high - low).toBeLessThan(0.111)
  })

  test('is the same every time', () => {
    const values = Array.from({ length: 50 }, (_, i) => (i * 37) % 11)
    expect(new Bootstrap(50).estimate(values)).toEqual(new Bootstrap(50).estimate(values))
  })
})

describe('a comparison with Fundstelle', () => {
  const evaluation = (system: string, ndcg: (query: number) => number) => ({
    set: 'set',
    task: 'task',
    system,
    measures: new Map(
      Array.from({ length: 100 }, (_, i) => [
        `q${i}`,
        { ndcg10: ndcg(i), mrr10: 0, recall10: 0, recall100: 0 },
      ]),
    ),
  })
  const varied = (query: number) => ((query * 31) % 100) / 200

  test('is paired: a small difference counts if nearly every query has it', () => {
    const [, better, worse] = summarize([
      evaluation('fundstelle', varied),
      evaluation('better', (query) => varied(query) + 0.01),
      evaluation('worse', (query) => varied(query) - 0.01),
    ])
    expect(better!.againstFundstelle!.verdict).toBe('ahead')
    expect(worse!.againstFundstelle!.verdict).toBe('behind')
    expect(worse!.againstFundstelle!.difference.mean).toBeCloseTo(-0.01, 12)
  })

  test('is open where some queries gain what others lose', () => {
    const [own, other] = summarize([
      evaluation('fundstelle', varied),
      evaluation('other', (query) => varied(query) + (query % 2 ? 0.1 : -0.1)),
    ])
    expect(own!.againstFundstelle).toBeNull()
    expect(other!.againstFundstelle!.verdict).toBe('within the interval')
  })
})
