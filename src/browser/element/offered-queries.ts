import { suggestionsFor } from './server.js'

/** Queries that the server offers before anything is typed; it is asked once. */
export class OfferedQueries {
  queries: readonly string[] = []

  readonly #element: { endpoint: string; requestUpdate(): void }

  constructor(element: { endpoint: string; requestUpdate(): void }) {
    this.#element = element
  }

  async ask(signal: AbortSignal): Promise<void> {
    const { endpoint } = this.#element
    if (this.queries.length) return
    const offered = await suggestionsFor(endpoint, '', signal)
    if (endpoint !== this.#element.endpoint) return
    this.queries = offered.map(({ text }) => text)
    this.#element.requestUpdate()
  }
}
