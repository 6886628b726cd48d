/** Nothing follows. */
const END = -1

/** Which texts have a key: lists of numbers, kept in typed arrays that are used again for the next texts. */
export class TextLists {
  /** By key, a bit: whether it has a list. Most keys that are asked for have none, and this is small enough to stay near at hand. */
  private present = new Uint32Array(0)
  /** By key: its list's last entry. */
  private last = new Int32Array(0)
  /** By entry: its key, its text, and the entry before it in its list. */
  private keys = new Int32Array(256)
  private texts = new Int32Array(256)
  private before = new Int32Array(256)
  private entries = 0

  /** Forgets all texts. @param keys Their numbers are below this. */
  begin(keys: number): void {
    for (let entry = 0; entry < this.entries; entry++) this.present[this.keys[entry]! >>> 5] = 0
    this.entries = 0
    if (keys <= this.last.length) return
    this.last = new Int32Array(2 * keys)
    this.present = new Uint32Array((2 * keys + 31) >>> 5)
  }

  /** Adds a text to the list of a key; texts in their order, each once. */
  add(key: number, text: number): void {
    const known = this.lastOf(key)
    if (known !== END && this.texts[known] === text) return
    if (this.entries === this.texts.length) this.grow()
    this.keys[this.entries] = key
    this.texts[this.entries] = text
    this.before[this.entries] = known
    this.present[key >>> 5]! |= 1 << (key & 31)
    this.last[key] = this.entries++
  }

  /** The last entry of a key's list; below 0 where it has none. */
  lastOf(key: number): number {
    return ((this.present[key >>> 5]! >>> (key & 31)) & 1) === 1 ? this.last[key]! : END
  }

  textAt(entry: number): number {
    return this.texts[entry]!
  }

  /** The entry before; below 0 for the first. */
  previous(entry: number): number {
    return this.before[entry]!
  }

  private grow(): void {
    for (const name of ['keys', 'texts', 'before'] as const) {
      const grown = new Int32Array(2 * this.entries)
      grown.set(this[name])
      this[name] = grown
    }
  }
}
