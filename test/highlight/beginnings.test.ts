import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyzerFor } from '../../src/analysis/registry.js'
import { Beginnings } from '../../src/highlight/beginnings.js'
import { LANGUAGES, type Language } from '../../src/language/language.js'

const CORPUS = fileURLToPath(new URL('../../corpus/', import.meta.url))

/** Words of the sample texts, and odd ones. */
const WORDS = [
  ...new Set(
    readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(md|txt)$/.test(path))
      .flatMap((path) => readFileSync(join(CORPUS, path), 'utf8').split(/\s+/)),
  ),
  ..."d'Azur E-Mail rock'n'roll Vater-Sohn-Verhältnis Oel Öl Ölfarbe Oelfarbe Ueberfluß Überfluss fußball Maedchenschule".split(
    ' ',
  ),
  ...'dying ties ayed eying uping agreed skies naïve Œuvre œuvre Łódź İstanbul ﬁlm cafe\u0301 soft\u00ADhyphen 2012 3D 1,5 ёлка 日本'.split(
    ' ',
  ),
]

const word = fc.oneof(
  fc.constantFrom(...WORDS),
  // Compounds, and what looks like them.
  fc
    .tuple(fc.constantFrom(...WORDS), fc.constantFrom('', '-', 's', "'"), fc.constantFrom(...WORDS))
    .map((parts) => parts.join('')),
  fc.string({ unit: fc.constantFrom(..."aeiouyäöüßstnrhqAÖ'’-é1"), maxLength: 9 }),
)
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))
const language = fc.constantFrom(...LANGUAGES)

function beginningsFor(language: Language, terms: readonly string[]): Beginnings {
  const beginnings = new Beginnings(analyzerFor(language))
  for (const term of terms) beginnings.add(term)
  return beginnings
}

describe('the stretches of a text in which words may be that have some terms', () => {
  test('hold every token with one of them, as the analysis of the whole text has it', () => {
    fc.assert(
      fc.property(text, language, fc.nat(), (text, language, choice) => {
        const analyzer = analyzerFor(language)
        const tokens = analyzer.analyze(text)
        if (tokens.length === 0) return
        const { term } = tokens[choice % tokens.length]!
        const wanted = tokens.filter((token) => token.term === term)
        const found = beginningsFor(language, [term])
          .stretchesOf(text)
          .flatMap(({ start, end }) =>
            analyzer.analyze(text.slice(start, end)).map((token) => {
              return { ...token, start: token.start + start, end: token.end + start }
            }),
          )
          .filter((token) => token.term === term)
        const placeless = (tokens: typeof wanted) =>
          tokens.map(({ position: _, ...token }) => token)
        expect(placeless(found)).toEqual(placeless(wanted))
      }),
      { numRuns: 3000 },
    )
  })

  test('hold every word with one of some foldings at its beginning', () => {
    fc.assert(
      fc.property(
        text,
        language,
        fc.nat(),
        fc.integer({ min: 1, max: 4 }),
        (text, language, choice, length) => {
          const analyzer = analyzerFor(language)
          const words = analyzer.analyze(text).filter(({ kind }) => kind !== 'part')
          if (words.length === 0) return
          const beginning = analyzer.fold(words[choice % words.length]!.form).slice(0, length)
          const stretches = beginningsFor(language, [beginning]).stretchesOf(text)
          for (const { start, end, form } of words)
            if (analyzer.fold(form).startsWith(beginning))
              expect(stretches.some((range) => range.start <= start && end <= range.end)).toBe(true)
        },
      ),
      { numRuns: 3000 },
    )
  })

  test('hold words together that stand side by side, as those of a phrase', () => {
    fc.assert(
      fc.property(text, language, fc.nat(), (text, language, choice) => {
        const analyzer = analyzerFor(language)
        const words = analyzer.analyze(text).filter(({ kind }) => kind === 'word')
        if (words.length < 2) return
        const place = choice % (words.length - 1)
        const [first, second] = [words[place]!, words[place + 1]!]
        const folds = [first, second].map(({ form }) => analyzer.fold(form))
        const stretches = beginningsFor(language, folds).stretchesOf(text)
        expect(
          stretches.filter(({ start, end }) => start <= first.start && second.end <= end),
        ).toHaveLength(1)
      }),
      { numRuns: 3000 },
    )
  })

  test('are few: of a passage, nearly all words are passed by', () => {
    const passage =
      'By day she works with killer whales. At Marineland, whatever comes, she stands at the edge of the pool.'
    const stretches = beginningsFor('en', ['whale', 'kill']).stretchesOf(passage)
    expect(stretches.map(({ start, end }) => passage.slice(start, end))).toEqual(['killer whales'])
  })
})
