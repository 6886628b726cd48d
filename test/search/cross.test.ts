import { describe, expect, test } from 'vitest'
import type { Hit, SearchOptions, TranslationLexicon } from '../../src/index.js'
import { searcherOf } from '../support/collection.js'
import { filler } from '../support/filler.js'

const WORDS: Record<string, [string, number][]> = {
  'en whale': [['wal', 0.9]],
  'en stori': [
    ['geschicht', 0.6],
    ['erzahl', 0.3],
    ['sag', 0.01],
  ],
  'en short': [['kurz', 0.8]],
  'en resist': [['widerstand', 0.7]],
  'de wal': [['whale', 0.95]],
  'de geschicht': [
    ['stori', 0.6],
    ['histori', 0.4],
  ],
  'de kurz': [['short', 0.9]],
  'de meer': [['sea', 0.9]],
}

/** A lexicon of a few words, by language and term. */
const LEXICON: TranslationLexicon = {
  translations: (term, from) =>
    (WORDS[`${from} ${term}`] ?? []).map(([translation, probability]) => ({
      term: translation,
      probability,
    })),
}

/** A lexicon in which all is sure. */
function lexiconOf(words: Record<string, string[]>): TranslationLexicon {
  const translations = (term: string, from: string) =>
    (words[`${from} ${term}`] ?? []).map((translation) => ({ term: translation, probability: 1 }))
  return { translations }
}

const document = (language: string, id: string, text: string) =>
  `---\nlanguage: ${language}\nid: ${id}\ntitle: ${id}\n---\n\n${text}\n`

const FILES = {
  'en1.md': document('en', 'en1', 'The whale swims in the sea.'),
  'en2.md': document('en', 'en2', 'A short story of resistance.'),
  'en3.md': document('en', 'en3', 'Nothing but the weather in Antibes.'),
  'de1.md': document('de', 'de1', 'Der Wal schwimmt im Meer.'),
  'de2.md': document('de', 'de2', 'Eine Kurzgeschichte vom Widerstand.'),
  'de3.md': document('de', 'de3', 'Nichts als das Wetter in Antibes, und Gegenwehr.'),
  'de4.md': document(
    'de',
    'de4',
    'Kurz ist das Wetter, und eine ganze Weile später und sehr weit davon beginnt dann doch noch eine Geschichte.',
  ),
}

const open = () => searcherOf(FILES, { lexicon: LEXICON })

function markedIds(hits: readonly Hit[]) {
  return hits.filter(({ highlights }) => highlights.length > 0).map(({ document }) => document.id)
}

/** Finds, among some files, the passages in the other language that have marks; ids in their order. */
async function findingOther(files: Record<string, string>) {
  const searcher = await searcherOf(files, { lexicon: LEXICON })
  return async (query: string) =>
    markedIds((await searcher.search(query, { cross: 'only' })).hits).sort()
}

async function ids(query: string, options: SearchOptions = {}) {
  const { hits } = await (await open()).search(query, options)
  return hits.map(({ document }) => document.id)
}

