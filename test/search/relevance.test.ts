import { describe, expect, test } from 'vitest'
import { found, marked, searcherOf, searcherOfPassages } from '../support/collection.js'

describe('spelling', () => {
  test.each(['de', 'en'] as const)(
    'in %s, Müller, Mueller and Muller find each other, the exact one first',
    async (language) => {
      const texts = [
        'Zu Besuch: Herr Müller.',
        'Zu Besuch: Herr Mueller.',
        'Zu Besuch: Herr Muller.',
      ]
      const searcher = await searcherOfPassages(language, texts)
      expect(await found(searcher, 'Müller')).toEqual([0, 1, 2])
      expect((await found(searcher, 'mueller'))[0]).toBe(1)
      expect((await found(searcher, 'MULLER'))[0]).toBe(2)
      for (const query of ['Müller', 'mueller', 'muller'])
        expect((await found(searcher, query)).sort()).toEqual([0, 1, 2])
    },
  )

  test('Maße and Masse, schon and schön find each other, the exact one first', async () => {
    const searcher = await searcherOfPassages('de', [
      'Masse Masse Masse, nichts als Masse.',
      'Die Maße des Saals stimmten nicht, sagte man nach langer und gründlicher Prüfung aller Pläne.',
      'Das war schon, schon, schon lange bekannt.',
      'Der Abend am Meer war lang und laut und voller Menschen, aber am Ende doch schön.',
    ])
    expect(await found(searcher, 'Maße')).toEqual([1, 0])
    expect(await found(searcher, 'Masse')).toEqual([0, 1])
    expect(await found(searcher, 'schön')).toEqual([3, 2])
    expect(await found(searcher, 'schon')).toEqual([2, 3])
  })

  test('diacritics and case do not matter', async () => {
    const searcher = await searcherOfPassages('en', [
      'Stéphanie lives on the Côte.',
      'Stephanie left the Cote.',
    ])
    for (const query of ['stephanie cote', 'STÉPHANIE CÔTE', 'Stéphanie Cote'])
      expect((await found(searcher, query)).sort()).toEqual([0, 1])
  })

  test('an English word with ue is no spelled-out umlaut', async () => {
    const searcher = await searcherOfPassages('en', [
      'The poet sang.',
      'A pot of tea.',
      'Value for money.',
    ])
    expect(await found(searcher, 'poet')).toEqual([0])
    expect(await found(searcher, 'pot')).toEqual([1])
    expect(await found(searcher, 'valu')).toEqual([2])
  })

  test('an excluded word excludes other spellings only where these are names', async () => {
    const searcher = await searcherOfPassages('en', [
      'A pot of tea.',
      'The tea of a poet.',
      'The tea of Mr Muller.',
      'The tea of Mr Mueller.',
    ])
    expect((await found(searcher, 'tea -poet')).sort()).toEqual([0, 2, 3])
    expect((await found(searcher, 'tea AND NOT pot')).sort()).toEqual([1, 2, 3])
    expect((await found(searcher, 'tea -(poet OR value)')).sort()).toEqual([0, 2, 3])
    expect((await found(searcher, 'tea -Müller')).sort()).toEqual([0, 1])
    expect((await found(searcher, 'tea AND NOT Müller')).sort()).toEqual([0, 1])
  })

  test('a hyphenated word is found by its parts, as a whole, and written as one', async () => {
    const searcher = await searcherOfPassages('de', [
      'Die Vater-Sohn-Beziehung trägt den Film.',
      'Eine E-Mail kam an.',
      'Eine Email kam an.',
    ])
    expect(await found(searcher, 'Sohn')).toEqual([0])
    expect(await found(searcher, 'Vatersohnbeziehung')).toEqual([0])
    expect((await found(searcher, 'E-Mail')).sort()).toEqual([1, 2])
    expect((await found(searcher, 'email')).sort()).toEqual([1, 2])
    expect(await marked(searcher, 'Sohn')).toEqual([['Sohn']])
    expect(await marked(searcher, 'Vater-Sohn-Beziehung')).toEqual([['Vater-Sohn-Beziehung']])
  })
})

