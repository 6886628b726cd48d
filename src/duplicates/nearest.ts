import { mix } from './mix.js'
import { BANDS, SIGNATURE_LENGTH, type Signatures } from './signatures.js'

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
  const buckets = new Buckets(signatures.length)
  for (let band = 0; band < BANDS; band++) {
    buckets.clear()
    signatures.eachKey(band, (row, key) => {
      let other = buckets.add(row, key)
      for (let i = 0; i < MAX_COMPARED && other !== NONE; i++, other = buckets.before(other)) {
        if (agreements[row] === SIGNATURE_LENGTH) break
        const agreement = signatures.agreement(row, other)
        if (agreement <= agreements[row]!) continue
        agreements[row] = agreement
        nearest[row] = other
      }
    })
  }
  return nearest
}

/** Rows with the same key, each linked to the one before. */
class Buckets {
  /** By hash of a key: the last row that has it. */
  private readonly last: Int32Array
  /** By row: the row before with the same hash, and the key. */
  private readonly links: Int32Array

  constructor(rows: number) {
    this.last = new Int32Array(2 ** Math.ceil(Math.log2(rows + 1)))
    this.links = new Int32Array(2 * rows)
  }

  clear(): void {
    this.last.fill(NONE)
  }

  /** Adds a row, and returns the row before it with the same key. */
  add(row: number, key: number): number {
    const { last, links } = this
    const bucket = mix(key) & (last.length - 1)
    links[2 * row] = last[bucket]!
    links[2 * row + 1] = key
    last[bucket] = row
    return this.before(row)
  }

  before(row: number): number {
    const { links } = this
    const key = links[2 * row + 1]!
    let other = links[2 * row]!
    while (other !== NONE && links[2 * other + 1] !== key) other = links[2 * other]!
    return other
  }
}
