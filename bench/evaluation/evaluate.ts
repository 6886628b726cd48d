import type { JudgedSet } from './judged-set.js'
import { type Measures, measure } from './measures.js'
import type { Task } from './qrels.js'
import { questionOf, type Run, type System } from './system.js'

/** What one system achieves in one task. */
export interface Evaluation {
  set: string
  task: string
  system: string
  /** By query id, in the order of the judgements. */
  measures: ReadonlyMap<string, Measures>
}

/**
 * Lets systems answer the queries of a set's tasks and measures them.
 *
 * @param tasks Some of the set's tasks; all by default.
 */
export async function evaluate(
  set: JudgedSet,
  systems: readonly System[],
  tasks: readonly Task[] = set.tasks,
): Promise<Evaluation[]> {
  const evaluations: Evaluation[] = []
  // Tasks that search the same passages in the same way share one run.
  for (const system of systems)
    for (const together of groupedBySearch(tasks)) {
      const run = await runTasks(set, system, together)
      for (const task of together) evaluations.push(evaluationOf(set, task, system, run))
    }
  return evaluations
}

function groupedBySearch(tasks: readonly Task[]): Task[][] {
  const keyOf = ({ language, cross }: Task) => `${language} ${cross}`
  const keys = [...new Set(tasks.map(keyOf))]
  return keys.map((key) => tasks.filter((task) => keyOf(task) === key))
}

function runTasks(set: JudgedSet, system: System, tasks: readonly Task[]): Promise<Run> {
  const ids = new Set(tasks.flatMap(({ judgements }) => [...judgements.keys()]))
  const questions = [...ids].map((id) =>
    questionOf(set.queries.get(id)!, set.syntax, tasks[0]!.cross),
  )
  return system.run(set.collection(tasks[0]!.language), questions)
}

function evaluationOf(set: JudgedSet, task: Task, system: System, run: Run): Evaluation {
  const measures = new Map(
    [...task.judgements].map(([id, judgements]) => [id, measure(run.get(id) ?? [], judgements)]),
  )
  return { set: set.name, task: task.name, system: system.name, measures }
}
