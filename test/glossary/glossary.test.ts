import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyzerFor } from '../../src/analysis/registry.js'
import { Glossary } from '../../src/glossary/glossary.js'
import { readGlossary } from '../../src/glossary/read.js'
import { formatGlossary, parseGlossary } from '../../src/glossary/stored.js'
import type { Language } from '../../src/language/language.js'

function glossaryOf(source: string): Glossary {
  const { rules, faults } = readGlossary(source)
  expect(faults).toEqual([])
  return new Glossary(rules)
}

/** Matches as `0-2 de: Kurzgeschichte, Erzählung`. */
function found(glossary: Glossary, language: Language, text: string): string[] {
  const words = analyzerFor(language).analyze(text)
  const terms = words.filter(({ kind }) => kind === 'word').map(({ term }) => term)
  return glossary.find(language, terms).map(({ from, to, language, alternatives }) => {
    return `${from}-${to} ${language}: ${alternatives.map(({ text }) => text).join(', ')}`
  })
}

describe('a glossary', () => {
  test('translates both ways, in every form of a word', () => {
    const glossary = glossaryOf('short story: [Kurzgeschichte, Erzählung]\n')
    expect(found(glossary, 'en', 'two short stories')).toEqual([
      '1-3 de: Kurzgeschichte, Erzählung',
    ])
    expect(found(glossary, 'de', 'Erzählungen')).toEqual(['0-1 en: short story'])
  })

  test('translates one way below a heading that says so', () => {
    const glossary = glossaryOf('en > de:\n  jury: Jury\nde > en:\n  Aufnahme: [shot, recording]\n')
    expect(found(glossary, 'en', 'jury')).toEqual(['0-1 de: Jury'])
    expect(found(glossary, 'de', 'Jury')).toEqual([])
    expect(found(glossary, 'de', 'Aufnahmen')).toEqual(['0-1 en: shot, recording'])
    expect(found(glossary, 'en', 'recordings')).toEqual([])
  })

  test('finds nothing in a text of neither language, and nothing in the wrong one', () => {
    const glossary = glossaryOf('house: Haus\n')
    expect(found(glossary, 'und', 'house Haus')).toEqual([])
    expect(found(glossary, 'de', 'house')).toEqual([])
  })

  test('translates several words in a row, words of grammar among them', () => {
    const glossary = glossaryOf(
      "director's statement: Regiekommentar\nman of the house: Hausherr\n",
    )
    expect(found(glossary, 'en', 'the directors’ statements')).toEqual(['1-3 de: Regiekommentar'])
    expect(found(glossary, 'en', 'The man of the house.')).toEqual(['1-5 de: Hausherr'])
    expect(found(glossary, 'en', 'the statement of the director')).toEqual([])
    const [match] = glossary.find('de', ['hausherr'])
    expect(match!.alternatives).toEqual([
      {
        text: 'man of the house',
        words: [
          { term: 'man', form: 'man', functionWord: false },
          { term: 'of', form: 'of', functionWord: true },
          { term: 'the', form: 'the', functionWord: true },
          { term: 'hous', form: 'house', functionWord: false },
        ],
      },
    ])
  })

  test('prefers the longest entry', () => {
    const glossary = glossaryOf('whale: Wal\nkiller whale: Schwertwal\n')
    expect(found(glossary, 'en', 'killer whales')).toEqual(['0-2 de: Schwertwal'])
    expect(found(glossary, 'en', 'whale')).toEqual(['0-1 de: Wal'])
  })

  test('collects what several lines say, and follows no translation of a translation', () => {
    const glossary = glossaryOf('film: Film\nmovie: Film\nfilm: Streifen\n')
    expect(found(glossary, 'en', 'film')).toEqual(['0-1 de: Film, Streifen'])
    expect(found(glossary, 'en', 'movie')).toEqual(['0-1 de: Film'])
    expect(found(glossary, 'de', 'Filme')).toEqual(['0-1 en: film, movie'])
  })

  test('may be empty', () => {
    expect(new Glossary().find('en', ['film'])).toEqual([])
  })
})

describe('any glossary', () => {
  // Neither language stems or knows these words, so that an entry's text is its term.
  const entry = fc
    .array(fc.constantFrom('x1', 'x2', 'x3'), { minLength: 1, maxLength: 3 })
    .map((words) => words.join(' '))
  const entries = fc.uniqueArray(entry, { minLength: 1, maxLength: 3 })
  const heading = fc.constantFrom('de = en', 'en > de', 'de > en', 'en = de')
  const lines = fc.array(fc.record({ heading, left: entries, right: entries }), { maxLength: 8 })
  const query = fc.array(fc.constantFrom('x1', 'x2', 'x3', 'x4'), { maxLength: 8 })
  const language = fc.constantFrom('en' as const, 'de' as const)

  type Line = { heading: string; left: string[]; right: string[] }

  const written = (all: readonly Line[]) =>
    all.map(({ heading, left, right }) => `${heading}:\n  ? [${left}]\n  : [${right}]`).join('\n')

  /** What should translate an entry, by the words alone. */
  function naive(all: readonly Line[], language: string, entry: string): Set<string> {
    const ways = all.flatMap(({ heading, left, right }) => {
      const forth = { language: heading.slice(0, 2), from: left, to: right }
      const back = { language: heading.slice(-2), from: right, to: left }
      return heading.includes('=') ? [forth, back] : [forth]
    })
    const own = ways.filter((way) => way.language === language && way.from.includes(entry))
    return new Set(own.flatMap(({ to }) => to))
  }

  test('covers words without overlap, the longest entries, with what its lines say', () => {
    fc.assert(
      fc.property(lines, query, language, (all, terms, language) => {
        const glossary = new Glossary(readGlossary(written(all)).rules)
        let end = 0
        for (const { from, to, alternatives, ...match } of glossary.find(language, terms)) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(match.language).not.toBe(language)
          const text = terms.slice(from, to).join(' ')
          expect(new Set(alternatives.map(({ text }) => text))).toEqual(naive(all, language, text))
          end = to
        }
      }),
    )
  })

  test('finds every entry that stands alone', () => {
    fc.assert(
      fc.property(lines, entry, language, (all, text, language) => {
        const glossary = new Glossary(readGlossary(written(all)).rules)
        const terms = text.split(' ')
        const whole = glossary
          .find(language, terms)
          .find(({ to, from }) => to - from === terms.length)
        const translations = new Set(whole?.alternatives.map(({ text }) => text))
        expect(translations).toEqual(naive(all, language, text))
      }),
    )
  })

  test('is the same after it was stored', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const { rules } = readGlossary(written(all))
        expect(parseGlossary(formatGlossary(rules))).toEqual(rules)
      }),
    )
  })
})