describe('a question in one language', () => {
  test('finds passages in both, or in one of them where asked', async () => {
    expect(await ids('whale')).toEqual(['en1', 'de1'])
    expect(await ids('whale', { cross: 'off' })).toEqual(['en1'])
    expect(await ids('whale', { cross: 'only' })).toEqual(['de1'])
    expect((await ids('Wal')).sort()).toEqual(['de1', 'en1'])
    expect(await ids('Wal', { cross: 'only' })).toEqual(['en1'])
  })

  test('finds the parts of compounds, both ways', async () => {
    expect(await ids('short story', { cross: 'only' })).toEqual(['de2', 'de4'])
    expect(await ids('Kurzgeschichte', { cross: 'only' })).toEqual(['en2'])
  })

  test('may be a compound that no text has: its parts say what language it is in', async () => {
    expect(await ids('Walgeschichte', { cross: 'only' })).toEqual(['en1', 'en2'])
  })

  test('finds no part of a compound that means nothing without its head', async () => {
    const lexicon = lexiconOf({ 'de jahr': ['year'], 'de markt': ['market'] })
    const texts = { 'a.md': document('en', 'a', 'Year by year the weather is the same.') }
    const total = async (files: Record<string, string>) =>
      (await (await searcherOf(files, { lexicon })).search('der Jahrmarkt', { cross: 'only' }))
        .total
    expect(await total(texts)).toBe(0)
    const market = document('en', 'b', 'A market in the sun.')
    expect(await total({ ...texts, 'b.md': market })).toBe(2)
  })

  test('finds nothing that only looks like a word if the lexicon knows both', async () => {
    const files = {
      'a.md': document('en', 'a', 'A street, and what stood there.'),
      'b.md': document('de', 'b', 'Ein Streit um das Wetter.'),
    }
    const total = async (lexicon: TranslationLexicon) =>
      (await (await searcherOf(files, { lexicon })).search('the street', { cross: 'only' })).total
    expect(await total(lexiconOf({}))).toBe(1)
    expect(await total(lexiconOf({ 'en street': ['strass'], 'de streit': ['quarrel'] }))).toBe(0)
  })

  test('finds names as they are', async () => {
    expect((await ids('Antibes', { cross: 'only' })).length).toBe(1)
    expect((await ids('Antibes')).sort()).toEqual(['de3', 'en3'])
  })

  test('finds words of one origin, also where their endings differ', async () => {
    const searcher = await searcherOf(
      {
        'en.md': document('en', 'en', 'A Babylonian spectrophotometric paleoclimatologist.'),
        'de.md': document('de', 'de', 'Spektrophotometrische Paläoklimatologen und babylonische.'),
      },
      { lexicon: LEXICON },
    )
    const queries = [
      'the Babylonian',
      'a paleoclimatologist',
      'das Babylonische',
      'das Spektrophotometrische',
    ]
    for (const query of queries) {
      const { hits } = await searcher.search(query, { cross: 'only' })
      const sources = hits[0]!.highlights.map(({ translation }) => translation?.source)
      expect(sources, query).toEqual(['cognate'])
    }
  })

  test('is not taken for mistyped where the other language has the word', async () => {
    const searcher = await searcherOf(
      { 'de1.md': FILES['de1.md'], 'de2.md': document('de', 'de2', 'Ein Whalf und der Wald.') },
      { lexicon: LEXICON },
    )
    const { didYouMean, hits } = await searcher.search('whale')
    expect(didYouMean).toBeNull()
    expect(hits.map(({ document }) => document.id)).toEqual(['de1'])
  })

  test('counts several translations of one word as one word', async () => {
    const searcher = await searcherOf(
      {
        'a.md': document('de', 'a', 'Geschichte und Erzählung, Erzählung und Geschichte.'),
        'b.md': document('de', 'b', 'Die Geschichte vom Wal, die lang ist und länger.'),
        'c.md': document('de', 'c', 'Ein Baum.'),
      },
      { lexicon: LEXICON },
    )
    const { hits } = await searcher.search('whale story')
    expect(hits.map(({ document }) => document.id)).toEqual(['b', 'a'])
  })
})

