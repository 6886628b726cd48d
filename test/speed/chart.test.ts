import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawChart } from '../../bench/speed/report/chart.js'

const AROUND = { title: 'Time <of> "all" & more', xLabel: 'passages', yLabel: 'ms' }

/** Places of the marks at the points of the lines. */
function places(svg: string): { x: number; y: number }[] {
  const lines = [...svg.matchAll(/<path class="line"[^>]* d="([^"]*)"/g)].map(([, path]) => path!)
  return lines.flatMap((path) =>
    [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => {
      return { x: Number(x), y: Number(y) }
    }),
  )
}

describe('a chart', () => {
  test('has every point within its axes, the greater the further up and to the right', () => {
    const value = fc.double({ min: 1e-3, max: 1e9, noNaN: true })
    const points = fc.array(fc.record({ x: value, y: value }), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(points, (points) => {
        const svg = drawChart({ ...AROUND, series: [{ name: 'one', points }] })
        expect(svg).not.toMatch(/NaN|Infinity|undefined/)
        const drawn = places(svg)
        expect(drawn).toHaveLength(points.length)
        for (const [i, { x, y }] of drawn.entries()) {
          expect(x).toBeGreaterThanOrEqual(70)
          expect(x).toBeLessThanOrEqual(570)
          expect(y).toBeGreaterThanOrEqual(50)
          expect(y).toBeLessThanOrEqual(380)
          for (const [j, other] of drawn.entries()) {
            if (points[i]!.x < points[j]!.x) expect(x).toBeLessThanOrEqual(other.x)
            if (points[i]!.y < points[j]!.y) expect(y).toBeGreaterThanOrEqual(other.y)
          }
        }
      }),
    )
  })

  test('names every line once, no name over another', () => {
    const series = Array.from({ length: 9 }, (_, i) => {
      return { name: `system ${i}`, points: [{ x: 10, y: 5 }] }
    })
    const svg = drawChart({ ...AROUND, series })
    const labels = [...svg.matchAll(/<text x="600" y="([\d.]+)">/g)].map(([, y]) => Number(y))
    expect(labels).toHaveLength(9)
    for (const [i, y] of labels.slice(1).entries())
      expect(y - labels[i]!).toBeGreaterThanOrEqual(17)
    expect(Math.max(...labels)).toBeLessThan(400)
  })

  test('is drawn without any points, and escapes its texts', () => {
    const svg = drawChart({ ...AROUND, series: [] })
    expect(svg).toContain('Time &lt;of> "all" &amp; more</text>'.replace(/"/g, '&quot;'))
    expect(svg).not.toMatch(/NaN|Infinity/)
  })
})
