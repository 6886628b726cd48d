import type { Searcher } from './searcher.js'

/** A searcher that is being asked: it stays open until it is given back. */
export interface Lease {
  readonly searcher: Searcher
  /** Gives it back; may be called again. */
  release(): void
}

/** Where those who ask get the searcher of this moment. */
export interface SearcherSource {
  lease(): Lease
  close(): Promise<void>
}

/**
 * A searcher whose place another can take while it is being asked. Who has leased one keeps it to the end; whoever comes
 * later gets the new one. The old one is closed when the last who asks it has given it back.
 */
export class LiveSearcher implements SearcherSource {
  private current: Counted
  private readonly replaced = new Set<Counted>()
  private closed = false

  /** @param onError told where a replaced searcher could not be closed */
  constructor(
    searcher: Searcher,
    private readonly onError: (error: unknown) => void = console.error,
  ) {
    this.current = { searcher, leases: 0 }
  }

  lease(): Lease {
    const leased = this.current
    leased.leases++
    let held = true
    const release = () => {
      if (held) leased.leases--
      held = false
      this.closeUnused()
    }
    return { searcher: leased.searcher, release }
  }

  /** From now on `searcher` is given out; where all is closed already, it is closed too. */
  replace(searcher: Searcher): void {
    const next = { searcher, leases: 0 }
    this.replaced.add(this.closed ? next : this.current)
    if (!this.closed) this.current = next
    this.closeUnused()
  }

  /** Closes all that are open, those that are being asked as well. */
  async close(): Promise<void> {
    this.closed = true
    const open = [...this.replaced, this.current]
    this.replaced.clear()
    await Promise.all(open.map(({ searcher }) => searcher.close()))
  }

  private closeUnused(): void {
    for (const counted of this.replaced) {
      if (counted.leases > 0) continue
      this.replaced.delete(counted)
      counted.searcher.close().catch(this.onError)
    }
  }
}

interface Counted {
  readonly searcher: Searcher
  leases: number
}
