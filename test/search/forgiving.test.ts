import { describe, expect, test } from 'vitest'
import { found, marked, searcherOf, searcherOfPassages } from '../support/collection.js'

const ENGLISH = [
  'The interview took place in the morning.',
  'Interviews with directors, and an installation.',
  'A wheelchair stood in the hall of 1989.',
  'The form of the farm.',
]

async function kindsOf(searcher: Awaited<ReturnType<typeof searcherOf>>, query: string) {
  const { hits } = await searcher.search(query)
  return hits.flatMap(({ highlights }) => highlights.map(({ kind }) => kind))
}

describe('a mistyped word', () => {
  test.each([
    ['intervew', 'interview', [1, 0]],
    ['Intervew directors', 'Interview directors', [1, 0]],
    ['wheelchiar', 'wheelchair', [2]],
    ['wehlchair', 'wheelchair', [2]],
    ['vheelchair', 'wheelchair', [2]],
    ['instellation', 'installation', [1]],
  ])('%s finds what may be meant, and the answer says so: %s', async (query, meant, documents) => {
    const searcher = await searcherOfPassages('en', ENGLISH)
    expect(await found(searcher, query)).toEqual(documents)
    const { didYouMean } = await searcher.search(query)
    expect(didYouMean).toBe(meant)
  })

  test('is marked where the word stands that was found for it', async () => {
    const searcher = await searcherOfPassages('en', ENGLISH)
    expect(await marked(searcher, 'intervew')).toEqual([['Interviews'], ['interview']])
    expect(await kindsOf(searcher, 'intervew')).toEqual(['correction', 'correction'])
  })

  test('umlauts cost no edit', async () => {
    const searcher = await searcherOfPassages('de', ['Die Rückkehr der Wölfe.', 'Ein Lied.'])
    for (const query of ['Ruckker', 'Rueckker', 'Rückker', 'Ruckkher'])
      expect(await marked(searcher, query)).toEqual([['Rückkehr']])
  })

  test.each(['1998', 'frm', 'has', 'xx', 'farmhouses', '"intervew"', '-intervew form'])(
    '%s: a number, a short or a quoted word, or one too far off is not corrected',
    async (query) => {
      const searcher = await searcherOfPassages('en', ENGLISH)
      expect((await searcher.search(query)).didYouMean).toBeNull()
    },
  )

  test.each([
    ['wheelchiar tag:sea', {}, null],
    ['wheelchiar AND farm', {}, null],
    ['wheelchiar -wheelchair', {}, null],
    ['wheelchiar', { tag: ['sea'] }, null],
    ['wheelchiar "form of"', {}, 'wheelchair "form of"'],
    ['wheelchiar', { lang: ['en' as const] }, 'wheelchair'],
    ['wheelchiar OR farm -morning', {}, 'wheelchair OR farm -morning'],
  ])('%s, with %o, means only what finds something: %s', async (query, options, meant) => {
    const searcher = await searcherOfPassages('en', ENGLISH)
    expect((await searcher.search(query, options)).didYouMean).toBe(meant)
    expect((await searcher.searchAll(query, options)).didYouMean).toBe(meant)
    expect((await searcher.concordance(query, options)).didYouMean).toBe(meant)
  })

  test('is only taken for one where it finds next to nothing beside a far more frequent word', async () => {
    const many = Array.from({ length: 41 }, (_, i) => `A harbour lies there, number ${i}.`)
    const searcher = await searcherOfPassages('en', ['A house and a harbuor.', 'Houses.', ...many])
    const { didYouMean, total } = await searcher.search('harbuor')
    expect([didYouMean, total]).toEqual(['harbour', 42])
    expect((await found(searcher, 'harbuor'))[0]).toBe(0)
    expect((await searcher.search('house')).didYouMean).toBeNull()
  })

  test.each([
    ['harbuor AND number', 42],
    ['harbuor AND lies -"number 7"', 40],
    ['"lies there" AND harbuor', 41],
  ])('is worth the same beside words that every hit has: %s', async (query, expected) => {
    const many = Array.from({ length: 41 }, (_, i) => `A harbour lies there, number ${i}.`)
    const searcher = await searcherOfPassages('en', ['Number one, a harbuor.', ...many])
    const { hits, total } = await searcher.search(query, { explain: true, limit: 50 })
    expect(total).toBe(expected)
    for (const { score, explanation } of hits) expect(explanation!.value).toBeCloseTo(score, 9)
    const itself = hits.findIndex(({ passage }) => passage.text.includes('harbuor'))
    expect(itself).toBe(expected === 42 ? 0 : -1)
  })

  test('may be two edits away where what is one edit away means something else', async () => {
    const means = new Map([
      ['brandelong', 'feuer'],
      ['brandelonk', 'wasser'],
      ['brandelirg', 'feuer'],
    ])
    const translations = (term: string) => {
      const translation = means.get(term)
      return translation === undefined ? [] : [{ term: translation, probability: 1 }]
    }
    const searcher = await searcherOf(
      {
        'near.md': '---\nlanguage: en\n---\n\nHere is a brandelonk again.\n',
        'far.md': '---\nlanguage: en\n---\n\nHere is a brandelirg again.\n',
      },
      { lexicon: { translations } },
    )
    const { hits, didYouMean } = await searcher.search('brandelong', { cross: 'off' })
    expect(hits.map(({ document }) => document.id)).toEqual(['far'])
    expect(didYouMean).toBe('brandelirg')
  })

  test('is no word that the lexicon knows, unless another one means the same', async () => {
    const known: Record<string, string> = {
      hors: 'pferd',
      hous: 'haus',
      yogurt: 'joghurt',
      yoghurt: 'joghurt',
    }
    const translations = (term: string, from: 'en' | 'de') =>
      from === 'en' && known[term] ? [{ term: known[term], probability: 0.9 }] : []
    const searcher = await searcherOf(
      { 'a.md': 'A house by the sea, and what stood there.', 'b.md': 'Yoghurt and bread.' },
      { lexicon: { translations } },
    )
    for (const cross of ['auto', 'off'] as const) {
      const { didYouMean, total } = await searcher.search('horse', { cross })
      expect([didYouMean, total]).toEqual([null, 0])
      expect((await searcher.search('hosue', { cross })).didYouMean).toBe('house')
      expect((await searcher.search('yogurt', { cross })).didYouMean).toBe('Yoghurt')
    }
  })

  test('an exact word beats a corrected one, however often that is said', async () => {
    const often = Array.from({ length: 50 }, (_, i) => `Fliege, Fliege, Fliege, Fliege ${i}.`)
    const once = `Eine Fleige unter ${'vielen anderen ruhigen Worten, die hier stehen '.repeat(9)}.`
    const searcher = await searcherOfPassages('de', [...often, once])
    const { hits, didYouMean } = await searcher.search('Fleige', { collapse: false })
    expect(didYouMean).toBe('Fliege')
    expect(hits[0]!.document.id).toBe('50')
  })

  test('keeps the weight of a rare word that was right', async () => {
    const houses = Array.from({ length: 40 }, (_, i) => `A houses and a door ${i}.`)
    const searcher = await searcherOfPassages('en', [
      ...houses,
      'The housez and a stable here.',
      'A house, and a stable, stable it is.',
    ])
    expect((await found(searcher, 'housez stable'))[0]).toBe(40)
  })

  test('is found where the texts have only another form of what was meant', async () => {
    const searcher = await searcherOfPassages('en', ['Two whales swim by.', 'A boat.'])
    for (const query of ['whael', 'wahle', "whael's"])
      expect(await marked(searcher, query)).toEqual([['whales']])
  })

  test('a compound whose parts are known is no mistake', async () => {
    const searcher = await searcherOfPassages('de', ['Das Haus am See, der Hund.', 'Die Tür.'])
    expect((await searcher.search('Haustür')).didYouMean).toBeNull()
    expect((await searcher.search('Haustier')).didYouMean).toBeNull()
  })
})

