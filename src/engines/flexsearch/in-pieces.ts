import type { Budget } from '../../search/budget.js'

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