describe('translations', () => {
  test('are marked as such, inside compounds too, and say what they translate', async () => {
    const { hits } = await (await open()).search('short story', { cross: 'only', limit: 1 })
    const { passage, highlights } = hits[0]!
    expect(highlights.map(({ start, end }) => passage.text.slice(start, end))).toEqual([
      'Kurz',
      'geschichte',
    ])
    expect(highlights.map(({ kind, translation }) => [kind, translation])).toEqual([
      ['translation', { word: 'short', probability: 0.8, source: 'table' }],
      ['translation', { word: 'story', probability: 0.6, source: 'table' }],
    ])
  })

  test('of a part are shown before less probable ones of the whole, and after what was asked', async () => {
    const searcher = await searcherOf(
      { 'a.md': document('de', 'a', 'Ein Killerwal im Meer.'), 'b.md': FILES['de3.md'] },
      {
        lexicon: {
          translations: (term, from) => {
            const known = { whale: ['wal', 'killerwal'], orca: ['killerwal'] }[term] ?? []
            return from === 'de' ? [] : known.map((term, i) => ({ term, probability: 0.6 - i / 2 }))
          },
        },
      },
    )
    const marked = async (query: string) => {
      const [hit] = (await searcher.search(query, { cross: 'only' })).hits
      const { passage, highlights } = hit!
      return highlights.map(({ start, end, kind, translation }) => {
        return [passage.text.slice(start, end), kind, translation?.probability]
      })
    }
    expect(await marked('a whale')).toEqual([['wal', 'translation', 0.6]])
    expect(await marked('an orca')).toEqual([['Killerwal', 'translation', 0.6]])
    expect(await marked('the killer whale')).toEqual([
      ['Killer', 'part', undefined],
      ['wal', 'translation', 0.6],
    ])
  })

  test('are whole words in a concordance, compounds once, with what they translate', async () => {
    const { lines } = await (await open()).concordance('short story', { cross: 'only' })
    expect(lines.map(({ match }) => match)).toEqual(['Kurzgeschichte', 'Kurz', 'Geschichte'])
    expect(lines.map(({ translation }) => translation!.word)).toEqual(['short', 'short', 'story'])
  })

  test('of parts say so', async () => {
    const { hits } = await (await open()).search('Kurzgeschichte', { cross: 'only' })
    expect(hits[0]!.highlights.map(({ translation }) => translation)).toEqual([
      { word: 'Kurzgeschichte', probability: 0.9, source: 'parts' },
      { word: 'Kurzgeschichte', probability: 0.6, source: 'parts' },
    ])
  })

  test('can be switched off and added in the question', async () => {
    expect(await ids('resistance')).toEqual(['en2', 'de2'])
    expect(await ids('resistance', { without: ['Widerstand'] })).toEqual(['en2'])
    const added = { with: [{ word: 'resistance', translation: 'Gegenwehr' }] }
    expect((await ids('resistance', added)).sort()).toEqual(['de2', 'de3', 'en2'])
    const { hits } = await (await open()).search('resistance', {
      ...added,
      lang: ['de'],
      without: ['Widerstand'],
    })
    const sources = hits.flatMap(({ highlights }) =>
      highlights.map(({ translation }) => translation!.source),
    )
    expect(sources).toEqual(['request'])
  })

  test('explain themselves', async () => {
    const { hits } = await (await open()).search('short story whale', { explain: true })
    for (const { score, explanation } of hits) expect(explanation!.value).toBeCloseTo(score, 9)
    expect(JSON.stringify(hits.map(({ explanation }) => explanation))).toMatch(
      /(translation of “story”, [01].\d\d, \w+)/,
    )
  })
})

