import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_SYNONYMS, readSynonyms } from '../../src/synonyms/read.js'

/** Rules as `de: Film, Kinofilm > Film, Kinofilm`. */
function rulesOf(source: string): string[] {
  return readSynonyms(source).rules.map(({ language, from, to }) => {
    const [left, right] = [from, to].map((entries) => entries.map(({ text }) => text).join(', '))
    return `${language}: ${left} > ${right}`
  })
}

/** Faults as `line: message`. */
function faultsOf(source: string): string[] {
  return readSynonyms(source).faults.map(({ line, message }) => `${line}: ${message}`)
}

describe('a file of synonyms', () => {
  test('has groups and one-way rules by language, as lists or with commas', () => {
    const source = `# What the house calls things
de:
  - [Film, Kinofilm, Spielfilm]
  - Erzählung, Kurzgeschichte
  - - Boxer
    - Faustkämpfer
  - from: Regie
    to: [Regisseur, Inszenierung]
English:
  - [short story, tale]
  - from: whale, dolphin
    to: cetacean
und:
  - [UNO, Vereinte Nationen, United Nations]
`
    expect(faultsOf(source)).toEqual([])
    expect(rulesOf(source)).toEqual([
      'de: Film, Kinofilm, Spielfilm > Film, Kinofilm, Spielfilm',
      'de: Erzählung, Kurzgeschichte > Erzählung, Kurzgeschichte',
      'de: Boxer, Faustkämpfer > Boxer, Faustkämpfer',
      'de: Regie > Regisseur, Inszenierung',
      'en: short story, tale > short story, tale',
      'en: whale, dolphin > cetacean',
      'und: UNO, Vereinte Nationen, United Nations > UNO, Vereinte Nationen, United Nations',
    ])
  })

  test.each([
    ['empty', ''],
    ['a comment', '# later\n'],
    ['a language without synonyms', 'de:\nen:\n'],
  ])('may be %s', (_, source) => {
    expect(readSynonyms(source)).toEqual({ rules: [], faults: [] })
  })

  test('has entries that YAML would take for something else, and numbers with commas', () => {
    expect(rulesOf('en:\n  - 1984, 1,000\n  - [film, null, yes]\n')).toEqual([
      'en: 1984, 1,000 > 1984, 1,000',
      'en: film, null, yes > film, null, yes',
    ])
  })

  test('may name a language twice', () => {
    expect(rulesOf('de:\n  - a1, b1\nde:\n  - c1, d1\n')).toHaveLength(2)
  })

  test('may come from Windows', () => {
    expect(faultsOf('de:\r\n  - [Film, Kinofilm]\r\n  - Regie\r\n')).toEqual([
      expect.stringMatching(/^3: /),
    ])
  })
})

