import type { Budget } from '../../search/budget.js'
import type { Scores } from './accumulator.js'

/** Work that can be interrupted after each of its pieces. What all searches share is as it was found, then, but for the tally. */
export type InPieces<T> = Generator<void, T>

/** Does all of it at once. */
export function atOnce<T>(work: InPieces<T>): T {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

/** Lets others have their turn between the pieces, when it is time. */
export async function inTurns<T>(work: InPieces<T>, budget: Budget | undefined): Promise<T> {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
    if (budget?.isPauseDue) await budget.pause()
  }
}

/** Passages that are gone through from one pause to the next, where each takes some ten nanoseconds. */
export const AT_A_TIME = 65_536

/** A list bit by bit: what is done to all of it is done in pieces. Views, not copies. */
export function* chunksOf(ids: Uint32Array): Generator<Uint32Array> {
  for (let start = 0; start < ids.length; start += AT_A_TIME)
    yield ids.subarray(start, start + AT_A_TIME)
}

/** The same of passages with scores. */
export function* chunksOfScores({ ids, scores }: Scores): Generator<Scores> {
  for (let start = 0; start < ids.length; start += AT_A_TIME) {
    const end = start + AT_A_TIME
    yield { ids: ids.subarray(start, end), scores: scores.subarray(start, end) }
  }
}
