import { BAND, BANDS, keyAt, SIGNATURE_LENGTH } from './signatures.js'

/** Bits of a key by which most of those are told that are not among some. */
const SHORT = 0xffff
const BYTES = (SHORT + 1) / 8

/** Keys of bands, each with a place in the order in which they came. */
export class BandKeys {
  private readonly places = new Map<number, number>()
  /** By band and the low bits of a key: a bit that is 0 only where there is no such key. */
  private readonly short = new Uint8Array(BANDS * BYTES)

  get size(): number {
    return this.places.size
  }

  /** Adds the keys of signatures that lie one after the other. */
  add(signatures: Uint8Array): void {
    for (let at = 0; at < signatures.length; at += BAND) {
      const band = bandAt(at)
      const key = keyAt(signatures, at)
      const whole = band * 2 ** 24 + key
      if (this.places.has(whole)) continue
      this.places.set(whole, this.places.size)
      this.short[band * BYTES + ((key & SHORT) >>> 3)]! |= 1 << (key & 7)
    }
  }

  /**
   * Goes through the signatures that have one of the keys, band by band: what is asked for in a band stays where it is soon read.
   *
   * @param visit Is told the row of a signature, and the place of the key.
   */
  eachMatch(signatures: Uint8Array, visit: (row: number, place: number) => void): void {
    const { short } = this
    for (let band = 0; band < BANDS; band++) {
      const bits = band * BYTES
      for (let at = BAND * band; at < signatures.length; at += SIGNATURE_LENGTH) {
        const low = (signatures[at + 1]! << 8) | signatures[at + 2]!
        if ((short[bits + (low >>> 3)]! & (1 << (low & 7))) === 0) continue
        const place = this.places.get(band * 2 ** 24 + keyAt(signatures, at))
        if (place !== undefined) visit((at - BAND * band) / SIGNATURE_LENGTH, place)
      }
    }
  }

  /** The places of the keys of a signature, all of which were added; by band. */
  placesOf(signature: Uint8Array): number[] {
    return Array.from(
      { length: BANDS },
      (_, band) => this.places.get(band * 2 ** 24 + keyAt(signature, BAND * band))!,
    )
  }
}

function bandAt(at: number): number {
  return (at % SIGNATURE_LENGTH) / BAND
}
