import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { growth, quantiles } from '../../bench/speed/quantiles.js'

describe('quantiles', () => {
  test('leave so many values at or below them, and not one more than needed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 300 }), (values) => {
        const { p50, p95, p99 } = quantiles(values)
        for (const [quantile, share] of [
          [p50, 0.5],
          [p95, 0.95],
          [p99, 0.99],
        ] as const) {
          const atMost = values.filter((value) => value <= quantile).length
          const below = values.filter((value) => value < quantile).length
          expect(atMost).toBeGreaterThanOrEqual(share * values.length - 1e-9)
          expect(below).toBeLessThan(share * values.length)
        }
      }),
    )
  })
})

describe('growth', () => {
  test('is the exponent of a power', () => {
    const positive = fc.double({ min: 0.1, max: 100, noNaN: true })
    fc.assert(
      fc.property(fc.double({ min: -2, max: 2, noNaN: true }), positive, (exponent, factor) => {
        const points = [10, 100, 1_000].map((x) => ({ x, y: factor * x ** exponent }))
        expect(growth(points)).toBeCloseTo(exponent, 6)
      }),
    )
  })
})
