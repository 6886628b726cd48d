import type { Kind } from './kinds.js'
import type { Questions } from './questions.js'
import type { SystemResult, WarmUp } from './results.js'
import type { Ask, System } from './system.js'

/** Questions of each kind at most: 4,000 together. */
const OF_EACH = 222
/** How long a system is asked, by the time that it takes itself, in milliseconds; in larger collections a question takes longer. */
const SMALL_MS = 1_500
const LARGE_MS = 15_000
export const LARGE_PASSAGES = 50_000

/** Questions of one kind that are asked before any is measured. */
export interface Others {
  kind: Kind
  asks: readonly Ask[]
}

/** Draws questions of a kind that are none of those that are measured. */
export function othersOf(kind: Kind, questions: Questions, measured: readonly Ask[]): Others {
  return { kind, asks: questions.drawOthers(kind, OF_EACH, measured) }
}

/** Kinds of which the texts have too few questions besides those that are measured. */
export function fewOthers(all: readonly Others[]): { kind: string; others: number }[] {
  return all
    .filter(({ asks }) => asks.length < OF_EACH)
    .map(({ kind: { name }, asks }) => ({ kind: name, others: asks.length }))
}

/**
 * Asks a system questions of all the kinds that it answers, one of each in turn, until it has spent its time on them or there are no more: an engine of which only part
 * is compiled would be measured otherwise. Where there are few questions of a kind, these come again.
 *
 * @param answer Null where the system has come to its end.
 */
export async function warmUp(
  { system, result }: { system: System; result: SystemResult },
  others: readonly Others[],
  passages: number,
  answer: (ask: Ask) => Promise<{ wall: number } | null>,
): Promise<void> {
  const own = others.filter(({ kind, asks }) => asks.length > 0 && system.answers(kind))
  const time = passages < LARGE_PASSAGES ? SMALL_MS : LARGE_MS
  const spent: WarmUp = { questions: 0, wall: 0 }
  result.warmUp = spent
  for (let turn = 0; turn < OF_EACH; turn++)
    for (const { asks } of own) {
      if (spent.wall >= time) return
      const answered = await answer(asks[turn % asks.length]!)
      if (!answered) return
      spent.questions++
      spent.wall += answered.wall
    }
}
