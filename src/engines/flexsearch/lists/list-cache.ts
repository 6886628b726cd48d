/** Lists that were read lately, by number. Two generations: what is asked for again moves to the younger one; when that is full, it becomes the older one, which is forgotten. */
export class ListCache<List extends { readonly memory: number }> {
  private younger = new Map<number, List>()
  private older = new Map<number, List>()
  /** Bytes of the younger lists. */
  private size = 0

  /** @param bytes To be kept at most. */
  constructor(private readonly bytes: number) {}

  /** A list, kept or else as `read` makes it. */
  get(number: number, read: () => List): List {
    const young = this.younger.get(number)
    if (young) return young
    const list = this.older.get(number) ?? read()
    const size = LIST_OVERHEAD + list.memory
    if (size * 4 > this.bytes) return list
    if ((this.size + size) * 2 > this.bytes || this.younger.size === MOST) {
      this.older = this.younger
      this.younger = new Map()
      this.size = 0
    }
    this.younger.set(number, list)
    this.size += size
    return list
  }
}

/** Lists in a generation: each takes some 700 bytes of the heap, however short it is. With half as many, eight words take a tenth longer. */
const MOST = 2_500

/** What a list takes besides, in bytes. */
const LIST_OVERHEAD = 900