test('the form that was asked for leads, but does not outweigh what is said more often', async () => {
  const searcher = await searcherOfPassages('en', [
    'Whales live in the sea, and they are large.',
    'A whale lives in the sea, and it is large.',
    'Whales, whales and more whales live in the sea.',
  ])
  expect(await found(searcher, 'whale')).toEqual([2, 1, 0])
  expect(await found(searcher, 'whales')).toEqual([2, 0, 1])
})

describe('several words', () => {
  test('passages with all of them lead, then those with rarer words', async () => {
    const searcher = await searcherOfPassages('en', [
      'The whale, the whale, the whale swam.', // the rarer word, three times
      'The trainer met a trainer at the pool, and the trainer left.', // the more frequent word
      'A trainer at work in the morning, late, on a long day that began with rain, fed the whale.', // both, once each
      'Another trainer.',
    ])
    expect((await found(searcher, 'whale trainer')).slice(0, 2)).toEqual([2, 0])
  })

  test('a passage that uses a word more, or is shorter, leads', async () => {
    const searcher = await searcherOfPassages('en', [
      'A garage is mentioned once among many other things that fill up this rather long sentence.',
      'The garage.',
      'From garage to garage, every garage was full, and so the sentence went on for a while.',
    ])
    expect(await found(searcher, 'garage')).toEqual([2, 1, 0])
  })

  test('words of grammar never decide, but a phrase of them is found', async () => {
    const searcher = await searcherOfPassages('en', [
      'To be or not to be, that was asked in the theatre.',
      'The the the the of of of whales.',
      'A whale.',
    ])
    expect(await found(searcher, 'the whale')).toEqual(await found(searcher, 'whale'))
    expect(await found(searcher, '"to be or not to be"')).toEqual([0])
    expect((await found(searcher, 'to be or not to be'))[0]).toBe(0)
    expect(await marked(searcher, 'the whale')).toEqual([['whale'], ['whales']])
  })

  test('a title or heading lifts a passage, but is no hit by itself', async () => {
    const section = (title: string, text: string) =>
      `---\nlanguage: en\n---\n\n# ${title}\n\n${text}\n`
    const searcher = await searcherOf({
      '1.md': section(
        'Orcas',
        `The film opens in the north.\n\n## Work\n\nThe trainer feeds them every day.`,
      ),
      '2.md': section(
        'Boxing',
        `The film ends in the north.\n\n## Work\n\nThe trainer wins at last.`,
      ),
    })
    const { hits } = await searcher.search('orcas trainer')
    expect(hits.map(({ document }) => document.id)).toEqual(['1', '1', '2'])
    expect(hits.every(({ highlights }) => highlights.length > 0)).toBe(true)
    expect(hits[0]!.passage.text).toContain('trainer')
  })
})

describe('words near each other', () => {
  const TEXTS = [
    'The killer of the old boat on the river swam with one lonely whale that night.',
    'The old boat on the river swam that night with one whale killer that lonely of.',
    'The old boat on the river swam that night with one killer whale that lonely of.',
  ]

  test('lead over the same words far apart, and in order over reversed', async () => {
    const searcher = await searcherOfPassages('en', TEXTS)
    expect(await found(searcher, 'killer whale')).toEqual([2, 1, 0])
    expect(await found(searcher, 'whale killer')).toEqual([1, 2, 0])
  })

  test('do not outweigh what is said more often', async () => {
    const often =
      'A whale, and far away from there, quite alone, another killer; whale, killer of them.'
    const searcher = await searcherOfPassages('en', [TEXTS[2]!, often, 'Fish.', 'Crab.'])
    expect(await found(searcher, 'killer whale')).toEqual([1, 0])
  })

  test('explain themselves, and passages with all words still lead', async () => {
    const searcher = await searcherOfPassages('en', [...TEXTS, 'A killer whale. A killer whale.'])
    const { hits } = await searcher.search('killer whale boat', { explain: true })
    expect(hits.map(({ document }) => document.id).at(-1)).toBe('3')
    for (const { score, explanation } of hits) expect(explanation!.value).toBeCloseTo(score, 9)
    expect(JSON.stringify(hits[0]!.explanation)).toContain('“killer” near “whale”')
  })
})

