import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { GENERATED, type Result, type SystemResult } from '../results.js'
import { drawChart, type Series } from './chart.js'
import { medianOf } from './growth.js'
import { report } from './markdown.js'

/** Writes the table and the charts of all results. */
export function writeReport(folder: string, results: readonly Result[]): void {
  const generated = results.filter(({ texts }) => texts === GENERATED)
  writeFileSync(join(folder, 'RESULTS.md'), report(results, generated))
  const charts = join(folder, 'charts')
  mkdirSync(charts, { recursive: true })
  const chart = (
    title: string,
    yLabel: string,
    of: (system: SystemResult) => number | null | undefined,
  ) => drawChart({ title, xLabel: 'passages', yLabel, series: seriesOf(generated, of) })
  const latency = chart(
    'OR of three words: CPU time of the median question',
    'milliseconds',
    (system) => medianOf(system, 'OR 3'),
  )
  writeFileSync(join(charts, 'latency.svg'), latency)
  const memory = chart('Memory of the process after the index is opened', 'megabytes', ({ use }) =>
    use?.rssAfterLoad ? use.rssAfterLoad / 1e6 : null,
  )
  writeFileSync(join(charts, 'memory.svg'), memory)
}

function seriesOf(
  results: readonly Result[],
  of: (system: SystemResult) => number | null | undefined,
): Series[] {
  const names = [...new Set(results.flatMap(({ systems }) => systems.map(({ name }) => name)))]
  return names.map((name) => {
    const points = results.flatMap(({ passages, systems }) => {
      const system = systems.find((candidate) => candidate.name === name)
      const y = system && of(system)
      return y ? [{ x: passages, y }] : []
    })
    return { name, points }
  })
}
