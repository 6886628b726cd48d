import { writeFileSync } from 'node:fs'
import { type Evaluation, evaluate } from './evaluate.js'
import { expectedOf, writeExpected } from './expected.js'
import { FUNDSTELLE } from './fundstelle.js'
import { type JudgedSet, readJudgedSet } from './judged-set.js'
import { type Summary, summarize } from './summary.js'
import type { System } from './system.js'
import { SYSTEMS } from './systems.js'
import { table } from './table.js'
import { describeWins } from './wins.js'

/** As on the command line. */
export interface Options {
  /** Folders. */
  set: string[]
  corpus: string
  systems?: string[]
  task?: string[]
  /** Two systems. */
  compare?: string[]
  /** A file to write to. */
  json?: string
  update?: boolean
}

/** Where the table goes, and where remarks go. */
export interface Output {
  out(text: string): void
  err(text: string): void
}

/** Wrong usage that only shows with the sets at hand. */
export class UsageError extends Error {}

/** Evaluates the sets and prints the table, and what else was asked for. */
export async function report(options: Options, output: Output): Promise<void> {
  checkUsage(options)
  const systems = await available(chosen(options), output)
  const evaluations: Evaluation[] = []
  const wins: string[] = []
  for (const folder of options.set) {
    const set = await readJudgedSet(folder, options.corpus)
    try {
      const own = await evaluateSet(set, systems, options, output)
      evaluations.push(...own)
      if (options.compare) wins.push(...winsByTask(own, options.compare, set))
      if (options.update) writeExpected(folder, expectedOf(own))
    } finally {
      await set.close()
    }
  }
  if (evaluations.length === 0)
    throw new UsageError(`No set has a task named ${options.task?.join(' or ')}.`)
  const summaries = summarize(evaluations)
  output.out(table(summaries))
  for (const text of wins) output.out(`\n${text}`)
  if (options.json) writeFileSync(options.json, json(summaries, evaluations))
}

function checkUsage({ compare, update, task }: Options): void {
  if (compare && compare.length !== 2)
    throw new UsageError(`--compare takes two systems, not ${compare.length}.`)
  if (update && task) throw new UsageError('--update measures all tasks; leave --task out.')
}

function chosen({ systems, compare = [], update = false }: Options): System[] {
  if (update) return [FUNDSTELLE]
  const names = systems ? [...systems, ...compare] : SYSTEMS.map(({ name }) => name)
  return SYSTEMS.filter(({ name }) => names.includes(name))
}

async function available(systems: readonly System[], output: Output): Promise<System[]> {
  const here: System[] = []
  for (const system of systems) {
    const reason = await system.missing?.()
    if (reason) output.err(`${system.name} is left out: ${reason}.`)
    else here.push(system)
  }
  return here
}

async function evaluateSet(
  set: JudgedSet,
  systems: readonly System[],
  { task }: Options,
  output: Output,
): Promise<Evaluation[]> {
  const tasks = set.tasks.filter(({ name }) => task?.includes(name) ?? true)
  if (tasks.length === 0) return []
  const evaluations: Evaluation[] = []
  for (const system of systems) {
    output.err(`${set.name}: ${system.name}`)
    evaluations.push(...(await evaluate(set, [system], tasks)))
  }
  return evaluations
}

function winsByTask(
  evaluations: readonly Evaluation[],
  [first, second]: readonly string[],
  { tasks, queries }: JudgedSet,
): string[] {
  return tasks.flatMap(({ name }) => {
    const of = (wanted: string | undefined) =>
      evaluations.find(({ task, system }) => task === name && system === wanted)
    const [a, b] = [of(first), of(second)]
    return a && b ? [describeWins(a, b, queries)] : []
  })
}

function json(summaries: readonly Summary[], evaluations: readonly Evaluation[]): string {
  const byQuery = evaluations.map(({ measures, ...evaluation }) => ({
    ...evaluation,
    measures: Object.fromEntries(measures),
  }))
  return `${JSON.stringify({ summaries, byQuery }, null, 2)}\n`
}
