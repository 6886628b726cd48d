/** A growing list of unsigned 32-bit numbers, four bytes each. */
export class NumberList implements Iterable<number> {
  private numbers: Uint32Array
  length = 0

  /** @param capacity For how many numbers to make room at first. */
  constructor(capacity = 64) {
    this.numbers = new Uint32Array(capacity)
  }

  push(number: number): void {
    if (this.length === this.numbers.length) this.reserve(1)
    this.numbers[this.length++] = number
  }

  append(numbers: ArrayLike<number>): void {
    this.reserve(numbers.length)
    this.numbers.set(numbers, this.length)
    this.length += numbers.length
  }

  /** Makes the list longer; returns what was added, to be filled before the next change. */
  extend(count: number): Uint32Array {
    this.reserve(count)
    this.length += count
    return this.numbers.subarray(this.length - count, this.length)
  }

  at(index: number): number {
    return this.numbers[index]!
  }

  set(index: number, number: number): void {
    this.numbers[index] = number
  }

  /** The number at a place, 0 where there is none yet. */
  orZero(index: number): number {
    return index < this.length ? this.numbers[index]! : 0
  }

  /** Sets the number at a place; those between it and the end are 0. */
  put(index: number, number: number): void {
    if (index >= this.length) {
      this.reserve(index + 1 - this.length)
      this.length = index + 1
    }
    this.numbers[index] = number
  }

  /** All numbers so far, without a copy. */
  values(): Uint32Array {
    return this.numbers.subarray(0, this.length)
  }

  /** Forgets the numbers, and begins again in the same place. */
  clear(): void {
    this.length = 0
  }

  [Symbol.iterator](): Iterator<number> {
    return this.values().values()
  }

  private reserve(more: number): void {
    if (this.length + more <= this.numbers.length) return
    const grown = new Uint32Array(Math.max(this.numbers.length * 2, this.length + more))
    grown.set(this.values())
    this.numbers = grown
  }
}
