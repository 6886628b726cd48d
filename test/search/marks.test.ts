import { expect, test } from 'vitest'
import { marksIn } from '../../src/search/marks.js'
import { searcherOf } from '../support/collection.js'
import { filler } from '../support/filler.js'

const interview = `---
language: en
speakers: [Ada Ember, Bruno Falk]
---

Ada Ember: The orca swims, and a whale follows it ${filler('en', 1)}

Bruno Falk: Whales are not what I came for ${filler('en', 2)}

Bruno Falk: Nothing of the kind is in this answer ${filler('en', 3)}

Ada Ember: The orca swims, and a whale follows it ${filler('en', 1)}
`

async function collection() {
  const other = interview.replace('Nothing of the kind', 'Something else')
  return searcherOf({ 'talks/interview.md': interview, 'talks/other interview.md': other })
}

test('every passage of the document that a query finds has its marks, in the order of the text', async () => {
  const searcher = await collection()
  const passages = await searcher.engine.passagesOf('talks/interview')
  const marks = await marksIn(searcher, 'talks/interview', 'whale')
  expect([...marks.keys()]).toEqual([passages[0]!.id, passages[1]!.id, passages[3]!.id])
  const words = passages.map(({ id, text }) =>
    marks.get(id)?.map(({ start, end }) => text.slice(start, end)),
  )
  expect(words).toEqual([['whale'], ['Whales'], undefined, ['whale']])
})

test('what a query excludes has no marks, and who does not say it has none', async () => {
  const searcher = await collection()
  const passages = await searcher.engine.passagesOf('talks/interview')
  const [, second] = passages
  expect([...(await marksIn(searcher, 'talks/interview', 'whale -orca')).keys()]).toEqual([
    second!.id,
  ])
  const bruno = { speaker: ['Falk'] }
  expect([...(await marksIn(searcher, 'talks/interview', 'whale', bruno)).keys()]).toEqual([
    second!.id,
  ])
})

test('a query without words, or a document that does not exist, has no marks', async () => {
  const searcher = await collection()
  expect((await marksIn(searcher, 'talks/interview', ' ')).size).toBe(0)
  expect((await marksIn(searcher, 'talks/interview', 'lang:en')).size).toBe(0)
  expect((await marksIn(searcher, 'talks/nothing', 'whale')).size).toBe(0)
})

test('a document is not taken for another whose id differs in case only', async () => {
  const searcher = await searcherOf({
    'a/One.md': interview,
    'b/one.md': interview.replace('---\n', '---\nid: a/one\n'),
  })
  expect(await searcher.engine.documents()).toHaveLength(2)
  const marks = await marksIn(searcher, 'a/one', 'whale')
  expect(marks.size).toBe(3)
  for (const id of marks.keys()) expect(id).toMatch(/^a\/one#/)
})
