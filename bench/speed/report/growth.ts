import { markdown } from '../../evaluation/table.js'
import { growth } from '../quantiles.js'
import { type Result, type SystemResult, sizeOf } from '../results.js'

/** What may grow with the number of passages; undefined where it was not measured. */
const MEASURES: readonly [name: string, of: (result: SystemResult) => number | null | undefined][] =
  [
    ['build time', ({ build }) => build?.cpu ?? build?.wall],
    ['memory of the build', ({ build }) => build?.peak],
    ['bytes on disk', ({ build }) => build?.bytes],
    ['memory after load', ({ use }) => use?.rssAfterLoad],
    ['OR 3, CPU p50', (result) => medianOf(result, 'OR 3')],
    ['AND 3, CPU p50', (result) => medianOf(result, 'AND 3')],
    ['phrase, CPU p50', (result) => medianOf(result, 'phrase of 2')],
  ]

/** How each system's figures grow: nothing where there is only one size. */
export function growthTable(results: readonly Result[]): string[] {
  if (results.length < 2) return []
  const names = [...new Set(results.flatMap(({ systems }) => systems.map(({ name }) => name)))]
  const rows = names.map((name) => [name, ...MEASURES.map(([, of]) => exponent(results, name, of))])
  return [
    '## Growth',
    `With passages to the power of: the slope of a line through the logarithms, over ${results.map(({ passages }) => sizeOf(passages)).join(', ')} passages.`,
    markdown(['system', ...MEASURES.map(([name]) => name)], rows),
  ]
}

function exponent(
  results: readonly Result[],
  name: string,
  of: (result: SystemResult) => number | null | undefined,
): string {
  const points = results.flatMap(({ passages, systems }) => {
    const system = systems.find((candidate) => candidate.name === name)
    const y = system && of(system)
    return y ? [{ x: passages, y }] : []
  })
  return points.length < 2 ? '–' : growth(points).toFixed(2)
}

export function medianOf({ latencies }: SystemResult, kind: string): number | undefined {
  return latencies.find((latency) => latency.kind === kind)?.first.cpu.p50
}
