/** A mean over queries with its 95 % interval. */
export interface Estimate {
  mean: number
  low: number
  high: number
}

const RESAMPLES = 2000
const SEED = 20

/**
 * Bootstrap intervals (Efron 1979, percentiles) of means over the same queries. The queries are drawn once
 * and for all estimates alike, so that differences are paired, and with a fixed seed, so that the same
 * rankings give the same intervals.
 */
export class Bootstrap {
  private readonly draws: readonly Uint32Array[]

  /** @param queries Number of queries; at least one. */
  constructor(readonly queries: number) {
    const random = mulberry32(SEED)
    this.draws = Array.from({ length: RESAMPLES }, () =>
      Uint32Array.from({ length: queries }, () => Math.floor(random() * queries)),
    )
  }

  /** @param values One per query, always in the same order. */
  estimate(values: readonly number[]): Estimate {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return this.interval(mean, (draw) => meanOf(draw, values))
  }

  /** The mean of some values as a share of the mean of others, paired query by query. */
  ratio(values: readonly number[], others: readonly number[]): Estimate {
    const share = this.estimate(values).mean / this.estimate(others).mean
    return this.interval(share, (draw) => meanOf(draw, values) / meanOf(draw, others))
  }

  private interval(mean: number, of: (draw: Uint32Array) => number): Estimate {
    const sorted = Float64Array.from(this.draws, of).sort()
    const tail = Math.round(RESAMPLES * 0.025)
    return { mean, low: sorted[tail]!, high: sorted[RESAMPLES - 1 - tail]! }
  }
}

function meanOf(draw: Uint32Array, values: readonly number[]): number {
  let sum = 0
  for (const query of draw) sum += values[query]!
  return sum / draw.length
}

/** Numbers from 0 to 1 (exclusive) that look random; Tommy Ettinger's generator, in the public domain. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
