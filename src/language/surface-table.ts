import type { CodeUnits } from './characters.js'

/** What is known of words by how they are written, looked up in a text without cutting the word out of it: an open-addressing hash table. */
export class SurfaceTable<T extends { readonly surface: string }> {
  private readonly entries: T[] = []
  private readonly hashes: number[] = []
  /** One more than the place of an entry; 0 where there is none. */
  private slots = new Uint32Array(1024)

  get size(): number {
    return this.entries.length
  }

  /** @param hash Of the stretch: see {@link hashOf}. */
  find(units: Uint16Array, start: number, end: number, hash: number): T | undefined {
    const { slots, hashes, entries } = this
    const mask = slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = slots[slot]!
      if (place === 0) return undefined
      if (hashes[place - 1] !== hash) continue
      const entry = entries[place - 1]!
      if (isAt(entry.surface, units, start, end)) return entry
    }
  }

  /** Adds an entry that is not there yet. */
  add(entry: T, hash: number): void {
    if (2 * this.entries.length >= this.slots.length) this.grow()
    this.hashes.push(hash)
    this.place(hash, this.entries.push(entry))
  }

  private grow(): void {
    this.slots = new Uint32Array(2 * this.slots.length)
    for (let i = 0; i < this.hashes.length; i++) this.place(this.hashes[i]!, i + 1)
  }

  private place(hash: number, entry: number): void {
    const mask = this.slots.length - 1
    let slot = hash & mask
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask
    this.slots[slot] = entry
  }
}

/** A hash of a stretch of text (FNV-1a over UTF-16 units, then mixed). */
export function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ units[i]!, 0x01000193)
  return hash ^ (hash >>> 15)
}

function isAt(surface: string, units: Uint16Array, start: number, end: number): boolean {
  if (surface.length !== end - start) return false
  for (let i = 0; i < surface.length; i++)
    if (surface.charCodeAt(i) !== units[start + i]) return false
  return true
}

/**
 * A table that does not grow without end: the entries that came last are kept, at least so many, and as many before them. Those that come often
 * never leave it.
 */
export class RecentSurfaces<T extends { readonly surface: string }> {
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
    this.recent.add(entry, hash)
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