describe('a counterpart', () => {
  const aligned = (language: string, id: string, other: string, paragraphs: string[]) =>
    `---\nlanguage: ${language}\nid: ${id}\nversionOf: ${other}\ntitle: ${id}\n---\n\n${paragraphs.join('\n\n')}\n`
  const VERSIONS = {
    'a.md': aligned('en', 'a', 'b', [
      `In 1912 the whale of Antibes, Stéphanie says, was a short story of resistance ${filler('en', 1)}`,
      `In 1948 nothing of the kind was told in Paris by Armand ${filler('en', 2)}`,
    ]),
    'b.md': aligned('de', 'b', 'a', [
      `1912 war Widerstand in Antibes, sagt Stéphanie, ein Tier im Meer ${filler('de', 1)}`,
      `1948 gab es davon in Paris nichts, sagt Armand, nur Widerstand und Widerstand ${filler('de', 2)}`,
    ]),
  }

  test('lifts a hit towards its own score, and the explanation says so', async () => {
    const searcher = await searcherOf(VERSIONS, { lexicon: LEXICON })
    const first = async (cross: 'only' | 'auto') =>
      (await searcher.search('whale story resistance', { cross, lang: ['de'], explain: true }))
        .hits[0]!
    for (const cross of ['only', 'auto'] as const) {
      const { passage, score, explanation, counterparts } = await first(cross)
      expect(passage.text).toContain('1912')
      expect(counterparts).toHaveLength(1)
      expect(explanation!.value).toBeCloseTo(score, 9)
      expect(JSON.stringify(explanation)).toContain('its counterpart in another version')
    }
  })

  test('tells the better of two passages that match alike', async () => {
    const same = (place: number, word: string) =>
      `${word} ${['Antibes, Stéphanie, 1912', 'Paris, Armand, 1948'][place]} ${filler('de', place + 1)}`
    const searcher = await searcherOf(
      {
        'a.md': aligned('en', 'a', 'b', [
          `The weather of Antibes, Stéphanie, 1912 ${filler('en', 1)}`,
          `The whale of Paris, Armand, 1948 ${filler('en', 2)}`,
        ]),
        'b.md': aligned('de', 'b', 'a', [same(0, 'Wal'), same(1, 'Wal')]),
      },
      { lexicon: LEXICON },
    )
    for (const query of ['whale', 'Wal']) {
      const { hits } = await searcher.search(query, { lang: ['de'] })
      const places = hits.map(({ passage }) => /Paris|Antibes/.exec(passage.text)![0])
      expect(places).toEqual(['Paris', 'Antibes'])
    }
  })

  test('never comes after the hit that it lifts', async () => {
    const searcher = await searcherOf(VERSIONS, { lexicon: LEXICON })
    const { hits } = await searcher.search('whale story resistance')
    expect(hits[0]!.passage.language).toBe('en')
  })
})

