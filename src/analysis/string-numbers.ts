import {
  finished,
  hashOf,
  NO_HASH,
  NOT_THERE,
  nextHash,
  SurfaceTable,
  stringOf,
} from '../language/surface-table.js'

/** Longer strings are not kept in the table. */
const LONGEST = 0xffff

/**
 * Numbers strings in the order in which they come; the same string has the same number. They are kept as code units in a table: half a million strings
 * in a `Map` take several times as long to find, and a garbage collector goes through all of them.
 */
export class StringNumbers {
  /** How many there are. */
  size = 0
  private readonly table = new SurfaceTable()
  private readonly long = new Map<string, number>()
  private units = new Uint16Array(64)

  numberOf(string: string): number {
    const { length } = string
    if (length > LONGEST) return this.numberOfLong(string)
    if (length > this.units.length) this.units = new Uint16Array(2 * length)
    const { units } = this
    let hash = NO_HASH
    for (let i = 0; i < length; i++) {
      const unit = string.charCodeAt(i)
      units[i] = unit
      hash = nextHash(hash, unit)
    }
    return this.numberAt(units, 0, length, finished(hash))
  }

  /** The same of a stretch of code units. */
  numberOfStretch(units: Uint16Array, start: number, end: number): number {
    if (end - start > LONGEST) return this.numberOfLong(stringOf(units, start, end))
    return this.numberAt(units, start, end, hashOf(units, start, end))
  }

  private numberAt(units: Uint16Array, start: number, end: number, hash: number): number {
    const known = this.table.find(units, start, end, hash)
    if (known !== NOT_THERE) return known
    this.table.add(units, start, end, hash, this.size)
    return this.size++
  }

  private numberOfLong(string: string): number {
    const known = this.long.get(string)
    if (known !== undefined) return known
    this.long.set(string, this.size)
    return this.size++
  }
}
