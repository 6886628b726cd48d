import type { CodeUnits } from './characters.js'

/** Of a record in the pool: the halves of its hash, the halves of its entry's place, its length; then its code units. */
const HEAD = 5

/**
 * Entries by how a word is written, looked up in a text without cutting the word out of it: an open-addressing hash table. All that is compared lies
 * together, because what takes time is not to compare but to wait for memory.
 */
export class SurfaceTable<T> {
  private readonly entries: T[] = []
  private pool = new Uint16Array(1 << 14)
  private used = 0
  /** One more than where a record begins; 0 where there is none. */
  private slots = new Uint32Array(1 << 11)

  get size(): number {
    return this.entries.length
  }

  /** @param hash Of the stretch: see {@link hashOf}. */
  find(units: Uint16Array, start: number, end: number, hash: number): T | undefined {
    const { slots, pool } = this
    const mask = slots.length - 1
    const [low, high, length] = [hash & 0xffff, hash >>> 16, end - start]
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const record = slots[slot]! - 1
      if (record < 0) return undefined
      if (pool[record] !== low || pool[record + 1] !== high || pool[record + 4] !== length) continue
      let i = 0
      while (i < length && pool[record + HEAD + i] === units[start + i]) i++
      if (i === length) return this.entries[pool[record + 2]! | (pool[record + 3]! << 16)]
    }
  }

  /** Adds an entry that is not there yet. Words of more than 65,535 code units are not kept. */
  add(units: Uint16Array, start: number, end: number, hash: number, entry: T): void {
    const length = end - start
    if (length > 0xffff) return
    if (2 * this.entries.length >= this.slots.length) this.grow()
    this.makeRoom(HEAD + length)
    const { pool, used } = this
    const place = this.entries.push(entry) - 1
    pool[used] = hash & 0xffff
    pool[used + 1] = hash >>> 16
    pool[used + 2] = place & 0xffff
    pool[used + 3] = place >>> 16
    pool[used + 4] = length
    for (let i = 0; i < length; i++) pool[used + HEAD + i] = units[start + i]!
    this.place(hash, used)
    this.used += HEAD + length
  }

  private makeRoom(length: number): void {
    if (this.used + length <= this.pool.length) return
    const grown = new Uint16Array(Math.max(2 * this.pool.length, this.used + length))
    grown.set(this.pool)
    this.pool = grown
  }

  private grow(): void {
    const { pool } = this
    this.slots = new Uint32Array(2 * this.slots.length)
    for (let record = 0; record < this.used; record += HEAD + pool[record + 4]!)
      this.place(pool[record]! | (pool[record + 1]! << 16), record)
  }

  private place(hash: number, record: number): void {
    const mask = this.slots.length - 1
    let slot = hash & mask
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask
    this.slots[slot] = record + 1
  }
}

/** A hash of a stretch of text (FNV-1a over UTF-16 units, then mixed). */
export function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ units[i]!, 0x01000193)
  return hash ^ (hash >>> 15)
}

/**
 * A table that does not grow without end: the entries that came last are kept, at least so many, and as many before them. Those that come often
 * never leave it.
 */
export class RecentSurfaces<T> {
  private recent = new SurfaceTable<T>()
  private older = new SurfaceTable<T>()

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
    if (this.recent.size >= this.capacity) {
      this.older = this.recent
      this.recent = new SurfaceTable()
    }
    this.recent.add(units, start, end, hash, entry)
    return entry
  }
}

/** As many as a call takes arguments. */
const PIECE = 4096

function stringOf(units: Uint16Array, start: number, end: number): string {
  let text = ''
  for (let from = start; from < end; from += PIECE)
    text += String.fromCharCode(...units.subarray(from, Math.min(end, from + PIECE)))
  return text
}
