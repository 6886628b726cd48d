import { expect, test } from 'vitest'
import type { Searcher, SearchOptions } from '../../src/index.js'
import { searcherOf, searcherOfPassages } from '../support/collection.js'

const WHALE =
  'The trainer stands at the edge of the basin and lifts her arms, and the whale rises out of the water as if it had waited for nothing else all day, while the music plays too loud and nobody on the benches says a word.'
/** The same, three words changed. */
const ORCA = WHALE.replace('basin', 'pool')
  .replace('nothing else', 'no other thing')
  .replace('nobody', 'no one')
const BOXER =
  'The boxer sits in his van behind the garage with a towel around his neck, counts the notes that they gave him for the fight about a whale, and finds that two of them are missing again, as they were last week.'

interface Found {
  document: string
  duplicates: string[]
}

async function ask(searcher: Searcher, query: string, options: SearchOptions = {}) {
  const { total, hits } = await searcher.search(query, options)
  const found = hits.map(({ document, duplicates }): Found => {
    return { document: document.id, duplicates: duplicates.map((other) => other.document.id) }
  })
  return { total, found }
}

test('of passages that say nearly the same the best is a hit and names the others', async () => {
  const searcher = await searcherOfPassages('en', [
    BOXER,
    WHALE,
    ORCA,
    WHALE.replace('day', 'week'),
  ])
  expect(await ask(searcher, 'whale pool')).toEqual({
    total: 2,
    found: [
      { document: '2', duplicates: ['1', '3'] }, // the only one with both words
      { document: '0', duplicates: [] },
    ],
  })
  expect(await ask(searcher, 'whale', { collapse: false })).toMatchObject({ total: 4 })
})

test('passages with equal scores are in the order of the collection', async () => {
  const searcher = await searcherOfPassages('en', [WHALE, `${WHALE} `, `${WHALE}\u00AD`])
  expect((await ask(searcher, 'whale')).found).toEqual([{ document: '0', duplicates: ['1', '2'] }])
})

test('a passage that does not match the query neither hides nor is named', async () => {
  const searcher = await searcherOfPassages('en', [WHALE, ORCA])
  expect((await ask(searcher, 'pool')).found).toEqual([{ document: '1', duplicates: [] }])
  expect((await ask(searcher, 'whale -basin')).found).toEqual([{ document: '1', duplicates: [] }])
})

test('a passage that the filters exclude neither hides nor is named', async () => {
  const searcher = await searcherOf({
    'a.md': `---\nkind: note\n---\n\n${WHALE}\n`,
    'b.md': `---\nkind: letter\n---\n\n${ORCA}\n`,
    'c.md': `---\nkind: letter\n---\n\n${WHALE}!\n`,
  })
  expect(await ask(searcher, 'whale', { kind: ['note'] })).toEqual({
    total: 1,
    found: [{ document: 'a', duplicates: [] }],
  })
  // The original is not among them; its copies are still copies of each other.
  const letters = await ask(searcher, 'whale', { kind: ['letter'] })
  expect([letters.total, letters.found[0]!.duplicates.length]).toEqual([1, 1])
  expect((await ask(searcher, 'kind:letter whale')).found).toEqual(letters.found)
})

test('passages of one document are near-duplicates of each other too', async () => {
  const searcher = await searcherOf({ 'a.txt': `${WHALE}\n\n${BOXER}\n\n${ORCA}\n` })
  const { total, found } = await ask(searcher, 'trainer')
  expect([total, found]).toEqual([1, [{ document: 'a', duplicates: ['a'] }]])
})

test('the window counts what is left', async () => {
  const searcher = await searcherOfPassages('en', [WHALE, BOXER, ORCA])
  const { hits } = await searcher.search('whale', { offset: 1, limit: 5 })
  const all = await searcher.search('whale')
  expect(hits).toEqual(all.hits.slice(1))
  expect(hits.map(({ rank }) => rank)).toEqual([2])
})

test('explanations are those of the passages by themselves', async () => {
  const searcher = await searcherOfPassages('en', [WHALE, ORCA, BOXER])
  const collapsed = await searcher.search('whale pool', { explain: true })
  const all = await searcher.search('whale pool', { explain: true, collapse: false })
  for (const { passage, score, explanation } of collapsed.hits)
    expect(all.hits.find((hit) => hit.passage.id === passage.id)).toMatchObject({
      score,
      explanation,
    })
})

test('short passages stay, however alike: greetings and thanks are each another place', async () => {
  const thanks = 'Thank you very much for the whale and for this conversation, and all the best.'
  const searcher = await searcherOfPassages('en', [thanks, `${thanks} `, `${thanks}\u00AD`])
  expect((await ask(searcher, 'whale')).total).toBe(3)
})

test('passages that share one long sentence of several are no near-duplicates', async () => {
  const shared = 'We were looking for a world in which nobody is ever saved by what he says.'
  const searcher = await searcherOfPassages('en', [
    `${shared} ${WHALE}`,
    `${shared} ${BOXER}`,
    `The whale was Stéphanie's idea from the start, and the producers hated it for a year. ${shared} That is all I can say about it today.`,
  ])
  expect((await ask(searcher, 'whale')).total).toBe(3)
})

test('the same words in another language are no near-duplicate', async () => {
  const words =
    'Marion Cotillard Matthias Schoenaerts Armand Verdure Céline Sallette Corinne Masiero'
  const names = `${words} Bouli Lanners Jean-Michel Correia Mourad Frarema Yannick Choirat Fred Menut`
  const searcher = await searcherOf({
    'a.md': `---\nlanguage: en\n---\n\n${names}\n`,
    'b.md': `---\nlanguage: de\n---\n\n${names}\n`,
  })
  expect((await ask(searcher, 'Verdure')).total).toBe(2)
})

/** Sentences of twenty words without a word in common. */
const SENTENCES = Array.from(
  { length: 12 },
  (_, i) => `Begin${i} ${Array.from({ length: 18 }, (_, j) => `w${i}x${j}`).join(' ')} finish${i}.`,
)
const between = (from: number, to: number) => SENTENCES.slice(from, to).join(' ')

test('a copy that is cut elsewhere is a duplicate of both passages it has most of', async () => {
  const searcher = await searcherOf({
    'a.txt': `${between(0, 3)}\n\n${between(3, 6)}\n\n${between(6, 9)}\n`,
    'b.txt': `${between(0, 1)} ${between(9, 11)}\n\n${between(1, 6)}\n\n${between(6, 9)}\n`,
  })
  // b's second passage has two thirds of a's first and all of its second.
  expect((await ask(searcher, 'w1x1')).found).toEqual([{ document: 'a', duplicates: ['b'] }])
  expect((await ask(searcher, 'w4x4')).found).toEqual([{ document: 'a', duplicates: ['b'] }])
  // a's first and second have nothing in common and are two hits, whatever b has of both.
  const both = await ask(searcher, 'w0x1 w5x5')
  expect(both.found.filter(({ document }) => document === 'a')).toHaveLength(2)
  // The one that has all words hides both.
  expect((await ask(searcher, 'w1x1 w4x4')).found).toEqual([
    { document: 'b', duplicates: ['a', 'a'] },
  ])
})

test('the same texts give the same duplicates', async () => {
  const texts = [WHALE, BOXER, ORCA, WHALE.replace('music', 'radio'), BOXER.replace('week', 'time')]
  const answers = await Promise.all(
    [1, 2].map(async () => ask(await searcherOfPassages('en', texts), 'whale')),
  )
  expect(answers[0]).toEqual(answers[1])
})
