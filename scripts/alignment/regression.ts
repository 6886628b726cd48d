/** An observation: values of the features, and whether it was so. */
export interface Observation {
  values: number[]
  outcome: 0 | 1
}

const STEPS = 1500
const RATE = 0.5
const MOMENTUM = 0.9
const DECAY = 1e-4

/** Logistic regression by gradient descent on standardized features: a weight for each, and the constant. */
export function regress(observations: readonly Observation[]): {
  constant: number
  weights: number[]
} {
  const { means, deviations } = moments(observations.map(({ values }) => values))
  const rows = observations.map(({ values }) => [
    1,
    ...values.map((value, i) => (value - means[i]!) / deviations[i]!),
  ])
  const scaled = descend(rows, observations)
  const weights = scaled.slice(1).map((weight, i) => weight / deviations[i]!)
  const shift = weights.reduce((sum, weight, i) => sum + weight * means[i]!, 0)
  return { constant: scaled[0]! - shift, weights }
}

function descend(rows: readonly number[][], observations: readonly Observation[]): number[] {
  const weights = rows[0]!.map(() => 0)
  const speeds = rows[0]!.map(() => 0)
  for (let step = 0; step < STEPS; step++) {
    const slopes = weights.map((weight, i) => (i === 0 ? 0 : DECAY * weight))
    for (const [n, row] of rows.entries()) {
      const sum = row.reduce((total, value, i) => total + value * weights[i]!, 0)
      const error = 1 / (1 + Math.exp(-sum)) - observations[n]!.outcome
      for (const [i, value] of row.entries()) slopes[i]! += (error * value) / rows.length
    }
    for (const [i, slope] of slopes.entries()) {
      speeds[i] = MOMENTUM * speeds[i]! - RATE * slope
      weights[i]! += speeds[i]!
    }
  }
  return weights
}

function moments(rows: readonly number[][]) {
  const means = rows[0]!.map((_, i) => rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length)
  const deviations = means.map((mean, i) => {
    const squares = rows.reduce((sum, row) => sum + (row[i]! - mean) ** 2, 0)
    return Math.sqrt(squares / rows.length) || 1
  })
  return { means, deviations }
}
