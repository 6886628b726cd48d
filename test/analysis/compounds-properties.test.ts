import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UNIT_SECTIONS, UNITS } from '../../src/analysis/lang/de/compounds/lexicon.generated.js'
import { unpackUnits } from '../../src/analysis/lang/de/compounds/lexicon.js'
import { splitCompound } from '../../src/analysis/lang/de/compounds/split.js'
import {
  costClass,
  LINKS,
  lastCost,
  leftCost,
  linkOf,
  packUnit,
} from '../../src/analysis/lang/de/compounds/units.js'

const LINK_ELEMENTS = new Set(['', 's', 'es', 'n', 'en', 'er', 'e', 'ens'])

const forms: string[] = []
unpackUnits({ words: UNITS, sections: UNIT_SECTIONS }, '', (form) => forms.push(form))
/** Words made of the lexicon's own forms: most of them split. */
const chains = fc
  .array(fc.constantFrom(...forms), { minLength: 1, maxLength: 5 })
  .map((chain) => chain.join(''))
const spelledOut = chains.map((word) =>
  word.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss'),
)
const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-zäöüß]{0,90}$/))
const words = fc.oneof(chains, spelledOut, anything)

describe('splitCompound, on any string', () => {
  it('gives two to four parts in order, with nothing but link elements between them', () => {
    fc.assert(
      fc.property(words, (word) => {
        const parts = splitCompound(word)
        if (parts.length === 0) return
        expect(parts.length).toBeGreaterThanOrEqual(2)
        expect(parts.length).toBeLessThanOrEqual(4)
        expect(parts[0]!.start).toBe(0)
        expect(parts.at(-1)!.end).toBe(word.length)
        for (const [i, { start, end, text }] of parts.entries()) {
          expect(end - start).toBeGreaterThanOrEqual(3)
          expect(text.length).toBeGreaterThanOrEqual(3)
          const next = parts[i + 1]?.start ?? word.length
          expect(next).toBeGreaterThanOrEqual(end)
          expect(LINK_ELEMENTS).toContain(word.slice(end, next))
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('gives the same parts every time', () => {
    fc.assert(
      fc.property(words, (word) => {
        expect(splitCompound(word)).toEqual(splitCompound(word))
      }),
    )
  })
})

describe('a packed unit', () => {
  it('keeps both costs within half a step, and its link', () => {
    const cost = fc.option(fc.double({ min: 4, max: 19, noNaN: true }), { nil: undefined })
    fc.assert(
      fc.property(cost, cost, fc.constantFrom(...LINKS), (left, last, link) => {
        const unit = packUnit(costClass(left), costClass(last), link)
        expect(Math.abs(leftCost(unit) - (left ?? 0))).toBeLessThanOrEqual(0.25)
        expect(Math.abs(lastCost(unit) - (last ?? 0))).toBeLessThanOrEqual(0.25)
        expect(linkOf(unit)).toBe(link)
      }),
    )
  })
})
