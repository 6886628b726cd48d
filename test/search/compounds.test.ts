import { describe, expect, test } from 'vitest'
import { found, marked, searcherOf, searcherOfPassages } from '../support/collection.js'

describe('German compounds', () => {
  const pairs: [string, string][] = [
    ['Wal', 'Killerwale'],
    ['Sammlung', 'Kurzgeschichtensammlung'],
    ['Gesetz', 'Umweltschutzgesetze'],
    ['Netzgerät', 'Hochspannungsnetzgeräte'],
    ['Geschichte', 'Liebesgeschichte'],
  ]

  test.each(pairs)('%s and %s find each other, the exact word first', async (word, compound) => {
    const searcher = await searcherOfPassages('de', [
      `Im Text steht ${compound}, und sonst nichts von Belang.`,
      `Im Text steht ${word}, und sonst nichts von Belang.`,
      'Im Text steht etwas anderes, und sonst nichts von Belang.',
    ])
    expect(await found(searcher, word)).toEqual([1, 0])
    expect(await found(searcher, compound)).toEqual([0, 1])
  })

  test('are marked only where they match, the link element outside', async () => {
    const searcher = await searcherOfPassages('de', [
      'Die Killerwale und die Liebesgeschichten, die Kurzgeschichtensammlung.',
    ])
    expect(await marked(searcher, 'Wal')).toEqual([['wale']])
    expect(await marked(searcher, 'Liebe')).toEqual([['Liebe']])
    expect(await marked(searcher, 'Sammlungen')).toEqual([['sammlung']])
    expect(await marked(searcher, 'Killerwal')).toEqual([['Killerwale']])
  })

  test('are marked in characters of the original, soft hyphens and combining marks included', async () => {
    const searcher = await searcherOfPassages('de', [
      'Das Dreh\u00ADbu\u0308\u00ADcher\u00ADregal, die Tu\u0308rsteher.',
    ])
    expect(await marked(searcher, 'Tür')).toEqual([['Tu\u0308r']])
  })

  test('are marked exactly also where characters that are two and two that are one even out', async () => {
    const searcher = await searcherOfPassages('de', [
      'Ein Kinder\uFB01lmma\u0308rchen und ein Ti\u00ADef\uFB02ug.',
    ])
    expect(await marked(searcher, 'Film')).toEqual([['\uFB01lm']])
    expect(await marked(searcher, 'Märchen')).toEqual([['ma\u0308rchen']])
    expect(await marked(searcher, 'Flug')).toEqual([['\uFB02ug']])
  })

  test('stay whole in phrases and prefixes', async () => {
    const searcher = await searcherOfPassages('de', ['Die Liebesgeschichte der beiden.'])
    expect(await found(searcher, '"Geschichte"')).toEqual([])
    expect(await found(searcher, '"Liebesgeschichte"')).toEqual([0])
    expect(await found(searcher, 'gesch*')).toEqual([])
  })

  test('are a German affair: English words have no parts', async () => {
    const searcher = await searcherOfPassages('de', ['Die Tat und die Art.', 'Das Amt.'])
    for (const query of ['potato', 'part', 'format'])
      expect(await found(searcher, query)).toEqual([])
  })
})

describe('below an operator', () => {
  const TEXTS = ['Die Drehbucharbeit begann.', 'Das Drehbuch lag da.', 'Ein Gedicht lag da.']

  test('compounds are found by their parts as well', async () => {
    const searcher = await searcherOfPassages('de', TEXTS)
    expect(await found(searcher, 'Drehbuch AND Arbeit')).toEqual([0])
    expect((await found(searcher, 'Drehbuch OR Gedicht')).sort()).toEqual([0, 1, 2])
    expect(await marked(searcher, 'Drehbuch AND Arbeit')).toEqual([['Drehbucharbeit']])
  })

  test('an excluded word excludes the compounds that contain it, but not what has only its parts', async () => {
    const searcher = await searcherOfPassages('de', TEXTS)
    expect(await found(searcher, 'lag begann -Arbeit')).toEqual([1, 2])
    expect((await found(searcher, 'lag begann -Drehbuch')).sort()).toEqual([0, 2])
  })
})

test('a title lifts a passage below an operator as it does elsewhere', async () => {
  const searcher = await searcherOf({
    'a.md': '---\nlanguage: en\ntitle: Plain\n---\n\nThe whale sings.\n',
    'b.md': '---\nlanguage: en\ntitle: Orca\n---\n\nThe whale swims.\n',
  })
  const { hits } = await searcher.search('(whale OR orca)', { explain: true })
  expect(hits.map(({ document }) => document.id)).toEqual(['b', 'a'])
  expect(JSON.stringify(hits[0]!.explanation)).toContain('orca [en], not in the text')
})
