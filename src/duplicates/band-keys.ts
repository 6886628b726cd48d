import { BANDS, SIGNATURE_LENGTH } from './signatures.js'

/** Words of 32 bits of a signature; each three of them hold the keys of four bands. */
const WORDS = SIGNATURE_LENGTH / 4

/** Low bits of a key by which nearly all of those are told that are not among some. */
const LOW = 13
const MASK = 2 ** LOW - 1

/** In place of a place. */
export const ABSENT = -1

/** Keys of bands, each with a place in the order in which they came. */
export class BandKeys {
  private readonly places = new Map<number, number>()
  /** By band and the low bits of a key: 0 only where there is no such key. */
  private readonly low = new Uint8Array(BANDS << LOW)

  get size(): number {
    return this.places.size
  }

  /** Adds the keys of signatures that lie one after the other. */
  add(signatures: Uint8Array): void {
    const words = wordsOf(signatures)
    for (let row = 0; row < words.length / WORDS; row++)
      for (let band = 0; band < BANDS; band++) {
        const key = keyOf(words, row, band)
        const whole = wholeKey(band, key)
        if (this.places.has(whole)) continue
        this.places.set(whole, this.places.size)
        this.low[(band << LOW) + (key & MASK)] = 1
      }
  }

  /**
   * Goes through the signatures that have one of the keys.
   *
   * @param visit Is told the row of a signature, and the place of the key.
   */
  eachMatch(signatures: Uint8Array, visit: (row: number, place: number) => void): void {
    const words = wordsOf(signatures)
    const { low } = this
    const { length } = low
    // `MASK` and one more, as numbers that the compiler knows; for the same reason it is all written out: there are many millions of keys.
    const mask = 0x1fff
    const size = 0x2000
    for (let at = 0, row = 0; at < words.length; row++)
      for (let start = 0; start < length; start += 4 * size, at += 3) {
        const one = words[at]!
        const two = words[at + 1]!
        const three = words[at + 2]!
        const any =
          low[start + (one & mask)]! |
          low[start + size + (((one >>> 24) | (two << 8)) & mask)]! |
          low[start + 2 * size + (((two >>> 16) | (three << 16)) & mask)]! |
          low[start + 3 * size + ((three >>> 8) & mask)]!
        if (any !== 0) this.matchFour(words, row, start >>> LOW, visit)
      }
  }

  /** The places of the keys of a signature, by band; {@link ABSENT} for those that were not added. */
  placesOf(signature: Uint8Array): number[] {
    const words = wordsOf(signature)
    return Array.from(
      { length: BANDS },
      (_, band) => this.places.get(wholeKey(band, keyOf(words, 0, band))) ?? ABSENT,
    )
  }

  private matchFour(
    words: Int32Array,
    row: number,
    first: number,
    visit: (row: number, place: number) => void,
  ): void {
    for (let band = first; band < first + 4; band++) {
      const key = keyOf(words, row, band)
      if (this.low[(band << LOW) + (key & MASK)] === 0) continue
      const place = this.places.get(wholeKey(band, key))
      if (place !== undefined) visit(row, place)
    }
  }
}

/** The three bytes of a band, as a number: one of this machine, which is not kept. */
function keyOf(words: Int32Array, row: number, band: number): number {
  const at = row * WORDS + 3 * (band >>> 2)
  const [one, two, three] = [words[at]!, words[at + 1]!, words[at + 2]!]
  if ((band & 3) === 0) return one & 0xffffff
  if ((band & 3) === 1) return (one >>> 24) | ((two & 0xffff) << 8)
  return (band & 3) === 2 ? (two >>> 16) | ((three & 0xff) << 16) : three >>> 8
}

function wholeKey(band: number, key: number): number {
  return band * 2 ** 24 + key
}

/** Signed, for V8 makes objects of larger numbers until a loop is compiled. */
function wordsOf(signatures: Uint8Array): Int32Array {
  const { buffer, byteOffset, byteLength } =
    signatures.byteOffset % 4 === 0 ? signatures : signatures.slice()
  return new Int32Array(buffer, byteOffset, byteLength / 4)
}
