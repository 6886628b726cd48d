import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Evaluation } from './evaluate.js'
import { SetError } from './lines.js'
import { MEASURES, type Measures } from './measures.js'

/** What Fundstelle achieves on a set, kept beside it: means per task. */
export type Expected = Record<string, Measures & { queries: number }>

/** `expected.json` in the folder of the set. */
export const EXPECTED = 'expected.json'

export const UPDATE = 'npm run evaluate -- --update'

/** The largest change of a mean that does not count, with room for rounding. */
const TOLERANCE = 0.001 + 1e-9

const SCHEMA: z.ZodType<Expected> = z.record(
  z.string(),
  z.object({
    queries: z.number(),
    ndcg10: z.number(),
    mrr10: z.number(),
    recall10: z.number(),
    recall100: z.number(),
  }),
)

/** @throws SetError where there is none, or it cannot be read. */
export function readExpected(folder: string): Expected {
  const file = join(folder, EXPECTED)
  if (!existsSync(file)) throw new SetError(file, null, `It is not there; ${UPDATE} writes it.`)
  try {
    return SCHEMA.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new SetError(file, null, `These are no measures by task; ${UPDATE} writes it anew.`)
  }
}

export function writeExpected(folder: string, expected: Expected): void {
  writeFileSync(join(folder, EXPECTED), `${JSON.stringify(expected, null, 2)}\n`)
}

/** The means of one system's evaluations, to four decimals. */
export function expectedOf(evaluations: readonly Evaluation[]): Expected {
  return Object.fromEntries(
    evaluations.map(({ task, measures }) => [
      task,
      { queries: measures.size, ...meansOf([...measures.values()]) },
    ]),
  )
}

function meansOf(measured: readonly Measures[]): Measures {
  const mean = (name: keyof Measures) =>
    measured.reduce((sum, measures) => sum + measures[name], 0) / measured.length
  const means = MEASURES.map((name) => [name, Math.round(mean(name) * 1e4) / 1e4])
  return Object.fromEntries(means) as unknown as Measures
}

export interface Drift {
  /** What is worse, or about other queries, than expected: a sentence each. */
  drops: string[]
  /** What is better. */
  rises: string[]
}

/** Compares what was measured with what was expected. */
export function drift(expected: Expected, measured: Expected): Drift {
  const tasks = new Set([...Object.keys(expected), ...Object.keys(measured)])
  const found = [...tasks].flatMap((task) => taskDrift(task, expected[task], measured[task]))
  return {
    drops: found.filter(({ rise }) => !rise).map(({ sentence }) => sentence),
    rises: found.filter(({ rise }) => rise).map(({ sentence }) => sentence),
  }
}

function taskDrift(
  task: string,
  expected: Expected[string] | undefined,
  measured: Expected[string] | undefined,
): { rise: boolean; sentence: string }[] {
  if (expected?.queries !== measured?.queries) {
    const sentence = `${task}: ${measured?.queries ?? 'no'} queries instead of ${expected?.queries ?? 'none'}`
    return [{ rise: false, sentence }]
  }
  return MEASURES.flatMap((name) => {
    const [before, now] = [expected![name], measured![name]]
    if (Math.abs(now - before) <= TOLERANCE) return []
    return { rise: now > before, sentence: `${task}: ${name} ${now} instead of ${before}` }
  })
}
