import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyzerFor } from '../../src/analysis/registry.js'
import { LANGUAGES, type Language } from '../../src/language/language.js'
import { readSynonyms } from '../../src/synonyms/read.js'
import { formatRules, parseRules } from '../../src/synonyms/stored.js'
import { Synonyms } from '../../src/synonyms/synonyms.js'

function synonymsOf(source: string): Synonyms {
  const { rules, faults } = readSynonyms(source)
  expect(faults).toEqual([])
  return new Synonyms(rules)
}

function termsOf(language: Language, text: string): string[] {
  const words = analyzerFor(language).analyze(text)
  return words.filter(({ kind }) => kind === 'word').map(({ term }) => term)
}

/** Matches as `0-2: tale, narrative`. */
function found(synonyms: Synonyms, language: Language, text: string): string[] {
  return synonyms
    .find(language, termsOf(language, text))
    .map(({ from, to, alternatives }) => `${from}-${to}: ${alternatives.map(({ text }) => text)}`)
}

describe('synonyms', () => {
  test('of a group stand for each other, in the order of the file', () => {
    const synonyms = synonymsOf('de:\n  - [Film, Kinofilm, Spielfilm]\n')
    expect(found(synonyms, 'de', 'Kinofilm')).toEqual(['0-1: Film,Spielfilm'])
    expect(found(synonyms, 'de', 'ein Film')).toEqual(['1-2: Kinofilm,Spielfilm'])
  })

  test('of a rule go one way', () => {
    const synonyms = synonymsOf('de:\n  - from: Regie\n    to: [Regisseur, Inszenierung]\n')
    expect(found(synonyms, 'de', 'Regie')).toEqual(['0-1: Regisseur,Inszenierung'])
    expect(found(synonyms, 'de', 'Regisseur Inszenierung')).toEqual([])
  })

  test('count in every form of a word, and only in their language', () => {
    const synonyms = synonymsOf('de:\n  - [Erzählung, Geschichte]\n')
    expect(found(synonyms, 'de', 'Erzaehlungen')).toEqual(['0-1: Geschichte'])
    expect(found(synonyms, 'en', 'Erzählung')).toEqual([])
  })

  test('match compounds whole', () => {
    const synonyms = synonymsOf('de:\n  - [Film, Streifen]\n')
    expect(found(synonyms, 'de', 'Kinofilm')).toEqual([])
  })

  test('may be several words, which stand side by side', () => {
    const synonyms = synonymsOf(
      'en:\n  - [short story, tale]\n  - [University of Oxford, Oxford]\n',
    )
    expect(found(synonyms, 'en', 'two short stories')).toEqual(['1-3: tale'])
    expect(found(synonyms, 'en', 'tales')).toEqual(['0-1: short story'])
    expect(found(synonyms, 'en', 'story short')).toEqual([])
    expect(found(synonyms, 'en', 'the university of Oxford')).toEqual(['1-4: Oxford'])
    const [match] = synonyms.find('en', ['tale'])
    expect(match!.alternatives[0]!.words).toEqual([
      { term: 'short', form: 'short', functionWord: false },
      { term: 'stori', form: 'story', functionWord: false },
    ])
  })

  test('of the longest entry win, of equally long ones the first', () => {
    const synonyms = synonymsOf(
      'und:\n  - [a1 b1, x1]\n  - [b1 c1, x2]\n  - [a1, x3]\n  - [b1 c1 d1, x4]\n  - [d1, x5]\n',
    )
    expect(found(synonyms, 'und', 'a1 b1 c1')).toEqual(['0-2: x1'])
    expect(found(synonyms, 'und', 'a1 b1 c1 d1')).toEqual(['0-1: x3', '1-4: x4'])
    expect(found(synonyms, 'und', 'b1 c1 e1 d1')).toEqual(['0-2: x2', '3-4: x5'])
  })

  test('of synonyms are not followed', () => {
    const synonyms = synonymsOf('de:\n  - [Film, Kinofilm]\n  - [Film, Streifen]\n')
    expect(found(synonyms, 'de', 'Kinofilm')).toEqual(['0-1: Film'])
    expect(found(synonyms, 'de', 'Film')).toEqual(['0-1: Kinofilm,Streifen'])
  })

  test('are matched by an entry as the query language reads it', () => {
    const synonyms = synonymsOf('de:\n  - [E-Mail, elektronische Post]\n  - [Tom & Jerry, Duo]\n')
    expect(found(synonyms, 'de', 'E-Mails')).toEqual(['0-2: elektronische Post'])
    expect(found(synonyms, 'de', 'Tom Jerry')).toEqual(['0-2: Duo'])
  })

  test('are counted by their different entries', () => {
    expect(
      synonymsOf('de:\n  - [Film, Kinofilm]\n  - [Filme, Streifen]\nen:\n  - film, movie\n').size,
    ).toBe(5)
    expect(new Synonyms().size).toBe(0)
  })
})

