import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldsToItself } from '../../src/analysis/fold.js'
import { analyzerFor } from '../../src/analysis/registry.js'
import { LANGUAGES } from '../../src/language/language.js'

const form = fc.string({ unit: fc.constantFrom(..."aeoubqrz09-'äß", 'é', '日', '𝒳') })

// Most forms are not folded one by one when an index is written: those that are left out must be these.
test('a form that is said to fold to itself does, in all languages', () => {
  fc.assert(
    fc.property(form, (each) => {
      const bytes = new TextEncoder().encode(`-${each}-`)
      if (!foldsToItself(bytes, 1, bytes.length - 1)) return
      for (const language of LANGUAGES) expect(analyzerFor(language).fold(each)).toBe(each)
    }),
    { numRuns: 3000 },
  )
})
