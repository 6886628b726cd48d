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
    let low = 0
    let high = this.targets.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (this.targets[middle]! <= offset) low = middle
      else high = middle - 1
    }
    if (high < 0) return 0
    const inside = Math.min(Math.max(offset - this.targets[low]!, 0), this.lengths[low]!)
    return this.sources[low]! + inside
  }
}