test('a name of the speaker lifts what is said by them, and the explanation says so', async () => {
  const searcher = await searcherOf({
    'a.md':
      '---\nlanguage: en\nid: talk\nspeakers: [Jane Roe, Max Poe]\n---\n\nJANE ROE: The whale swims past the boat every morning.\n\nMAX POE: The whale sings past the boat every morning.\n',
  })
  const { hits } = await searcher.search('whale roe', { explain: true })
  expect(hits[0]!.passage.speaker).toBe('Jane Roe')
  const { hits: reversed } = await searcher.search('whale poe')
  expect(reversed[0]!.passage.speaker).toBe('Max Poe')
  expect(JSON.stringify(hits[0]!.explanation)).toContain('in the name of the speaker')
})

describe('two languages', () => {
  test('a query is read in both, and an English word never by German rules', async () => {
    const searcher = await searcherOf({
      'en.md': '---\nlanguage: en\n---\n\nThe potato was hot, and the gift was small.\n',
      'de.md':
        '---\nlanguage: de\n---\n\nDie Tat war alt, das Gift war stark, ein Geschenk nicht.\n',
    })
    const languages = async (query: string) =>
      (await searcher.search(query)).hits.map(({ passage }) => passage.language).sort()
    expect(await languages('potatoes')).toEqual(['en'])
    expect(await languages('Taten')).toEqual(['de'])
    expect(await languages('gift')).toEqual(['de', 'en'])
    expect(await languages('gift lang:de')).toEqual(['de'])
  })

  test('a word that is grammar in the other language is still searched in this one', async () => {
    const searcher = await searcherOf({
      'en.md': '---\nlanguage: en\n---\n\nThey die hard, as heroes do.\n',
      'de.md': '---\nlanguage: de\n---\n\nDie Helden und die Nacht.\n',
    })
    const { hits } = await searcher.search('die hard')
    expect(hits.map(({ passage }) => passage.language)).toEqual(['en'])
    expect((await searcher.search('die')).hits).toHaveLength(2)
  })
})

describe('words of grammar of one language', () => {
  const files = {
    'en.md': '---\nlanguage: en\n---\n\nThe bouncer stood at the door, and the orca swam.\n',
    'de.md':
      '---\nlanguage: de\n---\n\nThe Sisters Brothers und andere Filme, Songs u. a. von Bon Iver, all das.\n',
    'film.md': '---\nlanguage: en\n---\n\nA film about the war, and a man who will not tell.\n',
    'movie.md': '---\nlanguage: en\n---\n\nA film about the sea, and a fish that can not swim.\n',
  }

  test.each([
    ['the bouncer', ['en']],
    ['a bouncer', ['en']],
    ['whale and orca', ['en']],
    ['all about the orca', ['en']],
    ['man stood', ['en']],
  ])('%s finds nothing by them in the other', async (query, ids) => {
    const { hits } = await (await searcherOf(files)).search(query)
    expect(hits.map(({ document }) => document.id)).toEqual(ids)
  })

  test('are words where nothing better is asked', async () => {
    const { hits } = await (await searcherOf(files)).search('the war')
    expect(hits[0]!.document.id).toBe('film')
  })

  test('never outweigh a word that is counted', async () => {
    const searcher = await searcherOfPassages('en', [
      'A film of war and man.',
      'This film, shown late at night in a big and empty house by the sea, has a story.',
    ])
    expect(await found(searcher, 'film story war man')).toEqual([1, 0])
  })

  test('lift a passage where they carry meaning', async () => {
    const { hits } = await (await searcherOf(files)).search('war film')
    expect(hits.map(({ document }) => document.id)).toEqual(['film', 'movie', 'de'])
    expect(hits[0]!.highlights).toHaveLength(2)
  })
})

