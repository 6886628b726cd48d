import { markdown } from '../../evaluation/table.js'
import { KINDS } from '../kinds.js'
import type { Quantiles } from '../quantiles.js'
import type { Latency, Result, SystemResult, Times } from '../results.js'
import { NONE, ON_TERMS, REFERENCE, ratio } from './figures.js'
import { warmUpText } from './warm-up.js'

/** Of questions in turn with other systems, for the first time or again, and in a row. */
type Time = 'first' | 'again' | 'row'

/** How fast questions were answered: in short, what extras cost, and in full. */
export function questionSections(result: Result): string[] {
  const { systems } = result
  return [
    '### Questions',
    warmUpText(result),
    'CPU milliseconds of Fundstelle (p50 / p99), and how many times as much the others take. In a row, as a busy server is asked; each question once:',
    summary(systems, 'row', REFERENCE),
    'The same against Fundstelle where it is asked what the others are asked: terms in, numbers of passages out:',
    summary(systems, 'row', ON_TERMS),
    'In turn with the others, so that each has rested before; each asked once:',
    summary(systems, 'first', REFERENCE),
    'And each asked again, after all the others:',
    summary(systems, 'again', REFERENCE),
    ...extras(systems),
    `<details><summary>All quantiles, CPU and wall</summary>\n\n${everything(systems)}\n\n</details>`,
  ]
}

function summary(systems: readonly SystemResult[], time: Time, to: string): string {
  const reference = systems.find(({ name }) => name === to)
  const rows = KINDS.map(({ name: kind }) => {
    const own = reference && cpuOf(reference, kind, time)
    return [
      kind,
      ...systems.map((system) => short(cpuOf(system, kind, time), own, system === reference)),
    ]
  })
  return markdown(['kind', ...systems.map(({ name }) => name)], rows)
}

function short(cpu: Quantiles | undefined, own: Quantiles | undefined, isReference: boolean) {
  if (!cpu) return NONE
  const { p50, p99 } = cpu
  if (isReference) return `${p50.toFixed(2)} / ${p99.toFixed(2)} ms`
  return `${ratio(p50, own?.p50)} / ${ratio(p99, own?.p99)}`
}

function extras(systems: readonly SystemResult[]): string[] {
  const rows = systems.flatMap(({ name, extras = [] }) =>
    extras.map(({ kind, plain, asked, own, without }) => [
      `${kind} against ${plain}`,
      name,
      String(asked),
      `${without.p50.toFixed(2)} / ${without.p99.toFixed(2)} ms`,
      `${ratio(own.p50, without.p50)} / ${ratio(own.p99, without.p99)}`,
    ]),
  )
  if (rows.length === 0) return []
  return [
    'What extras cost: one question of each kind in turn, none asked before (CPU, p50 / p99, and how many times as much with the extra):',
    markdown(['kind', 'system', 'asked', 'without', 'with'], rows),
  ]
}

function everything(systems: readonly SystemResult[]): string {
  const rows = KINDS.flatMap(({ name: kind }) =>
    systems.flatMap((system) => {
      const latency = of(system, kind)
      return latency ? rowsOf(kind, system.name, latency) : []
    }),
  )
  const heading = 'kind,system,asked,found,time,CPU p50,p95,p99,wall p50,p95,p99'
  return markdown(heading.split(','), rows)
}

function rowsOf(kind: string, name: string, latency: Latency): string[][] {
  const found = `${Math.round(100 * latency.answered)} %`
  const row = (time: string, times: Times | null | undefined) =>
    times ? [[kind, name, String(latency.asked), found, time, ...figures(times)]] : []
  const { first, again } = latency
  return [...row('first', first), ...row('again', again), ...row('in a row', latency.row)]
}

function figures({ cpu, wall }: Times): string[] {
  return [cpu, wall].flatMap(({ p50, p95, p99 }) => [p50, p95, p99].map((each) => each.toFixed(3)))
}

function cpuOf(system: SystemResult, kind: string, time: Time): Quantiles | undefined {
  return of(system, kind)?.[time]?.cpu
}

function of({ latencies }: SystemResult, kind: string): Latency | undefined {
  return latencies.find((latency) => latency.kind === kind)
}
