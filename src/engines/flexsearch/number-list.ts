/** A growing list of unsigned 32-bit numbers, four bytes each. */
export class NumberList implements Iterable<number> {
  private numbers: Uint32Array
  length = 0

  /** @param capacity For how many numbers to make room at first. */
  constructor(capacity = 1024) {
    this.numbers = new Uint32Array(capacity)
  }

  push(number: number): void {
    if (this.length === this.numbers.length) {
      const grown = new Uint32Array(this.numbers.length * 2)
      grown.set(this.numbers)
      this.numbers = grown
    }
    this.numbers[this.length++] = number
  }

  at(index: number): number {
    return this.numbers[index]!
  }

  [Symbol.iterator](): Iterator<number> {
    return this.numbers.subarray(0, this.length).values()
  }
}
