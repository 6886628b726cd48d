import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordPrefix } from '../../src/analysis/prefix.js'
import { analyzerFor } from '../../src/analysis/registry.js'
import { BM25_DEFAULTS } from '../../src/engines/flexsearch/bm25.js'
import { FieldIndex } from '../../src/engines/flexsearch/field-index.js'
import type { FormIndex } from '../../src/engines/flexsearch/form-index.js'
import { Inverter } from '../../src/engines/flexsearch/inverter.js'
import { editDistance } from '../../src/engines/flexsearch/letters.js'
import { memorySource } from '../../src/store/bytes.js'

const german = analyzerFor('de')

function formsOf(texts: readonly string[]): FormIndex {
  const inverter = new Inverter(german)
  for (const [id, text] of texts.entries()) inverter.addText(id, text)
  const files = Object.entries(inverter.finish(BM25_DEFAULTS))
  const sources = Object.fromEntries(files.map(([name, bytes]) => [name, memorySource(bytes)]))
  return new FieldIndex(sources as never, german).forms
}

/** The edits of optimal string alignment, as the definition has them. */
function naiveDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const rest = [
    naiveDistance(a.slice(1), b) + 1,
    naiveDistance(a, b.slice(1)) + 1,
    naiveDistance(a.slice(1), b.slice(1)) + Number(a[0] !== b[0]),
  ]
  if (a.length > 1 && a[0] === b[1] && a[1] === b[0])
    rest.push(naiveDistance(a.slice(2), b.slice(2)) + 1)
  return Math.min(...rest)
}

const word = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'é', 'ü', '𝒳'),
  minLength: 1,
  maxLength: 6,
})

describe('the distance between two words', () => {
  test('is that of the definition, up to the limit', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom(1, 2), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(limit + 1, naiveDistance(a, b)))
      }),
      { numRuns: 500 },
    )
  })

  test('counts two swapped letters as one edit', () => {
    expect(editDistance('jahrmakrt', 'jahrmarkt', 2)).toBe(1)
    expect(editDistance('ca', 'abc', 3)).toBe(3)
  })
})

describe('the forms of a field', () => {
  const anyTexts = fc.array(
    fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
    {
      maxLength: 20,
    },
  )

  test('are found by likeness as by comparing each', () => {
    fc.assert(
      fc.property(anyTexts, word, fc.constantFrom(1, 2), (texts, asked, limit) => {
        const forms = formsOf(texts)
        const fold = german.fold(asked)
        const expected = Array.from({ length: forms.length }, (_, form) => forms.at(form)).filter(
          (form) => {
            const distance = editDistance(fold, german.fold(form), limit)
            return distance > 0 && distance <= limit
          },
        )
        const found = forms.similar(fold, limit).map(({ form }) => forms.at(form))
        expect(found.sort()).toEqual(expected.sort())
      }),
    )
  })

  test('that begin so are given by frequency', () => {
    fc.assert(
      fc.property(anyTexts, word, (texts, beginning) => {
        const forms = formsOf(texts)
        const prefix = wordPrefix(beginning, german)
        const all = forms.byPrefix(prefix).map((form) => forms.frequency(form))
        const best = forms.mostFrequent(prefix, 3, () => true).map((form) => forms.frequency(form))
        expect(best).toEqual(all.sort((a, b) => b - a).slice(0, 3))
      }),
    )
  })

  test('know how they are always written', () => {
    const forms = formsOf(['Der Wal, der FSK-Wal; Wal und wale', 'Wale'])
    const cases = Array.from({ length: forms.length }, (_, form) => [
      forms.at(form),
      forms.caseOf(form),
    ])
    expect(Object.fromEntries(cases)).toMatchObject({
      der: 'lower',
      fsk: 'upper',
      wal: 'capital',
      wale: 'lower',
    })
  })
})
