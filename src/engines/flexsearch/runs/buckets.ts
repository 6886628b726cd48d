/** The passages that keys occur in, by key, in the order in which they came, and where in them: a counting sort. */
export class Buckets {
  /** By key, and one more: where its entries begin. */
  readonly starts: Uint32Array
  readonly passages: Uint32Array
  readonly positions: Uint32Array

  /**
   * @param count Keys are below this.
   * @param passages Ascending.
   * @param keys Of all passages, one after the other.
   * @param ends By passage: where its keys end.
   * @param positions By key, where they matter.
   */
  constructor(
    count: number,
    passages: Uint32Array,
    keys: Uint32Array,
    ends: Uint32Array,
    positions?: Uint32Array,
  ) {
    const starts = new Uint32Array(count + 1)
    for (let i = 0; i < keys.length; i++) starts[keys[i]! + 1]!++
    for (let key = 0; key < count; key++) starts[key + 1]! += starts[key]!
    const next = starts.slice()
    this.starts = starts
    this.passages = new Uint32Array(keys.length)
    this.positions = new Uint32Array(positions ? keys.length : 0)
    for (let place = 0, i = 0; place < passages.length; place++) {
      const passage = passages[place]!
      for (const end = ends[place]!; i < end; i++) {
        const at = next[keys[i]!]!++
        this.passages[at] = passage
        if (positions) this.positions[at] = positions[i]!
      }
    }
  }

  /** How many entries a key has. */
  sizeOf(key: number): number {
    return this.starts[key + 1]! - this.starts[key]!
  }
}
