import { KINDS, type Kind } from './kinds.js'
import { quantiles } from './quantiles.js'
import { Questions, type Sample } from './questions.js'
import type { Latency, SystemResult } from './results.js'
import type { Ask, System } from './system.js'
import { type Duration, SystemFailure, type SystemProcess } from './system-process.js'

/** A system that can be asked, and what is known of it so far. */
export interface Candidate {
  system: System
  process: SystemProcess
  result: SystemResult
}

/** Questions of each kind that are asked but not counted. */
const WARM_UP = 30
/** A system that needs more time for a kind of questions, in milliseconds, is asked no more of it. */
const PATIENCE = 60_000

type Answered = Duration & { hits: number }

/**
 * Asks all systems, one question after the other: each goes to every system before the next, and who is first
 * changes from question to question. So whatever else the machine does, it does it to all of them.
 */
export async function measure(
  candidates: readonly Candidate[],
  samples: readonly Sample[],
  count: number,
  onKind: (kind: Kind) => void,
): Promise<void> {
  const questions = new Questions(samples)
  for (const kind of KINDS) {
    onKind(kind)
    const asks = questions.draw(kind, WARM_UP + count)
    const answers = await askAll(candidates, kind, asks)
    for (const { result } of candidates) {
      const counted = (answers.get(result) ?? []).slice(WARM_UP)
      if (counted.length > 0) result.latencies.push(latencyOf(kind, counted))
    }
  }
}

async function askAll(candidates: readonly Candidate[], kind: Kind, asks: readonly Ask[]) {
  const answers = new Map<SystemResult, Answered[]>()
  const spent = new Map<SystemResult, number>()
  for (const [i, ask] of asks.entries())
    for (const { system, process, result } of rotated(candidates, i)) {
      const time = spent.get(result) ?? 0
      if (result.leftOut !== null || time > PATIENCE || !system.answers(kind)) continue
      const answered = await answerOf(process, ask, result)
      if (!answered) continue
      answers.set(result, [...(answers.get(result) ?? []), answered])
      spent.set(result, time + answered.wall)
      if (result.use) result.use.firstQuery ??= answered.wall
    }
  return answers
}

/** Null where the system has come to its end. */
async function answerOf(process: SystemProcess, ask: Ask, result: SystemResult) {
  try {
    return await process.ask(ask)
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error
    result.leftOut = `while asked “${ask.words.join(' ')}”: ${error.message}`
    return null
  }
}

function rotated<T>(list: readonly T[], by: number): T[] {
  const place = by % Math.max(1, list.length)
  return [...list.slice(place), ...list.slice(0, place)]
}

function latencyOf({ name }: Kind, answers: readonly Answered[]): Latency {
  return {
    kind: name,
    asked: answers.length,
    answered: answers.filter(({ hits }) => hits > 0).length / answers.length,
    cpu: quantiles(answers.map(({ cpu }) => cpu)),
    wall: quantiles(answers.map(({ wall }) => wall)),
  }
}
