import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  UNIT_SECTIONS,
  UNITS,
  WHOLE,
  WHOLE_SECTIONS,
} from '../../src/analysis/lang/de/compounds/lexicon.generated.js'
import { unpackUnits, unpackWords } from '../../src/analysis/lang/de/compounds/lexicon.js'
import { UnitTable } from '../../src/analysis/lang/de/compounds/unit-table.js'
import type { Unit } from '../../src/analysis/lang/de/compounds/units.js'
import { WholeWords } from '../../src/analysis/lang/de/compounds/whole-words.js'

const packedUnits = { words: UNITS, sections: UNIT_SECTIONS }
const packedWhole = { words: WHOLE, sections: WHOLE_SECTIONS }

/** All at once, from the first to the last. */
const units = new Map<string, Unit>()
unpackUnits(packedUnits, '', (form, unit) => units.set(form, unit))
const whole = new Set<string>()
unpackWords(packedWhole, '', (word) => whole.add(word))

const letters = fc.stringMatching(/^[a-zäöüß]{0,24}$/)
const known = fc.constantFrom(...units.keys(), ...whole)
/** Known words, and what nearly is one. */
const words = fc.oneof(
  letters,
  known,
  fc.tuple(known, letters).map(([word, more]) => word + more),
  fc.tuple(known, fc.nat(12)).map(([word, end]) => word.slice(0, end)),
)

function unitOf(form: string, table: UnitTable): Unit | undefined {
  if (form.length < 3) return undefined
  return table.lengthsAt(form, 0) & (1 << form.length) ? table.get(form) : undefined
}

describe('a compound lexicon that is unpacked as its words are asked for', () => {
  it('knows all forms and words that it has', () => {
    const table = new UnitTable(packedUnits)
    expect(units.size).toBeGreaterThan(30_000)
    expect([...units].filter(([form, unit]) => unitOf(form, table) !== unit)).toEqual([])
    const kept = new WholeWords(packedWhole)
    expect(whole.size).toBeGreaterThan(4000)
    expect([...whole].filter((word) => !kept.has(word))).toEqual([])
  })

  it('knows no others, in whatever order they are asked for', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (asked) => {
        const table = new UnitTable(packedUnits)
        const kept = new WholeWords(packedWhole)
        for (const word of asked) {
          expect(unitOf(word, table)).toBe(units.get(word))
          expect(kept.has(word)).toBe(whole.has(word))
        }
      }),
    )
  })

  it('tells which lengths the forms have that begin at a place of a word', () => {
    const lengths = new Map<string, number>()
    for (const form of units.keys()) {
      const beginning = form.slice(0, 3)
      lengths.set(beginning, (lengths.get(beginning) ?? 0) | (1 << form.length))
    }
    const table = new UnitTable(packedUnits)
    fc.assert(
      fc.property(fc.array(known, { minLength: 1, maxLength: 4 }), (parts) => {
        const word = parts.join('')
        for (let at = 0; at + 3 <= word.length; at++)
          expect(table.lengthsAt(word, at)).toBe(lengths.get(word.slice(at, at + 3)) ?? 0)
      }),
    )
  })
})
