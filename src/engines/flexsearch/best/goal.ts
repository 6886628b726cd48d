/** More than the order of additions changes of a score, and far less than anything that counts. */
const ROUNDING = 1e-9

/** What passages must reach to be among the best. */
export class Goal {
  /** The needed number of passages have so much, as far as sums can be trusted that are added up in different orders. */
  floor = Number.NEGATIVE_INFINITY
  private readonly settled: Best
  private readonly offered: Best

  /**
   * @param needed Number of passages looked for.
   * @param lift How many times as much a passage may be worth in the end.
   */
  constructor(
    readonly needed: number,
    private readonly lift: number,
  ) {
    this.settled = new Best(needed)
    this.offered = new Best(needed)
  }

  /** Passages that can be among the best have so much at least. */
  get least(): number {
    return this.floor / this.lift
  }

  /** Says that the needed number of passages have so much. */
  raise(floor: number): void {
    this.floor = Math.max(this.floor, floor - ROUNDING)
  }

  /** Takes scores of passages that are in no later offer: of different ones each time. */
  settle(scores: Float64Array): void {
    for (let i = 0; i < scores.length; i++) this.settled.add(scores[i]!)
    if (this.settled.isFull) this.raise(this.settled.least)
  }

  /**
   * Takes what different passages have at least. Returns what the last of those has that are among the best with the settled ones;
   * infinity where there are too few.
   */
  offer(scores: Float64Array, count = scores.length): number {
    const { offered, settled } = this
    if (settled.count + count < this.needed) return Number.POSITIVE_INFINITY
    offered.copy(settled)
    offered.addAll(scores, count)
    this.raise(offered.least)
    return offered.least
  }
}

/** The greatest of some numbers: a binary heap with the least of them at the root. */
class Best {
  count = 0
  private readonly heap: Float64Array

  constructor(size: number) {
    this.heap = new Float64Array(size)
  }

  get isFull(): boolean {
    return this.count > 0 && this.count === this.heap.length
  }

  get least(): number {
    return this.heap[0]!
  }

  copy(other: Best): void {
    this.heap.set(other.heap)
    this.count = other.count
  }

  addAll(numbers: Float64Array, count: number): void {
    const { heap } = this
    for (let i = 0; i < count; i++)
      if (this.count < heap.length || numbers[i]! > heap[0]!) this.add(numbers[i]!)
  }

  add(number: number): void {
    const { heap } = this
    if (this.count < heap.length) this.rise(number)
    else if (number > heap[0]!) this.sink(number)
  }

  private rise(number: number): void {
    const { heap } = this
    let place = this.count++
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (heap[parent]! <= number) break
      heap[place] = heap[parent]!
      place = parent
    }
    heap[place] = number
  }

  private sink(number: number): void {
    const { heap } = this
    let place = 0
    for (;;) {
      let child = 2 * place + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child++
      if (heap[child]! >= number) break
      heap[place] = heap[child]!
      place = child
    }
    heap[place] = number
  }
}
