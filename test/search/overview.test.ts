import { expect, test } from 'vitest'
import { searcherOf } from '../support/collection.js'

const FILES = {
  'a.md': `---
title: A
kind: interview
date: 2010-05-17
speakers: [Ruth Calloway, Imran Sethi]
language: en
---

RUTH CALLOWAY: The whale and the lighthouse, and the whale again.

IMRAN SETHI: Whales are larger than a lighthouse.

RUTH CALLOWAY: The lighthouse is in 2013.
`,
  'b.md':
    '---\ntitle: B\nkind: note\ndate: 2012\nlanguage: de\n---\n\nDer Leuchtturm steht im Meer.\n',
  'c.md':
    '---\ntitle: C\nkind: note\ndate: 2012-11\nlanguage: de\n---\n\nIm Meer schwimmt der Wal.\n',
  'd.md': '---\ntitle: D\nlanguage: en\n---\n\nThe harbour has no whale.\n',
}

test('an overview counts documents and passages by what is known of them', async () => {
  const searcher = await searcherOf(FILES)
  const overview = await searcher.overview()
  const { documents, passages, passagesByLanguage } = await searcher.engine.statistics()
  expect(overview).toMatchObject({ documents, passages, undated: 1 })
  expect(overview.languages).toEqual([
    { language: 'en', passages: passagesByLanguage.en },
    { language: 'de', passages: passagesByLanguage.de },
  ])
  expect(overview.kinds).toEqual([
    { kind: 'note', documents: 2 },
    { kind: null, documents: 1 },
    { kind: 'interview', documents: 1 },
  ])
})

test('years without documents are among the years, from the first to the last', async () => {
  const { years } = await (await searcherOf(FILES)).overview()
  expect(years).toEqual([
    { year: 2010, documents: 1 },
    { year: 2011, documents: 0 },
    { year: 2012, documents: 2 },
  ])
})

test('the most frequent words are content words, each in one spelling, by passages', async () => {
  const { words } = await (await searcherOf(FILES)).overview()
  const [english, german] = words
  // “whale” and “whales” are one word; “2013” is none, nor is “the”.
  expect(english!.words.slice(0, 2)).toEqual([
    { text: 'lighthouse', passages: 3 },
    { text: 'whale', passages: 2 },
  ])
  const texts = english!.words.map(({ text }) => text)
  expect(texts).not.toContain('whales')
  expect(texts.filter((text) => /\d|^(?:the|and|are|in)$/i.test(text))).toEqual([])
  expect(german!.words[0]).toEqual({ text: 'Meer', passages: 2 })
})

test('speakers are counted by what they say, and every example finds something', async () => {
  const searcher = await searcherOf(FILES)
  const { speakers, examples } = await searcher.overview()
  expect(speakers).toEqual([
    { name: 'Ruth Calloway', passages: 2 },
    { name: 'Imran Sethi', passages: 1 },
  ])
  expect(examples.length).toBeGreaterThan(1)
  for (const example of examples) expect((await searcher.search(example)).total).toBeGreaterThan(0)
})

test('an overview is counted once', async () => {
  const searcher = await searcherOf(FILES)
  expect(await searcher.overview()).toBe(await searcher.overview())
})

test('no example asks for a language that the collection does not have', async () => {
  const searcher = await searcherOf({ 'd.md': FILES['d.md'] })
  expect((await searcher.overview()).examples).toEqual(['lang:en'])
})

test('no example is what stands before all that somebody says', async () => {
  const asked = ['Wohin?', 'Woher?', 'Warum?', 'Wann denn?'].map((text) => `INTERVIEWER: ${text}`)
  const told = ['Zur Arbeit.', 'Aus dem Norden.', 'Wegen der Munitionsfabrik.', 'Im Winter.']
  const turns = asked.flatMap((turn, i) => [turn, `KÄTHE GROSS: ${told[i]}`])
  const searcher = await searcherOf({ 'a.txt': turns.join('\n\n') })
  const { speakers, examples } = await searcher.overview()
  expect(speakers.map(({ name }) => name)).toContain('INTERVIEWER')
  expect(examples).not.toContain('INTERVIEWER')
})
