type NumberArray = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array

/** A column of numbers that grows by stretches. */
export class GrowingColumn<T extends NumberArray> {
  private array: T
  length = 0

  constructor(private readonly type: new (length: number) => T) {
    this.array = new type(1024)
  }

  /** @param base Added to each of the numbers. */
  append(numbers: ArrayLike<number>, base = 0): void {
    this.reserve(numbers.length)
    const { array, length } = this
    for (let i = 0; i < numbers.length; i++) array[length + i] = numbers[i]! + base
    this.length += numbers.length
  }

  at(place: number): number {
    return this.array[place]!
  }

  /** All numbers so far, without a copy. */
  values(): T {
    return this.array.subarray(0, this.length) as T
  }

  private reserve(more: number): void {
    if (this.length + more <= this.array.length) return
    // By half: the last growth of a long column should not double what it takes.
    const grown = new this.type(Math.max(Math.ceil(this.array.length * 1.5), this.length + more))
    grown.set(this.values())
    this.array = grown
  }
}
