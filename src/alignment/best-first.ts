/** Gives entries in the order of their scores, which may change meanwhile; equal ones in the order they came in. */
export class BestFirst<Entry> {
  private readonly heap: { entry: Entry; score: number; order: number }[] = []
  private count = 0

  constructor(private readonly scoreOf: (entry: Entry) => number) {}

  /** Adds an entry, or adds it again because its score has changed. */
  add(entry: Entry): void {
    const { heap } = this
    heap.push({ entry, score: this.scoreOf(entry), order: this.count++ })
    for (let at = heap.length - 1, up = (at - 1) >> 1; at > 0; at = up, up = (at - 1) >> 1) {
      if (!this.isBefore(at, up)) return
      this.swap(at, up)
    }
  }

  /** Takes the entry with the highest score out. */
  take(): Entry | undefined {
    for (;;) {
      const first = this.heap[0]
      if (!first) return undefined
      this.removeFirst()
      // An entry that was added again stands here with its old score too.
      if (this.scoreOf(first.entry) === first.score) return first.entry
    }
  }

  private removeFirst(): void {
    const { heap } = this
    const last = heap.pop()!
    if (heap.length === 0) return
    heap[0] = last
    for (let at = 0; ; ) {
      let least = at
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && this.isBefore(child, least)) least = child
      if (least === at) return
      this.swap(at, least)
      at = least
    }
  }

  private isBefore(a: number, b: number): boolean {
    const [one, other] = [this.heap[a]!, this.heap[b]!]
    return one.score > other.score || (one.score === other.score && one.order < other.order)
  }

  private swap(a: number, b: number): void {
    const { heap } = this
    ;[heap[a], heap[b]] = [heap[b]!, heap[a]!]
  }
}
