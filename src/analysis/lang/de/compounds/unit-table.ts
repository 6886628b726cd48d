import { BEGINNING, type PackedWords, unpackUnits } from './lexicon.js'
import type { Unit, Units } from './units.js'

/** Beginnings share a place where they have letters that are not of the lexicon; no word that is split has such letters. */
const PLACES = 1 << (5 * BEGINNING)
/** No form is so short: the bit says that the forms of a beginning are unpacked. */
const UNPACKED = 1

/**
 * The forms that parts of compounds take. Those with a beginning are unpacked when it first comes in a word, for all of them would take longer than a search.
 */
export class UnitTable implements Units {
  private readonly units = new Map<string, Unit>()
  /** By place of a beginning, bit n for length n. Most places of a word begin none. */
  private readonly lengths = new Int32Array(PLACES)

  constructor(private readonly packed: PackedWords) {}

  /** Only of forms with a beginning that {@link lengthsAt} was asked for: to look that up again would take half as long as this. */
  get(form: string): Unit | undefined {
    return this.units.get(form)
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
      lengths |= 1 << form.length
    })
    this.lengths[placeOf(word, at)] = lengths | UNPACKED
    return lengths
  }
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
