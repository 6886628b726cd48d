import { Bootstrap, type Estimate } from './bootstrap.js'
import type { Evaluation } from './evaluate.js'
import { MEASURES, type Measures } from './measures.js'

/** How a system stands to Fundstelle: its difference of nDCG@10, and whether chance can explain it. */
export interface Comparison {
  difference: Estimate
  verdict: 'ahead' | 'behind' | 'within the interval'
}

/** A row of the table. */
export interface Summary extends Record<keyof Measures, Estimate> {
  set: string
  task: string
  system: string
  queries: number
  /** Null for Fundstelle itself, and where it was not evaluated. */
  againstFundstelle: Comparison | null
}

/** Sums up evaluations by task, in the order of the tasks' first appearance. */
export function summarize(evaluations: readonly Evaluation[]): Summary[] {
  const tasks = new Map<string, Evaluation[]>()
  for (const evaluation of evaluations) {
    const task = `${evaluation.set}\t${evaluation.task}`
    tasks.set(task, [...(tasks.get(task) ?? []), evaluation])
  }
  return [...tasks.values()].flatMap(summarizeTask)
}

/** Systems of one task share the bootstrap's draws, so that differences are paired. */
function summarizeTask(systems: readonly Evaluation[]): Summary[] {
  const bootstrap = new Bootstrap(systems[0]!.measures.size)
  const baseline = systems.find(({ system }) => system === 'fundstelle')
  return systems.map((evaluation) => {
    const { set, task, system, measures } = evaluation
    const estimates = MEASURES.map((name) => [name, bootstrap.estimate(valuesOf(evaluation, name))])
    return {
      set,
      task,
      system,
      queries: measures.size,
      ...(Object.fromEntries(estimates) as Record<keyof Measures, Estimate>),
      againstFundstelle:
        baseline && baseline !== evaluation ? compare(bootstrap, evaluation, baseline) : null,
    }
  })
}

function valuesOf({ measures }: Evaluation, name: keyof Measures): number[] {
  return [...measures.values()].map((measured) => measured[name])
}

function compare(bootstrap: Bootstrap, system: Evaluation, baseline: Evaluation): Comparison {
  const base = valuesOf(baseline, 'ndcg10')
  const difference = bootstrap.estimate(
    valuesOf(system, 'ndcg10').map((value, i) => value - base[i]!),
  )
  const { low, high } = difference
  return { difference, verdict: low > 0 ? 'ahead' : high < 0 ? 'behind' : 'within the interval' }
}
