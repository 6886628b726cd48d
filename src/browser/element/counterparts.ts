import { asFailure, type SearchFailure } from './failure.js'
import { type Counterpart, counterpartsOf } from './server.js'

/** Unfolded counterparts: on their way, there, or why not. */
export type Unfolded = 'loading' | Counterpart[] | SearchFailure

/** Which passages are shown with their counterparts; each is asked for once. */
export class Counterparts {
  readonly #unfolded = new Set<string>()
  readonly #known = new Map<string, Unfolded>()
  #controller = new AbortController()

  readonly #element: { endpoint: string; requestUpdate(): void }

  constructor(element: { endpoint: string; requestUpdate(): void }) {
    this.#element = element
  }

  /** What to show below a passage; undefined where it is folded. */
  of(passageId: string): Unfolded | undefined {
    return this.#unfolded.has(passageId) ? (this.#known.get(passageId) ?? 'loading') : undefined
  }

  toggle(passageId: string): void {
    if (!this.#unfolded.delete(passageId)) {
      this.#unfolded.add(passageId)
      if (!Array.isArray(this.#known.get(passageId))) this.#ask(passageId)
    }
    this.#element.requestUpdate()
  }

  forget(): void {
    this.#controller.abort()
    this.#controller = new AbortController()
    this.#unfolded.clear()
    this.#known.clear()
  }

  async #ask(passageId: string): Promise<void> {
    this.#known.set(passageId, 'loading')
    const { signal } = this.#controller
    const found = await counterpartsOf(this.#element.endpoint, passageId, signal).catch(asFailure)
    if (signal.aborted) return
    this.#known.set(passageId, found)
    this.#element.requestUpdate()
  }
}
