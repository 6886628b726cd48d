import { asFailure, type SearchFailure } from './failure.js'
import { numberOf } from './properties.js'
import { type Answer, answerTo, type Parameters } from './server.js'

/** What a conversation needs of its element. */
export interface Asker {
  endpoint: string
  /** Milliseconds to wait for the next key. */
  debounce: number
  /** Parameters of the search besides the query. */
  parameters(): Parameters
  requestUpdate(): void
  /** Told before a question is asked; false to keep it from being asked. */
  willAsk(query: string): boolean
  answered(answer: Answer): void
  failed(failure: SearchFailure): void
}

/**
 * One question at a time: a newer one aborts the older, and an abort is no failure. The last answer stays until there is
 * another.
 */
export class Conversation {
  answer: Answer | undefined
  failure: SearchFailure | undefined
  pending = false

  #timer: ReturnType<typeof setTimeout> | undefined
  #controller: AbortController | undefined

  readonly #element: Asker

  constructor(element: Asker) {
    this.#element = element
  }

  /** Asks once nothing more is typed. */
  askSoon(query: string): void {
    this.stop()
    this.pending = true
    this.#timer = setTimeout(
      () => this.ask(query),
      numberOf(this.#element.debounce, 0, 10_000, 150),
    )
    this.#element.requestUpdate()
  }

  /** Asks at once; resolves with the answer, or undefined where there is none or a newer question has come. */
  async ask(query: string): Promise<Answer | undefined> {
    this.stop()
    if (!this.#element.willAsk(query)) {
      this.#element.requestUpdate()
      return undefined
    }
    this.#controller = new AbortController()
    const { signal } = this.#controller
    this.pending = true
    this.#element.requestUpdate()
    try {
      const answer = await answerTo(
        this.#element.endpoint,
        query,
        this.#element.parameters(),
        signal,
      )
      if (signal.aborted) return undefined
      this.#settle(answer, undefined)
      this.#element.answered(answer)
      return answer
    } catch (error) {
      if (signal.aborted) return undefined
      const failure = asFailure(error)
      this.#settle(this.answer, failure)
      this.#element.failed(failure)
      return undefined
    }
  }

  /** Forgets everything that was said. */
  forget(): void {
    this.stop()
    this.#settle(undefined, undefined)
  }

  dismiss(): void {
    this.#settle(this.answer, undefined)
  }

  /** Gives up what is being asked. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#controller?.abort()
    this.pending = false
  }

  #settle(answer: Answer | undefined, failure: SearchFailure | undefined): void {
    this.pending = false
    this.answer = answer
    this.failure = failure
    this.#element.requestUpdate()
  }
}