describe('a passage of which only the counterpart matches', () => {
  const version = (language: 'en' | 'de', id: string, other: string, paragraphs: string[]) =>
    `---\nlanguage: ${language}\nid: ${id}\nversionOf: ${other}\ntitle: ${id}\n---\n\n${paragraphs.join('\n\n')}\n`
  const NAMES = ['Antibes, Stéphanie Verhoeven, 1912', 'Paris, Armand Colombier, 1948']
  const VERSIONS = {
    'a.md': version('en', 'a', 'b', [
      `A gatekeeper came from ${NAMES[0]} ${filler('en', 1)}`,
      `Nobody at all came from ${NAMES[1]} ${filler('en', 2)}`,
    ]),
    'b.md': version('de', 'b', 'a', [
      `Ein Türhüter kam aus ${NAMES[0]} ${filler('de', 1)}`,
      `Gar niemand kam aus ${NAMES[1]} ${filler('de', 2)}`,
    ]),
  }
  const found = async (query: string, options: SearchOptions = {}) => {
    const searcher = await searcherOf(VERSIONS, { lexicon: LEXICON })
    const { hits } = await searcher.search(query, { explain: true, ...options })
    return hits
  }

  test('is found where its language is asked for, and says why', async () => {
    const waysToAsk: SearchOptions[] = [{ cross: 'only' }, { lang: ['de'] }]
    for (const options of waysToAsk) {
      const [hit, ...others] = await found('gatekeeper', options)
      expect(others).toEqual([])
      expect(hit!.passage.text).toMatch(/Türhüter/)
      expect(hit!.highlights).toEqual([])
      expect(hit!.counterparts[0]!.confidence).toBeGreaterThanOrEqual(0.9)
      expect(hit!.explanation!.parts).toEqual([
        expect.objectContaining({ description: 'its counterpart in another version' }),
      ])
      expect(hit!.explanation!.value).toBeCloseTo(hit!.score, 9)
    }
  })

  test('and what a counterpart adds is the same whatever is counted, as if filters were conditions of the query', async () => {
    const kind = (path: 'a.md' | 'b.md', kind: string) =>
      VERSIONS[path].replace('title:', `kind: ${kind}\ntitle:`)
    const files = { 'a.md': kind('a.md', 'interview'), 'b.md': kind('b.md', 'review') }
    const searcher = await searcherOf(files, { lexicon: LEXICON })
    const told = async (query: string, options: SearchOptions) => {
      const { hits, total } = await searcher.search(query, options)
      return [total, hits.map(({ passage, score }) => [passage.id, score])]
    }
    for (const query of ['gatekeeper', 'gatekeeper Antibes', 'Armand'])
      for (const lang of [undefined, ['de' as const]])
        for (const kind of ['interview', 'review']) {
          const filters = lang ? { lang, kind: [kind] } : { kind: [kind] }
          const expected = await told(query, filters)
          expect(await told(query, { ...filters, facets: ['kind'] })).toEqual(expected)
          expect(await told(query, { ...filters, facets: ['lang', 'year'] })).toEqual(expected)
          const asked = await told(`${query} kind:${kind}`, lang ? { lang } : {})
          expect(asked).toEqual(expected)
        }
  })

  test('has nothing from its title, and says so', async () => {
    const titled = VERSIONS['b.md'].replace('title: b', 'title: Gatekeeper')
    const searcher = await searcherOf({ ...VERSIONS, 'b.md': titled }, { lexicon: LEXICON })
    const { hits } = await searcher.search('gatekeeper', { lang: ['de'], explain: true })
    expect(hits).toHaveLength(1)
    expect(hits[0]!.explanation!.parts).toEqual([
      expect.objectContaining({ description: 'its counterpart in another version' }),
    ])
    expect(hits[0]!.explanation!.value).toBeCloseTo(hits[0]!.score, 9)
  })

  test('is no hit of its own beside that, nor without other languages', async () => {
    expect((await found('gatekeeper')).map(({ passage }) => passage.language)).toEqual(['en'])
    expect(await found('gatekeeper', { lang: ['de'], cross: 'off' })).toEqual([])
  })

  test('has to meet what else is asked', async () => {
    const german = (query: string, options: SearchOptions = {}) =>
      found(query, { lang: ['de'], ...options })
    expect(await german('gatekeeper -Amrum')).toHaveLength(1)
    expect(await german('gatekeeper -Türhüter')).toEqual([])
    expect(await german('gatekeeper doc:b')).toEqual([])
    expect(await german('gatekeeper', { doc: ['a'] })).toEqual([])
    expect(await german('"gatekeeper came"')).toEqual([])
  })
})

