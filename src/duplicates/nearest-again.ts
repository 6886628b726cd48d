import { MAX_COMPARED, NONE, nearestEarlier } from './nearest.js'
import { BAND, BANDS, keyAt, SIGNATURE_LENGTH, type Signatures } from './signatures.js'
import { firstNotBelow } from './sorted.js'

/** Where more rows than these, and more of all than this share, have to be compared again, all of them are. */
const MANY = 1000
const MOST = 1 / 8

/**
 * The same as {@link nearestEarlier} where most is known: rows are compared again only where one that agrees with them in a band was
 * added or has gone.
 *
 * @param nearest What was found before, by today's rows; it is changed and returned.
 * @param changes Rows that were added, and signatures that have gone.
 */
export function nearestAgain(
  signatures: Signatures,
  nearest: Int32Array,
  changes: { added: readonly number[]; gone: Iterable<Uint8Array> },
  least: number,
): Int32Array {
  const changed = new BandKeys()
  for (const row of changes.added) changed.addRow(signatures, row)
  for (const rows of changes.gone)
    for (let at = 0; at < rows.length; at += SIGNATURE_LENGTH) changed.add(rows, at)
  if (changed.isEmpty) return nearest
  const affected = [...new Set(rowsByKey(signatures, changed).flat())].sort((a, b) => a - b)
  if (affected.length > Math.max(MANY, MOST * signatures.length))
    return nearestEarlier(signatures, least)
  const keys = new BandKeys()
  for (const row of affected) keys.addRow(signatures, row)
  const rows = rowsByKey(signatures, keys)
  for (const row of affected) {
    const before = Array.from({ length: BANDS }, (_, band) =>
      lastBefore(row, rows[keys.place(band, signatures.key(row, band))]!),
    )
    nearest[row] = nearestOf(row, before, signatures, least)
  }
  return nearest
}

/** The rows that have each of some keys, ascending, by the key's place. */
function rowsByKey(signatures: Signatures, keys: BandKeys): number[][] {
  const rows: number[][] = Array.from({ length: keys.size }, () => [])
  signatures.eachKeyByRow((row, band, key) => {
    if (keys.mayHave(band, key)) rows[keys.place(band, key)]?.push(row)
  })
  return rows
}

/** Of ascending rows, those before one that are compared with it, the last first. */
function lastBefore(row: number, rows: readonly number[]): number[] {
  const end = firstNotBelow(row, rows)
  return rows.slice(Math.max(0, end - MAX_COMPARED), end).reverse()
}

/** @param before By band, the rows to compare with, in their order. */
function nearestOf(
  row: number,
  before: readonly (readonly number[])[],
  signatures: Signatures,
  least: number,
): number {
  let nearest = NONE
  let most = least - 1
  for (const rows of before)
    for (const other of rows) {
      const agreement = signatures.agreement(row, other)
      if (agreement <= most) continue
      most = agreement
      nearest = other
    }
  return nearest
}

/** Bits of a key by which most of those are told that are not among some. */
const SHORT = 0xffff

/** Keys of bands, each with a place in the order in which they came. */
class BandKeys {
  private readonly places = new Map<number, number>()
  private readonly short = new Uint8Array((BANDS * (SHORT + 1)) / 8)

  get isEmpty(): boolean {
    return this.places.size === 0
  }

  get size(): number {
    return this.places.size
  }

  addRow(signatures: Signatures, row: number): void {
    for (let band = 0; band < BANDS; band++) this.addKey(band, signatures.key(row, band))
  }

  /** @param at Where a signature begins in some bytes. */
  add(bytes: Uint8Array, at: number): void {
    for (let band = 0; band < BANDS; band++) this.addKey(band, keyAt(bytes, at + BAND * band))
  }

  /** False only for a key that is not there. */
  mayHave(band: number, key: number): boolean {
    const bit = band * (SHORT + 1) + (key & SHORT)
    return (this.short[bit >>> 3]! & (1 << (bit & 7))) !== 0
  }

  /** -1 for a key that is not there. */
  place(band: number, key: number): number {
    return this.places.get(band * 2 ** 24 + key) ?? -1
  }

  private addKey(band: number, key: number): void {
    const whole = band * 2 ** 24 + key
    if (this.places.has(whole)) return
    this.places.set(whole, this.places.size)
    const bit = band * (SHORT + 1) + (key & SHORT)
    this.short[bit >>> 3]! |= 1 << (bit & 7)
  }
}
