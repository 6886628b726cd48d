/** Positions in some passages, each with the place of its passage among them. Filled again and again: where a word stands in a million passages is no reason to make room a million times. */
export class PlacedPositions {
  /** Those from `count` on say nothing. */
  places: Uint32Array = new Uint32Array()
  positions: Uint32Array = new Uint32Array()
  count = 0

  clear(): void {
    this.count = 0
  }

  /** Makes room for some more. */
  reserve(more: number): void {
    const needed = this.count + more
    if (needed <= this.places.length) return
    const length = this.count === 0 ? needed : 2 * needed
    this.places = grown(this.places, length)
    this.positions = grown(this.positions, length)
  }
}

function grown(numbers: Uint32Array, length: number): Uint32Array {
  const larger = new Uint32Array(length)
  larger.set(numbers)
  return larger
}