describe('any synonyms', () => {
  // Neither language stems or knows these words, so that an entry's text is its term.
  const entry = fc.array(fc.constantFrom('x1', 'x2', 'x3', 'x4'), { minLength: 1, maxLength: 3 })
  const entries = fc
    .uniqueArray(entry, { minLength: 2, maxLength: 4, selector: (words) => words.join(' ') })
    .map((all) => all.map((words) => words.join(' ')))
  const language = fc.constantFrom(...LANGUAGES)
  const group = fc.record({ language, from: entries, to: fc.constant(null) })
  const oneWay = fc.record({ language, all: entries }).map(({ language, all }) => ({
    language,
    from: all.slice(0, 1),
    to: all.slice(1),
  }))
  const items = fc.array(fc.oneof(group, oneWay), { maxLength: 8 })
  const query = fc.array(fc.constantFrom('x1', 'x2', 'x3', 'x4', 'x5'), { maxLength: 8 })

  type Item = { language: Language; from: string[]; to: string[] | null }

  function written(all: readonly Item[]): string {
    const lines = all.map(({ language, from, to }) =>
      to ? `${language}:\n  - from: [${from}]\n    to: [${to}]` : `${language}:\n  - [${from}]`,
    )
    return lines.join('\n')
  }

  /** What should stand for an entry, by the words alone. */
  function naive(all: readonly Item[], language: Language, entry: string): Set<string> {
    const own = all.filter((item) => item.language === language && item.from.includes(entry))
    const synonyms = new Set(own.flatMap(({ from, to }) => to ?? from))
    synonyms.delete(entry)
    return synonyms
  }

  const alternativesOf = (synonyms: Synonyms, language: Language, entry: string) => {
    const terms = entry.split(' ')
    const match = synonyms.find(language, terms).find(({ to, from }) => to - from === terms.length)
    return new Set(match?.alternatives.map(({ text }) => text))
  }

  test('are those of the lines that name an entry, and no others', () => {
    fc.assert(
      fc.property(items, entry, language, (all, words, language) => {
        const synonyms = new Synonyms(readSynonyms(written(all)).rules)
        const text = words.join(' ')
        expect(alternativesOf(synonyms, language, text)).toEqual(naive(all, language, text))
      }),
    )
  })

  test('are symmetric in groups, one-way in rules, and never the word itself', () => {
    fc.assert(
      fc.property(language, entries, fc.boolean(), (language, all, isGroup) => {
        const item = isGroup
          ? { language, from: all, to: null }
          : { language, from: all.slice(0, 1), to: all.slice(1) }
        const synonyms = new Synonyms(readSynonyms(written([item])).rules)
        for (const a of all)
          for (const b of all) {
            const stands = alternativesOf(synonyms, language, a).has(b)
            expect(stands).toBe(a !== b && (isGroup || a === all[0]))
          }
      }),
    )
  })

  test('cover words without overlap, in order, each match an entry with alternatives', () => {
    fc.assert(
      fc.property(items, query, language, (all, terms, language) => {
        const synonyms = new Synonyms(readSynonyms(written(all)).rules)
        let end = 0
        for (const { from, to, alternatives } of synonyms.find(language, terms)) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          const text = terms.slice(from, to).join(' ')
          expect(new Set(alternatives.map(({ text }) => text))).toEqual(naive(all, language, text))
          end = to
        }
      }),
    )
  })

  test('are the same after they were stored', () => {
    fc.assert(
      fc.property(items, query, language, (all, terms, language) => {
        const { rules } = readSynonyms(written(all))
        const stored = parseRules(formatRules(rules))
        expect(stored).toEqual(rules)
        expect(new Synonyms(stored).find(language, terms)).toEqual(
          new Synonyms(rules).find(language, terms),
        )
      }),
    )
  })
})
