import { BEGINNING, type PackedWords, unpackUnits } from './lexicon.js'
import type { Unit, Units } from './units.js'

/** Beginnings share a place where they have letters that are not of the lexicon; no word that is split has such letters. */
const PLACES = 1 << (5 * BEGINNING)
/** Fourteen places for each form. */
const SKETCH_BITS = 19
/** No form is so short: the bit says that the forms of a beginning are unpacked. */
const UNPACKED = 1

/**
 * The forms that parts of compounds take. Those with a beginning are unpacked when it first comes in a word, for all of them would take longer than a search.
 */
export class UnitTable implements Units {
  private readonly units = new Map<string, Unit>()
  /** By place of a beginning, bit n for length n. Most places of a word begin none. */
  private readonly lengths = new Int32Array(PLACES)
  /** By {@link sketchOf} a form: 1 where there is one. Five of six that are asked for are none, and a `Map` takes ten times as long to say so. */
  private readonly sketches = new Uint8Array(1 << SKETCH_BITS)

  constructor(private readonly packed: PackedWords) {}

  /** Only of forms with a beginning that {@link lengthsAt} was asked for: to look that up again would take half as long as this. */
  get(form: string): Unit | undefined {
    return this.sketches[sketchOf(form)] === 1 ? this.units.get(form) : undefined
  }

  /** Which lengths the forms have that begin with the letters at a place of a word: bit n for length n. */
  lengthsAt(word: string, at: number): number {
    const lengths = this.lengths[placeOf(word, at)]!
    return lengths === 0 ? this.unpack(word, at) : lengths & ~UNPACKED
  }

  private unpack(word: string, at: number): number {
    let lengths = 0
    unpackUnits(this.packed, word.slice(at, at + BEGINNING), (form, unit) => {
      this.units.set(form, unit)
      this.sketches[sketchOf(form)] = 1
      lengths |= 1 << form.length
    })
    this.lengths[placeOf(word, at)] = lengths | UNPACKED
    return lengths
  }
}

/** A number of {@link SKETCH_BITS} bits from the first and the last letters of a form, and its length. */
function sketchOf(form: string): number {
  const ends = placeOf(form, 0) | (placeOf(form, form.length - BEGINNING) << (5 * BEGINNING))
  return Math.imul(ends ^ (form.length << 27), 0x9e3779b1) >>> (32 - SKETCH_BITS)
}

function placeOf(word: string, at: number): number {
  let place = 0
  for (let i = at; i < at + BEGINNING; i++) place = (place << 5) | letterCode(word, i)
  return place
}

/** Below 32, each of a to z, ä, ö, ü and ß another. */
function letterCode(word: string, at: number): number {
  const unit = word.charCodeAt(at)
  if (unit < 128) return unit & 31
  return unit === 0xe4 ? 27 : unit === 0xf6 ? 28 : unit === 0xfc ? 29 : 30
}
