import { expect, onTestFinished, test, vi } from 'vitest'
import { searcherOf } from '../support/collection.js'

const WORDS = Array.from({ length: 40 }, (_, i) => `whale${String.fromCharCode(97 + (i % 26))}${i}`)
const FILES = Object.fromEntries(
  WORDS.map((word, i) => [
    `${i}.md`,
    `---\nlanguage: en\n---\n\nA ${word} beside a ${WORDS[(i + 1) % WORDS.length]}.\n`,
  ]),
)
/** Queries that all hits are looked at for, piece by piece. */
const QUERIES = {
  words: WORDS.join(' '),
  phrases: WORDS.map((word) => `"a ${word}"`).join(' '),
  'pairs of words': WORDS.map((word, i) => `(${word} AND ${WORDS[(i + 1) % 40]})`).join(' OR '),
  prefixes: WORDS.map((word) => `${word}*`).join(' '),
  'a choice of words with another': `beside AND (${WORDS.join(' OR ')})`,
  'words near each other': WORDS.map((word) => `${word} NEAR beside`).join(' OR '),
}

/** Queries whose best hits are found without all others, at once. */
const QUICK = [
  `${WORDS[1]} beside`,
  `beside ${WORDS[7]} whale`,
  `${WORDS[3]} AND ${WORDS[4]}`,
  'whalea*',
]

/** A clock by which every third look at it tells that others are due. */
function slowClock() {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 4
    return now
  })
  onTestFinished(() => {
    vi.restoreAllMocks()
  })
}

test.for(Object.entries(QUERIES))(
  'others have their turn while %s are searched',
  async ([, query]) => {
    const searcher = await searcherOf(FILES, { scoreUpTo: 0, countUpTo: 0 })
    const ask = (queries: readonly string[]) =>
      Promise.all(queries.map((each) => searcher.search(each)))
    const expected = await ask([query])
    const quick = await ask(QUICK)
    slowClock()
    const meanwhile: Promise<unknown>[] = []
    let timer = setTimeout(function turn() {
      meanwhile.push(ask(QUICK))
      timer = setTimeout(turn)
    })
    const found = await ask([query, query])
    clearTimeout(timer)
    expect(meanwhile.length).toBeGreaterThan(WORDS.length / 4)
    // Each has the whole of its own.
    expect(found).toEqual([...expected, ...expected])
    for (const answers of meanwhile) expect(await answers).toEqual(quick)
  },
)

test('a search that cannot be finished leaves nothing to the next one', async () => {
  const searcher = await searcherOf(FILES)
  const query = WORDS.slice(0, 8).join(' ')
  const expected = await searcher.search(query)
  slowClock()
  const { tally } = (searcher.engine as unknown as { parts: { tally: { finish(): unknown } } })
    .parts
  vi.spyOn(tally, 'finish').mockImplementationOnce(() => {
    throw new Error('no more')
  })
  const [first, next] = await Promise.allSettled([searcher.search(query), searcher.search(query)])
  expect(first.status).toBe('rejected')
  expect(next).toEqual({ status: 'fulfilled', value: expected })
})
