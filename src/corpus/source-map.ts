/**
 * Builds a text out of pieces of another one and remembers where each piece came from, so that an
 * offset of the result leads back to the original.
 */
export class SourceMap {
  private readonly targets: number[] = []
  private readonly sources: number[] = []
  private readonly lengths: number[] = []

  /** Records that `length` code units at `target` were copied from `source`. In ascending order. */
  add(target: number, source: number, length: number): void {
    const last = this.targets.length - 1
    const continues =
      last >= 0 &&
      this.targets[last]! + this.lengths[last]! === target &&
      this.sources[last]! + this.lengths[last]! === source
    if (continues) {
      this.lengths[last]! += length
      return
    }
    this.targets.push(target)
    this.sources.push(source)
    this.lengths.push(length)
  }

  /** The original's offset for an offset of the text; within inserted text, that of the piece before. */
  toSource(offset: number): number {
    const at = this.pieceAt(offset)
    if (at < 0) return 0
    const inside = Math.min(Math.max(offset - this.targets[at]!, 0), this.lengths[at]!)
    return this.sources[at]! + inside
  }

  /** The pieces copied into `[start, end)`, cut to that range, in order. */
  *pieces(
    start: number,
    end: number,
  ): Generator<{ target: number; source: number; length: number }> {
    for (let at = Math.max(this.pieceAt(start), 0); at < this.targets.length; at += 1) {
      const from = Math.max(this.targets[at]!, start)
      const to = Math.min(this.targets[at]! + this.lengths[at]!, end)
      if (this.targets[at]! >= end) return
      if (from >= to) continue
      yield {
        target: from,
        source: this.sources[at]! + from - this.targets[at]!,
        length: to - from,
      }
    }
  }

  /** The last piece that starts at or before `offset`; the first one where none does; -1 without pieces. */
  private pieceAt(offset: number): number {
    let low = 0
    let high = this.targets.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (this.targets[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return high < 0 ? -1 : low
  }
}