describe('the glossary', () => {
  const GLOSSED = {
    ...FILES,
    'de5.md': document('de', 'de5', 'Der Regiekommentar ist lang.'),
    'de6.md': document('de', 'de6', 'Ein Orca und andere Tiere.'),
    'de7.md': document('de', 'de7', 'Der Tag ist kurz für einen Orca.'),
    'glossary.yaml': "director's statement: Regiekommentar\nwhale: [Orca, Großer Tümmler]\n",
  }

  test('goes before the table, and its entries may have several words', async () => {
    const searcher = await searcherOf(GLOSSED, { lexicon: LEXICON })
    const found = async (query: string) => {
      const { hits } = await searcher.search(query, { cross: 'only' })
      return markedIds(hits)
    }
    expect(await found("director's statement")).toEqual(['de5'])
    expect((await found('whale')).sort()).toEqual(['de6', 'de7'])
    const { hits } = await searcher.search('whale', { cross: 'only' })
    expect(hits.flatMap(({ highlights }) => highlights)[0]!.translation).toEqual({
      word: 'whale',
      probability: 1,
      source: 'glossary',
    })
  })

  const glossed = async (query: string, options: SearchOptions = {}) => {
    const searcher = await searcherOf(GLOSSED, { lexicon: LEXICON })
    return (await searcher.search(query, { cross: 'only', ...options })).hits
  }
  /** Those that its counterpart alone finds have no marks. */
  const idsOf = async (query: string, options: SearchOptions = {}) =>
    markedIds(await glossed(query, options))

  test('names all the words that an entry translates', async () => {
    const [hit] = await glossed("a director's statement")
    expect(hit!.highlights.map(({ translation }) => translation!.word)).toEqual([
      "director's statement",
    ])
  })

  test('goes before near words in phrases, whole or by their words', async () => {
    expect(await idsOf('"director\'s statement"')).toEqual(['de5'])
    expect(await idsOf('"a short whale"')).toEqual(['de7'])
    const searcher = await searcherOf(GLOSSED, { lexicon: LEXICON })
    const { diagnostics } = await searcher.search('"director\'s statement"')
    expect(diagnostics).toEqual([])
  })

  test('goes for the parts of its compounds as well', async () => {
    expect(await idsOf('Regiekommentar')).toEqual([])
    expect(await idsOf('Kurzgeschichte')).toEqual(['en2'])
    const searcher = await searcherOf(
      { ...GLOSSED, 'glossary.yaml': 'de > en:\n  Kurzgeschichte: weather\n' },
      { lexicon: LEXICON },
    )
    const { hits } = await searcher.search('Kurzgeschichte', { cross: 'only' })
    expect(markedIds(hits)).toEqual(['en3'])
  })

  test('is one line of a concordance where it has several words', async () => {
    const searcher = await searcherOf(
      { ...GLOSSED, 'en4.md': document('en', 'en4', "The director's statement is short.") },
      { lexicon: LEXICON },
    )
    const { lines } = await searcher.concordance('Regiekommentar', { cross: 'only' })
    expect(lines.map(({ match }) => match)).toEqual(["director's statement"])
  })

  test('yields to what the request says', async () => {
    expect(await idsOf('whale', { without: ['Orca'] })).toEqual([])
    expect(await idsOf('whale', { without: ['Orca', 'Großer Tümmler'] })).toEqual(['de1'])
    const added = { with: [{ word: 'whale', translation: 'Gegenwehr' }] }
    expect((await idsOf('whale', added)).sort()).toEqual(['de3', 'de6', 'de7'])
  })

  test('says what an excluded word excludes', async () => {
    expect((await idsOf('short weather')).sort()).toEqual(['de2', 'de4', 'de7'])
    expect((await idsOf('short -whale')).sort()).toEqual(['de2', 'de4'])
    expect(await idsOf('whale -"director\'s statement"')).not.toContain('de5')
  })

  test('works without a table, and not where nothing is to be translated', async () => {
    const searcher = await searcherOf(GLOSSED, { lexicon: null })
    const total = async (cross: 'auto' | 'off') =>
      (await searcher.search('Regiekommentar', { cross })).total
    expect([await total('off'), await total('auto')]).toEqual([1, 1])
    expect((await searcher.search("director's statement", { cross: 'off' })).total).toBe(0)
    expect((await searcher.search("director's statement")).total).toBe(1)
  })
})

