import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_TRANSLATIONS, readGlossary } from '../../src/glossary/read.js'

/** Lines as `en: film = Film, Kinofilm`, one-way ones with `>`. */
function linesOf(source: string): string[] {
  return readGlossary(source).rules.map(({ language, entries, translations, bothWays }) => {
    const [left, right] = [entries, translations].map((all) =>
      all.map(({ text }) => text).join(', '),
    )
    return `${language}: ${left} ${bothWays ? '=' : '>'} ${right}`
  })
}

/** Faults as `line: message`. */
function faultsOf(source: string): string[] {
  return readGlossary(source).faults.map(({ line, message }) => `${line}: ${message}`)
}

describe('a glossary file', () => {
  test('has English words with their German translations, both ways or one', () => {
    const source = `# Terms of the house
director's statement: Regiekommentar
short story: [Kurzgeschichte, Erzählung]
killer whale, orca: Schwertwal, Killerwal   # with commas
film:
  - Film
  - Kinofilm

en > de:
  jury: Jury
de > en:
  Aufnahme: [shot, recording]
de = en:
  Türsteher: bouncer
`
    expect(faultsOf(source)).toEqual([])
    expect(linesOf(source)).toEqual([
      "en: director's statement = Regiekommentar",
      'en: short story = Kurzgeschichte, Erzählung',
      'en: killer whale, orca = Schwertwal, Killerwal',
      'en: film = Film, Kinofilm',
      'en: jury > Jury',
      'de: Aufnahme > shot, recording',
      'de: Türsteher = bouncer',
    ])
  })

  test.each([
    ['empty', ''],
    ['a comment', '# later\n'],
    ['a heading without lines', 'de > en:\n'],
  ])('may be %s', (_, source) => {
    expect(readGlossary(source)).toEqual({ rules: [], faults: [] })
  })

  test.each(['en > de', 'EN → DE', 'en->de', 'English to German', 'Englisch nach Deutsch'])(
    'may have the heading %s',
    (heading) => {
      expect(linesOf(`${heading}:\n  jury: Jury\n`)).toEqual(['en: jury > Jury'])
    },
  )

  test('may name a word or a heading twice, and have words that YAML takes for something else', () => {
    expect(linesOf('film: Film\nfilm: Streifen\nnull: Null\n1984: 1984\n')).toHaveLength(4)
    expect(linesOf('en > de:\n  a1: b1\nen > de:\n  a2: b2\n')).toHaveLength(2)
  })

  test('may come from Windows', () => {
    expect(faultsOf('film: Film\r\njury:\r\n')).toEqual([expect.stringMatching(/^2: /)])
  })
})

describe('a fault is named by its line and what is right is used:', () => {
  test.each<[string, string, string[]]>([
    ['a word without translation', 'jury:', ['“jury” has no translation']],
    ['an empty list', 'jury: []', ['a word is missing on one side']],
    ['punctuation', 'jury: "…"', ['“…” has no word in it and is left out. The line is left out']],
    ['words of grammar', 'the: der', ['only words of grammar', 'only words of grammar']],
    ['an arrow', 'jury -> Jury: x1', ['stands a colon, between several translations a comma']],
    ['a star', 'jury: Jur*', ['sign or a word of the query language']],
    ['a translation twice', 'house: [Haus, Häuser]', ['searched like “Haus” anyway.']],
    ['the same again', 'films: Filme', ['line 1 says so already']],
    ['one way what goes both', 'de > en: {Film: film}', ['line 1 says so already']],
    ['an unknown heading', 'en > fr: {film: film}', ['“en > fr” is left out with all below it']],
    ['a language as heading', 'de: {Film: film}', ['stands “en > de:” or “de > en:”']],
    ['a heading below a heading', 'en > de: {de > en: {a1: b1}}', ['a heading below a heading']],
    ['a list in a list', 'jury: [Jury, [a1]]', ['An entry is a word or a few words']],
    ['a sentence', 'a1 a2 a3 a4 a5 a6 a7 a8 a9 b1 b2: c1', ['at most 10 words, not 11']],
  ])('%s', (_, line, messages) => {
    const source = `film: Film\n${line}\ntale: Märchen\n`
    const { faults } = readGlossary(source)
    expect(faults.map(({ line }) => line)).toEqual(messages.map(() => 2))
    for (const [i, message] of messages.entries()) expect(faults[i]!.message).toContain(message)
    expect(linesOf(source)).toEqual(
      expect.arrayContaining(['en: film = Film', 'en: tale = Märchen']),
    )
  })

  test('of a faulty translation only the translation is left out', () => {
    expect(linesOf('film: [Film, Filme, Kino*, und, Kinofilm]\n')).toEqual([
      'en: film = Film, Kinofilm',
    ])
  })

  test('a word has not more than fifty translations, in either language', () => {
    const names = Array.from({ length: MAX_TRANSLATIONS }, (_, i) => `x${i}`)
    expect(faultsOf(`film: [${names}]\n`)).toEqual([])
    expect(faultsOf(`film: [${names}]\nfilm: Film\n`)).toEqual([
      '2: This is left out: with it “film” would have more than 50 translations; keep the closest.',
    ])
    expect(faultsOf(`${names.map((name) => `${name}: Film`).join('\n')}\nfilm: Film\n`)).toEqual([
      expect.stringMatching(/^51: .*“Film” would have more than 50 translations/),
    ])
  })
})

describe('a file that is not to be understood is left out with one line number:', () => {
  test.each([
    ['broken YAML', 'film: [Film\n', /not valid YAML/],
    ['a list', '- film: Film\n', /A glossary has lines like/],
    ['plain text', 'film = Film\n', /A glossary has lines like/],
    ['a thousand brackets', '['.repeat(20_000), /./],
  ])('%s', (_, source, message) => {
    const { rules, faults } = readGlossary(source)
    expect([rules, faults.length]).toEqual([[], 1])
    expect(faults[0]!.message).toMatch(message)
  })
})

describe('reading a glossary', () => {
  const pieces = fc.constantFrom(
    ...'film Film de > en: en = de: - [ ] , { } : ? und * & " \' # | ! --- 12'.split(' '),
    '\n',
    '\n  ',
    ': ',
    ' ',
  )
  const sources = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
  )

  test('never throws, and every fault has a line of the file', () => {
    fc.assert(
      fc.property(sources, (source) => {
        const lines = source.split(/\r\n?|\n/).length
        for (const { line, message } of readGlossary(source).faults) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(lines)
          expect(message).toMatch(/\.$/)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
