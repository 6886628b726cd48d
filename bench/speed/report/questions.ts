import { markdown } from '../../evaluation/table.js'
import { KINDS } from '../kinds.js'
import type { Quantiles } from '../quantiles.js'
import type { Latency, SystemResult } from '../results.js'
import { NONE, REFERENCE, ratio } from './figures.js'

/** What a kind of questions is to be compared with: the same without the extra. */
const PLAIN: readonly [kind: string, plain: string][] = [
  ['phrase of 2', 'AND 2'],
  ['OR 3, one very common', 'OR 3'],
  ['AND 3, one very common', 'AND 3'],
  ['OR 3, filtered', 'OR 3'],
  ['OR 3, facets', 'OR 3'],
  ['OR 8, hits 491 to 500', 'OR 8'],
  ['OR 3, across languages', 'OR 3'],
]

/** How fast questions were answered: in short, what extras cost, and in full. */
export function questionSections(systems: readonly SystemResult[]): string[] {
  return [
    '### Questions',
    'CPU milliseconds of Fundstelle (p50 / p99), and how many times as much the others take.',
    summary(systems),
    'What extras cost, as a multiple of the same kind of question without (CPU, p50 / p99):',
    extras(systems),
    `<details><summary>All quantiles, CPU and wall</summary>\n\n${everything(systems)}\n\n</details>`,
  ]
}

function summary(systems: readonly SystemResult[]): string {
  const reference = systems.find(({ name }) => name === REFERENCE)
  const rows = KINDS.map(({ name: kind }) => {
    const own = reference && of(reference, kind)
    return [kind, ...systems.map((system) => short(of(system, kind), own, system === reference))]
  })
  return markdown(['kind', ...systems.map(({ name }) => name)], rows)
}

function short(latency: Latency | undefined, own: Latency | undefined, isReference: boolean) {
  if (!latency) return NONE
  const { p50, p99 } = latency.cpu
  if (isReference) return `${p50.toFixed(2)} / ${p99.toFixed(2)} ms`
  return `${ratio(p50, own?.cpu.p50)} / ${ratio(p99, own?.cpu.p99)}`
}

function extras(systems: readonly SystemResult[]): string {
  const rows = PLAIN.map(([kind, plain]) => [
    `${kind} against ${plain}`,
    ...systems.map((system) => short(of(system, kind), of(system, plain), false)),
  ])
  return markdown(['kind', ...systems.map(({ name }) => name)], rows)
}

function everything(systems: readonly SystemResult[]): string {
  const rows = KINDS.flatMap(({ name: kind }) =>
    systems.flatMap((system) => {
      const latency = of(system, kind)
      return latency ? [row(kind, system.name, latency)] : []
    }),
  )
  const heading = 'kind,system,asked,found,CPU p50,p95,p99,wall p50,p95,p99'
  return markdown(heading.split(','), rows)
}

function row(kind: string, name: string, { asked, answered, cpu, wall }: Latency): string[] {
  const three = ({ p50, p95, p99 }: Quantiles) => [p50, p95, p99].map((value) => value.toFixed(3))
  const found = `${Math.round(100 * answered)} %`
  return [kind, name, String(asked), found, ...three(cpu), ...three(wall)]
}

function of({ latencies }: SystemResult, kind: string): Latency | undefined {
  return latencies.find((latency) => latency.kind === kind)
}
