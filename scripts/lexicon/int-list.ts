/** A list of 32-bit integers that grows. */
export class IntList {
  private values = new Int32Array(1 << 16)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Int32Array(2 * this.length)
      grown.set(this.values)
      this.values = grown
    }
    this.values[this.length++] = value
  }

  at(index: number): number {
    return this.values[index]!
  }

  /** What was pushed, as a copy of just that length. */
  toArray(): Int32Array {
    return this.values.slice(0, this.length)
  }
}