describe('an unfinished word', () => {
  const TEXTS = [
    'Eine Installation im Museum.',
    'Zwei Kurzgeschichten und ein Interview.',
    'Die Kurzgeschichte war kurz.',
    'Die Vater-Sohn-Gruppe.',
  ]

  test.each([
    ['installat', [0]],
    ['kurzgesch', [1, 2]],
    ['intervie', [1]],
    ['museum installat', [0]],
    ['Vater-So', [3]],
  ])('%s finds the words that begin so, when asked to', async (query, documents) => {
    const searcher = await searcherOfPassages('de', TEXTS)
    const { hits } = await searcher.search(query, { prefix: true })
    expect(hits.map(({ document }) => Number(document.id)).sort()).toEqual(documents)
    for (const { highlights } of hits) expect(highlights.length).toBeGreaterThan(0)
  })

  test('counts only where the query ends with it', async () => {
    const searcher = await searcherOfPassages('de', TEXTS)
    for (const query of ['kurzges ', 'kurzges museum', '"kurzges"', 'kurzges lang:de'])
      expect(
        (await searcher.search(query, { prefix: true })).hits.map(({ document }) => document.id),
      ).not.toContain('2')
  })

  test('that is a word of its own leads over those that begin so', async () => {
    const searcher = await searcherOfPassages('de', [
      'Ein Waldweg im Grünen.',
      'Der große alte Wald.',
    ])
    const { hits } = await searcher.search('wald', { prefix: true })
    expect(hits.map(({ document }) => document.id)).toEqual(['1', '0'])
  })
})

describe('synonyms', () => {
  const FILES = {
    'a.md': '---\nlanguage: en\nid: a\n---\n\nA tale of the sea.\n',
    'b.md': '---\nlanguage: en\nid: b\n---\n\nTwo short stories of the land.\n',
    'c.md': '---\nlanguage: en\nid: c\n---\n\nThe short scene ends the story.\n',
    'synonyms.yaml': 'en:\n  - [tale, short story]\n  - from: sea\n    to: land\n',
  }
  const ids = async (query: string) => {
    const searcher = await searcherOf(FILES)
    const { hits } = await searcher.search(query)
    return hits.map(({ document }) => document.id)
  }

  test('find each other, several words only next to each other', async () => {
    expect(await ids('tale')).toEqual(['a', 'b'])
    expect((await ids('short story')).sort()).toEqual(['a', 'b', 'c'])
    expect(await ids('tales of')).toEqual(['a', 'b'])
  })

  test('of one way do not find back', async () => {
    expect(await ids('sea')).toEqual(['a', 'b'])
    expect(await ids('land')).toEqual(['b'])
  })

  test('are not for quoted words', async () => {
    expect(await ids('"tale"')).toEqual(['a'])
  })

  test('are marked as such', async () => {
    const searcher = await searcherOf(FILES)
    expect(await marked(searcher, 'tale')).toEqual([['tale'], ['short', 'stories']])
    expect(await kindsOf(searcher, 'tale')).toEqual(['exact', 'synonym', 'synonym'])
  })

  test('explain themselves', async () => {
    const searcher = await searcherOf(FILES)
    const { hits } = await searcher.search('tale sea', { explain: true })
    for (const { score, explanation } of hits) {
      expect(explanation!.value).toBeCloseTo(score, 9)
      expect(explanation!.parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(score, 9)
    }
    expect(JSON.stringify(hits[1]!.explanation)).toContain('synonym')
  })
})
