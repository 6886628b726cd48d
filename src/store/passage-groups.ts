/** Passages by something that each has one of, such as its section. */
export class PassageGroups {
  private readonly starts: Uint32Array
  /** Null where they are in the order of their groups: then each group's are those from its start to the next one's. */
  private readonly passages: Uint32Array | null

  /**
   * @param numbers By passage: the number of its group, below `count`.
   * @param starts Where it is known that passages are in the order of their groups: the first passage of each, and then how many there are.
   */
  constructor(
    readonly numbers: Uint32Array,
    readonly count: number,
    starts?: Uint32Array,
  ) {
    this.starts = starts ?? new Uint32Array(count + 1)
    this.passages = starts || this.startInOrder() ? null : this.inGroups()
  }

  /** Number of passages in a group. */
  sizeOf(group: number): number {
    return this.starts[group + 1]! - this.starts[group]!
  }

  /** True where each group's passages are next to each other, in the order of their groups. */
  get isInOrder(): boolean {
    return this.passages === null
  }

  /** The first passage of a group, where passages are in the order of their groups; of the last one and one more, how many passages there are. */
  startOf(group: number): number {
    return this.starts[group]!
  }

  /** Passages of a group, ascending. */
  of(group: number): Uint32Array {
    const { passages, starts } = this
    if (passages) return passages.subarray(starts[group]!, starts[group + 1]!)
    const own = new Uint32Array(this.sizeOf(group))
    this.copyTo(own, 0, group)
    return own
  }

  /** Puts the passages of a group into a list, from a place on. Returns the place after them. */
  copyTo(list: Uint32Array, place: number, group: number): number {
    const { passages, starts } = this
    const start = starts[group]!
    const size = this.sizeOf(group)
    if (passages) list.set(passages.subarray(start, start + size), place)
    else for (let i = 0; i < size; i++) list[place + i] = start + i
    return place + size
  }

  /** Finds where the groups start; false where some passage is not in their order. */
  private startInOrder(): boolean {
    const { numbers, starts, count } = this
    let group = 0
    for (let id = 0; id < numbers.length; id++) {
      const own = numbers[id]!
      if (own === group) continue
      if (own < group) return false
      while (group < own) starts[++group] = id
    }
    starts.fill(numbers.length, group + 1, count + 1)
    return true
  }

  private inGroups(): Uint32Array {
    const { numbers, count } = this
    const starts = this.starts.fill(0)
    for (let id = 0; id < numbers.length; id++) starts[numbers[id]! + 1]!++
    for (let group = 0; group < count; group++) starts[group + 1]! += starts[group]!
    const next = starts.slice(0, count)
    const passages = new Uint32Array(numbers.length)
    for (let id = 0; id < numbers.length; id++) passages[next[numbers[id]!]!++] = id
    return passages
  }
}
