/** Nothing follows. */
const END = -1

/** Which texts have a key: lists of numbers, kept in typed arrays that are used again for the next texts. */
export class TextLists {
  /** By key: in which round it was last used, its list's last entry. */
  private rounds = new Uint32Array(0)
  private last = new Int32Array(0)
  /** By entry: its text, and the entry before it in its list. */
  private texts = new Int32Array(256)
  private before = new Int32Array(256)
  private entries = 0
  private round = 0

  /** Forgets all texts. @param keys Their numbers are below this. */
  begin(keys: number): void {
    this.entries = 0
    this.round++
    if (keys <= this.rounds.length) return
    const grown = new Uint32Array(2 * keys)
    grown.set(this.rounds)
    this.rounds = grown
    const last = new Int32Array(2 * keys)
    last.set(this.last)
    this.last = last
  }

  /** Adds a text to the list of a key; texts in their order, each once. */
  add(key: number, text: number): void {
    const known = this.lastOf(key)
    if (known !== END && this.texts[known] === text) return
    if (this.entries === this.texts.length) this.grow()
    this.texts[this.entries] = text
    this.before[this.entries] = known
    this.rounds[key] = this.round
    this.last[key] = this.entries++
  }

  /** The last entry of a key's list; below 0 where it has none. */
  lastOf(key: number): number {
    return this.rounds[key] === this.round ? this.last[key]! : END
  }

  textAt(entry: number): number {
    return this.texts[entry]!
  }

  /** The entry before; below 0 for the first. */
  previous(entry: number): number {
    return this.before[entry]!
  }

  private grow(): void {
    for (const name of ['texts', 'before'] as const) {
      const grown = new Int32Array(2 * this.entries)
      grown.set(this[name])
      this[name] = grown
    }
  }
}