describe('with the query language', () => {
  test('a phrase is searched as near words in the other language, and the answer says so', async () => {
    expect(await ids('"short story"')).toEqual(['en2', 'de2'])
    const { diagnostics } = await (await open()).search('"short story"')
    expect(diagnostics).toMatchObject([{ code: 'translated-phrase', start: 0, end: 13 }])
    expect((await (await open()).search('"short story"', { cross: 'off' })).diagnostics).toEqual([])
  })

  test('a word of a phrase without translation is taken for a name that is spelled otherwise only where there is such a name', async () => {
    const files = {
      'en1.md': document('en', 'en1', 'A pot swims in the sea, and nobody eats from a pot there.'),
      'en2.md': document('en', 'en2', 'Mr Gobel swims in the sea.'),
      'de1.md': document('de', 'de1', 'Der Wal schwimmt im Meer.'),
    }
    const found = await findingOther(files)
    expect(await found('"Goebel im Meer"')).toEqual(['en2'])
    expect(await found('"Poet im Meer"')).toEqual([])
  })

  test('a prefix finds what the words that begin so are in the other language', async () => {
    expect(await ids('wha*', { cross: 'only' })).toEqual(['de1'])
    expect(await ids('wha*', { cross: 'off' })).toEqual(['en1'])
    expect((await ids('wha*')).sort()).toEqual(['de1', 'en1'])
    expect(await ids('Kurzgesch* Meer', { cross: 'only' })).not.toContain('de2')
    expect(await ids('Gesch*', { cross: 'only' })).toEqual(['en2'])
    const refused = await (await open()).search('wha*', { cross: 'only', without: ['Wal'] })
    expect(markedIds(refused.hits)).toEqual([])
    const { hits } = await (await open()).search('wha*', { cross: 'only', explain: true })
    expect(hits[0]!.highlights[0]!.translation).toMatchObject({ word: 'wha*', source: 'table' })
    expect(hits[0]!.explanation!.value).toBeCloseTo(hits[0]!.score, 9)
  })

  test('an excluded word excludes its sure translations only where only the other language is asked', async () => {
    expect((await ids('Wetter Meer -whale', { lang: ['de'] })).sort()).toEqual([
      'de1',
      'de3',
      'de4',
    ])
    expect(await ids('sea weather -whale', { cross: 'only' })).not.toContain('de1')
  })

  test('so it does behind AND, and in a group', async () => {
    const files = {
      'de1.md': document('de', 'de1', 'Kurz war der Wal zu sehen.'),
      'de2.md': document('de', 'de2', 'Kurz war das Wetter schön.'),
      'de3.md': document('de', 'de3', 'Kurz war der Widerstand groß.'),
    }
    const found = await findingOther(files)
    expect(await found('short -whale')).toEqual(['de2', 'de3'])
    expect(await found('short AND NOT whale')).toEqual(['de2', 'de3'])
    expect(await found('short -(whale OR resistance)')).toEqual(['de2'])
    expect(await found('short -(short AND whale)')).toEqual(['de2', 'de3'])
  })

  test('neither excluded words nor fields say what language a query is in', async () => {
    expect(await ids('whale -Wetter -Kurzgeschichte', { cross: 'only' })).toEqual(['de1'])
    expect(await ids('whale sprache:de -schlagwort:Wetter', { cross: 'only' })).toEqual(['de1'])
    expect(await ids('-Wetter -(Kurz OR Geschichte) lang:en', { cross: 'only' })).toContain('en1')
  })

  test('fields, groups and operators hold', async () => {
    expect(await ids('whale lang:de')).toEqual(['de1'])
    expect((await ids('(whale OR resistance) lang:de')).sort()).toEqual(['de1', 'de2'])
    expect(await ids('whale AND resistance')).toEqual([])
    const { hits } = await (await open()).search('whale', { group: 'language' })
    expect(hits.map(({ passage, group }) => [passage.language, group!.total])).toEqual([
      ['en', 1],
      ['de', 1],
    ])
  })
})

test('in a concordance, a translation in a compound is shown with all of its word', async () => {
  const searcher = await open()
  const { lines } = await searcher.concordance('short story', { lang: ['de'] })
  expect(lines.map(({ match, kind }) => [match, kind])).toContainEqual([
    'Kurzgeschichte',
    'translation',
  ])
  const { passage } = (await searcher.search('short story', { lang: ['de'] })).hits[0]!
  expect(passage.text).toContain('Kurzgeschichte')
  expect(lines.filter(({ passage: { id } }) => id === passage.id)).toHaveLength(1)
})
