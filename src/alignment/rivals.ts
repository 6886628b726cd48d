/** The two highest values of each row or column of a table, so that the best other value is known at once. */
export class Rivals {
  private readonly best: Float64Array
  private readonly next: Float64Array
  private readonly place: Int32Array

  constructor(length: number) {
    this.best = new Float64Array(length)
    this.next = new Float64Array(length)
    this.place = new Int32Array(length).fill(-1)
  }

  add(line: number, place: number, value: number): void {
    if (value > this.best[line]!) {
      this.next[line] = this.best[line]!
      this.best[line] = value
      this.place[line] = place
    } else if (value > this.next[line]!) this.next[line] = value
  }

  /** The highest value of the line that is not at this place; 0 where there is none. */
  besides(line: number, place: number): number {
    return this.place[line] === place ? this.next[line]! : this.best[line]!
  }
}
