/** Three values of a distribution: the middle, and what only one in twenty and in a hundred exceeds. */
export interface Quantiles {
  p50: number
  p95: number
  p99: number
}

export function quantiles(values: readonly number[]): Quantiles {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** The exponent with which `y` grows with `x`: the slope of the least-squares line through their logarithms. */
export function growth(points: readonly { x: number; y: number }[]): number {
  const logs = points.map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }))
  const mean = (pick: (point: { x: number; y: number }) => number) =>
    logs.reduce((sum, point) => sum + pick(point), 0) / logs.length
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)]
  const spread = logs.reduce((sum, point) => sum + (point.x - x) ** 2, 0)
  return logs.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) / spread
}
