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
  // Tasks in the same passages share one index.
  for (const system of systems)
    for (const together of groupedByLanguage(tasks)) {
      const run = await runTasks(set, system, together)
      for (const task of together) evaluations.push(evaluationOf(set, task, system, run))
    }
  return evaluations
}

function groupedByLanguage(tasks: readonly Task[]): Task[][] {
  const languages = [...new Set(tasks.map(({ language }) => language))]
  return languages.map((language) => tasks.filter((task) => task.language === language))
}

function runTasks(set: JudgedSet, system: System, tasks: readonly Task[]): Promise<Run> {
  const ids = new Set(tasks.flatMap(({ judgements }) => [...judgements.keys()]))
  const questions = [...ids].map((id) => questionOf(set.queries.get(id)!, set.syntax))
  return system.run(set.collection(tasks[0]!.language), questions)
}

function evaluationOf(set: JudgedSet, task: Task, system: System, run: Run): Evaluation {
  const measures = new Map(
    [...task.judgements].map(([id, judgements]) => [id, measure(run.get(id) ?? [], judgements)]),
  )
  return { set: set.name, task: task.name, system: system.name, measures }
}
