import { BAND, BANDS, SIGNATURE_LENGTH, type Signatures } from './signatures.js'

/** So many rows before one that agree with it in a band are compared with it; there are more only where thousands share a template. */
export const MAX_COMPARED = 16

/** No earlier row. */
export const NONE = -1

/**
 * For each row, the earlier row whose signature agrees with it in most places, of those that agree in at least
 * `least` places: the neighbours that locality-sensitive hashing finds (Indyk and Motwani 1998). With 32 bands of three
 * places, a pair of resemblance s is seen with probability 1 − (1 − s³)³²: .986 at a half, .9996 at six tenths.
 */
export function nearestEarlier(signatures: Signatures, least: number): Int32Array {
  const nearest = new Int32Array(signatures.length).fill(NONE)
  const agreements = new Uint8Array(signatures.length).fill(least - 1)
  const keys = new BandKeys(signatures)
  for (let band = 0; band < BANDS; band++) {
    keys.read(band)
    keys.eachRepeated((place) => {
      const row = keys.rows[place]!
      let before = keys.before[place]!
      for (let i = 0; i < MAX_COMPARED && before !== NONE; i++, before = keys.before[before]!) {
        if (agreements[row] === SIGNATURE_LENGTH) break
        const agreement = signatures.agreement(row, keys.rows[before]!)
        if (agreement <= agreements[row]!) continue
        agreements[row] = agreement
        nearest[row] = keys.rows[before]!
      }
    })
  }
  return nearest
}

/** Half of the bits of a key. */
const HALF_BITS = 4 * BAND
const HALVES = 1 << HALF_BITS

/**
 * Rows by their keys in one band. They are put in order by one half of the key, and those that have it in common are told apart by the other: few enough
 * that all that is looked at stays in the processor's caches.
 */
class BandKeys {
  /** The rows by the upper half of their keys, ascending where that is the same. */
  readonly rows: Uint32Array
  /** By place in these: that of the row before with the same key, or {@link NONE}. */
  readonly before: Int32Array
  /** By place, the lower halves. */
  private readonly lower: Uint16Array
  /** By upper half, where its rows end; by lower half, the last place that has it. */
  private readonly ends = new Uint32Array(HALVES)
  private readonly last = new Int32Array(HALVES)

  constructor(private readonly signatures: Signatures) {
    const { length } = signatures
    this.rows = new Uint32Array(length)
    this.before = new Int32Array(length)
    this.lower = new Uint16Array(length)
  }

  /** Puts the rows in the order of a band. */
  read(band: number): void {
    const { rows, lower, ends } = this
    // Until all have a place.
    const keys = this.before
    ends.fill(0)
    this.signatures.eachKey(band, (row, key) => {
      keys[row] = key
      ends[key >>> HALF_BITS]!++
    })
    for (let half = 0, start = 0; half < HALVES; half++) {
      const count = ends[half]!
      ends[half] = start
      start += count
    }
    for (let row = 0; row < keys.length; row++) {
      const key = keys[row]!
      const place = ends[key >>> HALF_BITS]!++
      rows[place] = row
      lower[place] = key & (HALVES - 1)
    }
  }

  /** Visits the places of rows whose key an earlier row has. */
  eachRepeated(visit: (place: number) => void): void {
    const { before, lower, ends, last } = this
    last.fill(NONE)
    for (let half = 0, place = 0; half < HALVES; half++)
      for (const start = place; place < ends[half]!; place++) {
        const known = last[lower[place]!]!
        last[lower[place]!] = place
        before[place] = known < start ? NONE : known
        if (known >= start) visit(place)
      }
  }
}