test('a false friend does not lead over the word of the language it is from', async () => {
  const searcher = await searcherOf({
    'en.md': '---\nlanguage: en\n---\n\nNobody makes a fuss.\n',
    'de.md': '---\nlanguage: de\n---\n\nDie Füße und die Hände des Mannes waren kalt.\n',
    'more.md':
      '---\nlanguage: de\n---\n\nKalte Hände, kalte Füße, sagt man, und ein warmes Herz dazu.\n',
  })
  const { hits } = await searcher.search('Füße')
  expect(hits.map(({ passage }) => passage.language)).toEqual(['de', 'de', 'en'])
})

describe('conditions', () => {
  const files = {
    'a.md':
      '---\nlanguage: en\nkind: interview\nspeakers: [Ruth Calloway]\ndate: 2012-05-17\ntags: [Cannes, boxing]\ntitle: On boxing\n---\n\nRUTH CALLOWAY: The whale is first.\n\nRUTH CALLOWAY: Nothing more.\n',
    'sub/b.md':
      '---\nlanguage: de\nkind: Synopsis\ndate: 2013-01\ntags: [Côte]\ntitle: Vom Wal\n---\n\nEin Wal, und ein whale.\n',
    'c.md': '---\nlanguage: en\nkind: note\ndate: 2011\ntitle: Undated\n---\n\nA whale at last.\n',
  }
  test.each([
    ['whale lang:de', ['sub/b']],
    ['whale kind:INTERVIEW', ['a']],
    ['whale kind:synopsis', ['sub/b']],
    ['whale speaker:calloway', ['a']],
    ['whale speaker:"Ruth Calloway"', ['a']],
    ['whale doc:sub/b', ['sub/b']],
    ['whale doc:boxing', ['a']],
    ['whale tag:cote', ['sub/b']],
    ['whale date:2012', ['a']],
    ['whale date:2012-05-17', ['a']],
    ['whale date:2012..2013', ['a', 'sub/b']],
    ['whale date:..2012-05-16', ['c']],
    ['whale -lang:de -kind:note', ['a']],
    ['whale (lang:de OR kind:note)', ['c', 'sub/b']],
    ['kind:note', ['c']],
    ['lang:de lang:en whale', ['a', 'c', 'sub/b']],
  ])('%s finds %j', async (query, ids) => {
    const searcher = await searcherOf(files)
    const { hits } = await searcher.search(query)
    expect(hits.map(({ document }) => document.id).sort()).toEqual(ids)
  })

  test('given as options they are the same as in the query', async () => {
    const searcher = await searcherOf(files)
    const { hits } = await searcher.search('whale', {
      lang: ['en'],
      date: { from: '2012', to: null },
    })
    expect(hits.map(({ document }) => document.id)).toEqual(['a'])
  })
})

describe('odd questions', () => {
  test.each(['', '   ', '-whale', '""', '()', '*', '- - -', '😀', 'zzzz', 'OR', '-"x" -y', 'the'])(
    '%j is answered without an error',
    async (query) => {
      const searcher = await searcherOfPassages('en', ['A whale.'])
      const { total, hits } = await searcher.search(query)
      expect(total).toBe(hits.length)
    },
  )

  test('hundreds of words are all counted', async () => {
    const words = Array.from({ length: 300 }, (_, i) => `x${i}`)
    const searcher = await searcherOfPassages('en', [words.join(' '), words.slice(1).join(' ')])
    const query = Array.from({ length: 60 }, (_, i) =>
      words.slice(i * 5, i * 5 + 5).join('-'),
    ).join(' ')
    const { hits } = await searcher.search(query.slice(0, 1000), { explain: true })
    expect(hits.length).toBeGreaterThan(0)
    for (const hit of hits) expect(hit.explanation!.value).toBeCloseTo(hit.score, 6)
  })

  test('a window beyond the limit is refused with the limit', async () => {
    const searcher = await searcherOfPassages('en', ['A whale.'])
    await expect(searcher.search('whale', { offset: 9999, limit: 2 })).rejects.toThrow(/10000/)
    await expect(searcher.search('whale', { limit: -1 })).rejects.toThrow(RangeError)
  })
})
