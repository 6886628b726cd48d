import { describe, expect, test } from 'vitest'
import { searcherOf } from '../support/collection.js'

const FILES = {
  'a.md':
    '---\nlanguage: de\ntitle: Über das Fahren\nid: a\n---\n\nDer Film, die Filme. Kurzgeschichten und ein Kurzfilm; schon schön. Die FSK prüft.\n',
  'b.md':
    '---\nlanguage: en\ntitle: The film we never saw\nid: b\n---\n\nA film is short. Films are long. The short story. Filming starts. Stéphanie speaks.\n',
  'c.md': '---\nlanguage: en\ntitle: Shorter notes\nid: c\n---\n\nShort shots. Another film.\n',
}

async function suggested(query: string, options = {}) {
  const searcher = await searcherOf(FILES)
  const { suggestions } = await searcher.suggest(query, options)
  return suggestions.map(({ text, passages }) => [text, passages])
}

describe('suggestions', () => {
  test('complete the last word by frequency, in both languages, in its most frequent form', async () => {
    expect(await suggested('fil')).toEqual([
      ['film', 3],
      ['The film we never saw', 1],
    ])
    expect(await suggested('the sho')).toEqual([
      ['the short', 2],
      ['the shots', 1],
    ])
  })

  test('stand beside the words before them, if any do', async () => {
    expect(await suggested('another sho')).toEqual([
      ['another short', 1],
      ['another shots', 1],
    ])
    expect(await suggested('Kurzfilm sch')).toEqual([['Kurzfilm schon', 1]])
    expect(await suggested('Kurzfilm sto')).toEqual([['Kurzfilm story', 1]])
  })

  test('keep to an umlaut that was typed, and leave the values of fields alone', async () => {
    expect(await suggested('schö')).toEqual([['schön', 1]])
    for (const query of [
      'speaker:st',
      'kind:"sh',
      'kind:"a sh',
      'film kind:a,sh',
      'kind:a,"b sh',
      '-(speaker:"a sh',
    ])
      expect(await suggested(query), query).toEqual([])
  })

  test.each([
    '-Stéphanie',
    'NOT Stéphanie',
    '-(Stéphanie OR Filming)',
    'tag:Stéphanie',
    'kind:"Stéphanie speaks"',
    '(Stéphanie OR films)',
  ])(
    'need not stand beside what is excluded, one of several, or the value of a field: %s',
    async (before) => {
      expect(await suggested(`${before} sho`)).toEqual([
        [`${before} short`, 2],
        [`${before} shots`, 1],
      ])
      expect(await suggested(`another ${before} sho`)).toEqual([
        [`another ${before} short`, 1],
        [`another ${before} shots`, 1],
      ])
    },
  )

  test('stand beside the words of the same phrase, whatever it is for', async () => {
    expect(await suggested('"another sho')).toEqual([
      ['"another short', 1],
      ['"another shots', 1],
    ])
    expect(await suggested('-"Kurzfilm sch')).toEqual([['-"Kurzfilm schon', 1]])
    expect(await suggested('notes OR "Kurzfilm sch')).toEqual([['notes OR "Kurzfilm schon', 1]])
  })

  test('are written as the texts write them, and found without diacritics', async () => {
    expect(await suggested('kurzg')).toEqual([['Kurzgeschichten', 1]])
    expect(await suggested('fs')).toEqual([['FSK', 1]])
    expect(await suggested('stephan')).toEqual([['Stéphanie', 1]])
    expect(await suggested('UBER')).toEqual([['Über das Fahren', 1]])
  })

  test('leave out words of grammar, and end with the word', async () => {
    for (const query of ['th', 'film ', '?', '"'])
      expect((await suggested(query)).filter(([text]) => text !== 'The film we never saw')).toEqual(
        [],
      )
  })

  test('before anything is typed are queries to try, in passages of the languages asked for', async () => {
    const searcher = await searcherOf(FILES)
    for (const lang of [['en', 'de'], ['de']] as const) {
      const { suggestions } = await searcher.suggest(' ', { lang: [...lang] })
      expect(suggestions.length).toBeGreaterThan(0)
      for (const { text, type, passages } of suggestions) {
        expect(type).toBe('query')
        const { total } = await searcher.search(text, { lang: [...lang] })
        expect(total, text).toBe(passages)
      }
    }
    expect((await searcher.suggest('', { limit: 1 })).suggestions).toHaveLength(1)
  })

  test('are of one language where asked, and as many as asked', async () => {
    expect(await suggested('kurz', { lang: ['en'] })).toEqual([])
    expect(await suggested('sho', { limit: 1 })).toEqual([['short', 2]])
    expect(await suggested('sho', { limit: 0 })).toEqual([])
  })

  test('of queries find what they promise', async () => {
    const searcher = await searcherOf(FILES)
    for (const beginning of ['f', 'fi', 'ku', 'sh', 's', 'a']) {
      const { suggestions } = await searcher.suggest(beginning)
      for (const { text, type, passages } of suggestions.filter((each) => each.type === 'query'))
        expect((await searcher.search(text)).total, `${type} ${text}`).toBeGreaterThanOrEqual(
          passages,
        )
    }
  })
})