describe('a fault is named by its line and what is right is used:', () => {
  const LEFT = 'de: Film, Kinofilm > Film, Kinofilm'

  test.each<[string, string, string[]]>([
    ['a group of one', '  - [Regie]', ['only “Regie” is here; it is left out']],
    ['an empty group', '  - []', ['none is here; it is left out']],
    [
      'a group of forms of one word',
      '  - [Haus, Häuser]',
      ['searched like “Haus” anyway. The group'],
    ],
    ['an empty line of a list', '  -', ['this is neither and is left out']],
    [
      'a word in place of from and to',
      '  - Regie: Regisseur',
      ['A rule needs both “from:” and “to:”'],
    ],
    ['half a rule', '  - from: Regie', ['A rule needs both']],
    ['an empty side of a rule', '  - from: Regie\n    to: []', ['a word is missing after']],
    ['a rule about itself', '  - {from: Regie, to: Regien}', ['like “Regie” anyway. The rule is']],
    ['an arrow', '  - Regie => Regisseur', ['a rule is written with “from:” and “to:”']],
    ['words of grammar', '  - [der, die]', ['only words of grammar', 'only words of grammar']],
    ['punctuation', '  - ["…", Regie]', ['“…” has no word in it and is left out. The group']],
    ['a list in a group', '  - [Regie, [a1]]', ['An entry is a word', 'only “Regie” is here']],
    [
      'a star at the beginning',
      '  - [*Regie, a1]',
      ['cannot begin with a star', 'only “a1” is here'],
    ],
    ['a star at the end', '  - [Regi*, a1]', ['sign or a word of the query language']],
    ['an exclusion', '  - ["-Regie", a1]', ['sign or a word of the query language']],
    ['a phrase', `  - ['"gute Regie"', a1]`, ['sign or a word of the query language']],
    ['a field', '  - ["kind:note", a1]', ['sign or a word of the query language']],
    ['an operator', '  - [Wal OR Orca, a1]', ['sign or a word of the query language']],
    ['the same again', '  - [Kinofilme, Filme]', ['line 2 says so already']],
    ['a rule that a group implies', '  - from: Film\n    to: Kinofilm', ['line 2 says so already']],
    ['a sentence', '  - [a1 a2 a3 a4 a5 a6 a7 a8 a9 b1 b2, c1]', ['at most 10 words, not 11']],
    ['an unknown language', 'fr:\n  - [film, cinéma]', ['“fr” is no language that is known']],
    ['no list', 'en: film, movie', ['Below “en:” stands a list, but this is none']],
  ])('%s', (_, lines, messages) => {
    const { faults } = readSynonyms(`de:\n  - [Film, Kinofilm]\n${lines}\n`)
    expect(faults.map(({ line }) => line)).toEqual(messages.map(() => 3))
    for (const [i, message] of messages.entries()) expect(faults[i]!.message).toContain(message)
    expect(rulesOf(`de:\n  - [Film, Kinofilm]\n${lines}\n`)).toEqual([LEFT])
  })

  test('of a faulty entry only the entry is left out', () => {
    expect(rulesOf('de:\n  - [Film, Filme, Kino*, und, Kinofilm]\n')).toEqual([LEFT])
    expect(faultsOf('de:\n  - [Film, Filme, Kino*, und, Kinofilm]\n')).toHaveLength(3)
    expect(rulesOf('de:\n  - from: Film\n    to: [Kinofilm, Film]\n    note: x\n')).toEqual([
      'de: Film > Kinofilm',
    ])
  })

  test('the line is that of the entry', () => {
    expect(faultsOf('de:\n  - - Film\n    - Kinofilm\n    - Kino*\n')).toEqual([
      expect.stringMatching(/^4: “Kino\*”/),
    ])
  })

  test('a word has not more than fifty synonyms, however many lines give them', () => {
    const names = Array.from({ length: MAX_SYNONYMS }, (_, i) => `x${i}`)
    const source = `und:\n  - from: Film\n    to: [${names}]\n`
    expect(faultsOf(source)).toEqual([])
    expect(faultsOf(`${source}  - [Film, one, more]\n  - [this, fits]\n`)).toEqual([
      '4: This is left out: with it “Film” would have more than 50 synonyms; keep the closest.',
    ])
  })

  test('a word may have synonyms in several lines', () => {
    expect(rulesOf('de:\n  - [Film, Kinofilm]\n  - [Film, Streifen]\n')).toHaveLength(2)
  })
})

describe('a file that is not to be understood is left out with one line number:', () => {
  test.each([
    ['broken YAML', 'de:\n  - [Film, Kinofilm\n', /not valid YAML/],
    ['a tab', 'de:\n\t- [Film, Kinofilm]\n', /Tabs are not allowed/],
    ['two documents', 'de:\n  - a, b\n---\nen:\n', /multiple documents/],
    ['a list without a language', '- [Film, Kinofilm]\n', /write a line “de:” or “en:”/],
    ['plain text', 'Film, Kinofilm\n', /write a line “de:” or “en:”/],
    ['a thousand brackets', '['.repeat(20_000), /./],
  ])('%s', (_, source, message) => {
    const { rules, faults } = readSynonyms(source)
    expect([rules, faults.length]).toEqual([[], 1])
    expect(faults[0]!.message).toMatch(message)
    expect(faults[0]!.line).toBeGreaterThanOrEqual(1)
  })
})

describe('reading synonyms', () => {
  const pieces = fc.constantFrom(
    ...'de: en: fr: - [ ] , { } from: to: Film Filme und * & " \' # | > ! --- 12'.split(' '),
    '\n',
    '\n  ',
    '\n  - ',
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
        for (const { line, message } of readSynonyms(source).faults) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(lines)
          expect(message).toMatch(/\.$/)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
