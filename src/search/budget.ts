/** Milliseconds after which others have their turn. Work is done in pieces that mostly take far less. */
const TURN_MS = 10

/**
 * Steps that a question may take unless asked otherwise. A step is to look at one passage, position or word in a list,
 * some ten nanoseconds, so that this is some fifty milliseconds.
 */
export const BUDGET = 5_000_000

/**
 * The work that is left to a question. It is counted in steps, not measured in time: the same question has the same
 * answer on a slow day. Whoever has much to do spends what it takes before, piece by piece, and leaves the rest undone
 * when the budget does not allow it; what has been found by then is the answer, which says that it is partial.
 *
 * From time to time others have their turn, by the clock: nothing of the answer depends on that.
 *
 * @example
 * for (const block of list) {
 *   if (!budget.allows(block.size)) break
 *   read(block)
 * }
 */
export class Budget {
  private left: number
  private refused = false
  private turnBegan = performance.now()

  /** @param steps Infinity for any number. */
  constructor(steps: number = BUDGET) {
    this.left = steps
  }

  /** True if some more steps may be taken, which then count as taken. From the first refusal on, none may. */
  allows(steps: number): boolean {
    if (this.left <= 0) this.refused = true
    this.left -= steps
    return !this.refused
  }

  /** Takes some steps that cannot be left undone. */
  spend(steps: number): void {
    this.left -= steps
  }

  /** Between two pieces of work: whoever else waits for the process has it now, if the question has had it long enough. */
  async pause(): Promise<void> {
    if (!this.isPauseDue) return
    await new Promise((resolve) => setTimeout(resolve))
    this.turnBegan = performance.now()
  }

  get isPauseDue(): boolean {
    return performance.now() - this.turnBegan >= TURN_MS
  }

  /** True once something was left undone. */
  get isExceeded(): boolean {
    return this.refused
  }
}
