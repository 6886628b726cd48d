import { type CodeUnits, known, sizeOf } from './characters.js'

/** Of a record in the pool: the halves of its number, its length; then its code units. */
const HEAD = 3

/** What {@link SurfaceTable.find} says of a surface that is not there. */
export const NOT_THERE = -1

/**
 * Numbers by how a word is written, looked up in a text without cutting the word out of it: an open-addressing hash table. What takes time is not to
 * compare but to wait for memory: a slot has the hash, so that the record of another word is hardly ever looked at, and a record has all the rest.
 */
export class SurfaceTable {
  size = 0
  private pool = new Uint16Array(256)
  private used = 0
  /** Two numbers each: the hash, and one more than where the record begins; 0 where there is none. */
  private slots = new Int32Array(1 << 6)

  /** @param hash Of the stretch: see {@link hashOf}. */
  find(units: Uint16Array, start: number, end: number, hash: number): number {
    const { slots, pool } = this
    const mask = slots.length - 2
    const length = end - start
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const record = slots[slot + 1]! - 1
      if (record < 0) return NOT_THERE
      if (slots[slot] !== hash || pool[record + 2] !== length) continue
      let i = 0
      while (i < length && pool[record + HEAD + i] === units[start + i]) i++
      if (i === length) return pool[record]! | (pool[record + 1]! << 16)
    }
  }

  /**
   * Has the processor fetch what {@link find} will look at, for all of some hashes at once: one after the other, each would be waited for.
   * @returns nothing that means anything.
   */
  fetch(hashes: Int32Array, count: number): number {
    const { slots, pool } = this
    const mask = slots.length - 2
    let fetched = 0
    for (let i = 0; i < count; i++) fetched ^= pool[slots[((hashes[i]! << 1) & mask) + 1]!]!
    return fetched
  }

  /** Adds a surface that is not there yet, with its number. Words of more than 65,535 code units are not kept. */
  add(units: Uint16Array, start: number, end: number, hash: number, number: number): void {
    const length = end - start
    if (length > 0xffff) return
    if (3 * ++this.size >= this.slots.length) this.grow()
    this.makeRoom(HEAD + length)
    const { pool, used } = this
    pool[used] = number & 0xffff
    pool[used + 1] = number >>> 16
    pool[used + 2] = length
    for (let i = 0; i < length; i++) pool[used + HEAD + i] = units[start + i]!
    this.place(hash, used + 1)
    this.used += HEAD + length
  }

  private makeRoom(length: number): void {
    if (this.used + length <= this.pool.length) return
    const grown = new Uint16Array(Math.max(2 * this.pool.length, this.used + length))
    grown.set(this.pool)
    this.pool = grown
  }

  private grow(): void {
    const { slots } = this
    this.slots = new Int32Array(2 * slots.length)
    for (let slot = 0; slot < slots.length; slot += 2)
      if (slots[slot + 1] !== 0) this.place(slots[slot]!, slots[slot + 1]!)
  }

  private place(hash: number, entry: number): void {
    const { slots } = this
    const mask = slots.length - 2
    let slot = (hash << 1) & mask
    while (slots[slot + 1] !== 0) slot = (slot + 2) & mask
    slots[slot] = hash
    slots[slot + 1] = entry
  }
}

/** A hash of a stretch of text (FNV-1a over UTF-16 units, then mixed), as a signed number. */
export function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = NO_HASH
  for (let i = start; i < end; i++) hash = nextHash(hash, units[i]!)
  return finished(hash)
}

/** What {@link hashOf} begins with, does at each code unit, and at the end: for those who go through the units anyway. */
export const NO_HASH = 0x811c9dc5 | 0
export function nextHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}
export function finished(hash: number): number {
  return hash ^ (hash >>> 15)
}

/** A stretch of a text: where it ends, and its hash. */
export interface Surface {
  end: number
  hash: number
}

/** Goes on from `start` as long as characters are of some kinds, and hashes them on the way, as {@link hashOf} does. */
export function readSurface(read: CodeUnits, start: number, kinds: number, into: Surface): void {
  const { units, length } = read
  let hash = NO_HASH
  let end = start
  while (end < length) {
    const unit = units[end]!
    if ((known[unit]! & kinds) !== 0) {
      hash = nextHash(hash, unit)
      end++
      continue
    }
    const size = sizeOf(read, end, kinds)
    if (size === 0) break
    for (let i = 0; i < size; i++) hash = nextHash(hash, units[end++]!)
  }
  into.end = end
  into.hash = finished(hash)
}

/**
 * A table that does not grow without end: the entries that came last are kept, at least so many, and as many before them. Those that come often
 * never leave it.
 */
export class RecentSurfaces<T> {
  private recent = new Surfaces<T>()
  private older = new Surfaces<T>()

  constructor(
    private readonly capacity: number,
    private readonly make: (surface: string) => T,
  ) {}

  at({ units }: CodeUnits, start: number, end: number): T {
    const hash = hashOf(units, start, end)
    return this.recent.find(units, start, end, hash) ?? this.bring(units, start, end, hash)
  }

  private bring(units: Uint16Array, start: number, end: number, hash: number): T {
    const entry = this.older.find(units, start, end, hash) ?? this.make(stringOf(units, start, end))
    if (this.recent.entries.length >= this.capacity) {
      this.older = this.recent
      this.recent = new Surfaces()
    }
    const { table, entries } = this.recent
    table.add(units, start, end, hash, entries.push(entry) - 1)
    return entry
  }
}

class Surfaces<T> {
  readonly entries: T[] = []
  readonly table = new SurfaceTable()

  find(units: Uint16Array, start: number, end: number, hash: number): T | undefined {
    const number = this.table.find(units, start, end, hash)
    return number === NOT_THERE ? undefined : this.entries[number]
  }
}

/** One by one: a call with a list of arguments takes three times as long for a word. */
export function stringOf(units: Uint16Array, start: number, end: number): string {
  let text = ''
  for (let i = start; i < end; i++) text += String.fromCharCode(units[i]!)
  return text
}
