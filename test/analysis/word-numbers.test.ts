import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WordNumbers } from '../../src/analysis/analyzed-word.js'
import { analyzerFor } from '../../src/analysis/registry.js'
import { CodeUnitReader } from '../../src/language/characters.js'
import type { Language } from '../../src/language/language.js'

const WORDS =
  "Wal Wale Killerwale Vater-Sohn d'Azur Audiard’s don't x-y-z-w-v-u 1-2 2012 schön Maß 𝒳𝟎 ﹰ ́ e\u00adm 日本 the 's ' - ’ „ .".split(
    ' ',
  )
const piece = fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 4 }))
const anyText = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(' '))
const anyLanguage = fc.constantFrom<Language>('en', 'de', 'und')

/** What the numbers of a text's words stand for, as tokens without their places in the text. */
class Tokens {
  private readonly words: ReturnType<WordNumbers['at']>[] = []

  constructor(readonly numbers: WordNumbers) {}

  of({ length, numbers, positions }: ReturnType<WordNumbers['of']>) {
    while (this.words.length < this.numbers.size)
      this.words.push(this.numbers.at(this.words.length))
    return Array.from({ length }, (_, i) => {
      const { tokens } = this.words[numbers[i]!]!
      return tokens.map(({ kind, form, term, functionWord }) => {
        return { kind, form, term, functionWord, position: positions[i]! }
      })
    }).flat()
  }
}

function expected(language: Language, text: string) {
  return analyzerFor(language)
    .analyze(text)
    .map(({ kind, form, term, functionWord, position }) => {
      return { kind, form, term, functionWord, position }
    })
}

describe('numbered words', () => {
  test('are those of the analysis, in any texts one after the other', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 6 }), anyLanguage, (texts, language) => {
        const tokens = new Tokens(new WordNumbers(analyzerFor(language)))
        for (const text of texts)
          expect(tokens.of(tokens.numbers.of(text))).toEqual(expected(language, text))
      }),
    )
  })

  test('of a stretch are those of its text alone', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyLanguage, (before, text, after, language) => {
        const tokens = new Tokens(new WordNumbers(analyzerFor(language)))
        const { units } = new CodeUnitReader().read(`${before} ${text} ${after}`)
        const start = before.length + 1
        const stretch = { units, length: start + text.length }
        expect(tokens.of(tokens.numbers.from(stretch, start))).toEqual(expected(language, text))
      }),
    )
  })

  test('are the same numbers for the same words', () => {
    const words = new WordNumbers(analyzerFor('de'))
    const numbersOf = (text: string) => {
      const { length, numbers } = words.of(text)
      return [...numbers.subarray(0, length)]
    }
    expect(numbersOf('Wal Meer Wal')).toEqual([0, 1, 0])
    expect(numbersOf('Meer, wal Wal')).toEqual([1, 2, 0])
    expect(words.size).toBe(3)
  })
})
