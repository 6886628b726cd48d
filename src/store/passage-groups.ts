/** Passages by something that each has one of, such as its section. */
export class PassageGroups {
  private readonly starts: Uint32Array
  private readonly passages: Uint32Array

  /** @param numbers By passage: the number of its group, below `count`. */
  constructor(
    readonly numbers: Uint32Array,
    readonly count: number,
  ) {
    this.starts = new Uint32Array(count + 1)
    for (let id = 0; id < numbers.length; id++) this.starts[numbers[id]! + 1]!++
    for (let group = 0; group < count; group++) this.starts[group + 1]! += this.starts[group]!
    const next = this.starts.slice(0, count)
    this.passages = new Uint32Array(numbers.length)
    for (let id = 0; id < numbers.length; id++) this.passages[next[numbers[id]!]!++] = id
  }

  /** Number of passages in a group. */
  sizeOf(group: number): number {
    return this.starts[group + 1]! - this.starts[group]!
  }

  /** Passages of a group, ascending. */
  of(group: number): Uint32Array {
    return this.passages.subarray(this.starts[group]!, this.starts[group + 1]!)
  }
}
