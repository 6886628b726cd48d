import type { Searcher, SearchOptions } from '../../src/index.js'

/** All that somebody can be told of an index: answers to questions of each kind, and lists. */
export async function answersOf(searcher: Searcher, words: readonly string[]) {
  const { engine } = searcher
  const documents = await engine.documents()
  const passages = []
  for (const { id } of documents) passages.push(await engine.passagesOf(id))
  return {
    statistics: await engine.statistics(),
    documents,
    texts: await Promise.all(documents.map(({ id }) => engine.document(id))),
    passages,
    versions: await Promise.all(documents.map(({ id }) => engine.versions(id))),
    links: await Promise.all(
      documents.flatMap(({ id }) => documents.map((other) => engine.links(id, other.id))),
    ),
    counterparts: await Promise.all(passages.flat().map(({ id }) => engine.counterparts(id))),
    doubtful: await engine.doubtfulLinks(),
    overview: await searcher.overview(),
    answers: await askAll(searcher, words),
    suggestions: await Promise.all(
      words.flatMap((word) => [word, word.slice(0, 2)]).map((word) => searcher.suggest(word)),
    ),
  }
}

const OPTIONS: readonly SearchOptions[] = [
  { explain: true, limit: 50 },
  { limit: 3 },
  { limit: 20, offset: 2, collapse: false },
  { sort: 'position', limit: 30 },
  { sort: 'date', limit: 30 },
  { group: 'document', limit: 5 },
  { facets: ['lang', 'speaker', 'document', 'kind', 'tag', 'year'], limit: 10 },
  { lang: ['de'], limit: 10 },
  { cross: 'off', limit: 10 },
]

async function askAll(searcher: Searcher, words: readonly string[]) {
  const pairs = words.slice(1).map((word, i) => [words[i]!, word] as const)
  const queries = [
    ...words,
    ...words.map((word) => `${word.slice(0, 3)}*`),
    ...words.map((word) => `${word.slice(1, 2)}${word.slice(0, 1)}${word.slice(2)}`),
    ...pairs.map(([one, other]) => `${one} ${other}`),
    ...pairs.map(([one, other]) => `${one} AND ${other}`),
    ...pairs.map(([one, other]) => `"${one} ${other}"`),
    ...pairs.map(([one, other]) => `${one} NOT ${other}`),
    ...pairs.map(([one, other]) => `${one} NEAR ${other}`),
    words.join(' '),
    'lang:de',
    'speaker:berg',
    'doc:doc1',
    'date:2001..2010',
  ]
  const answers = []
  for (const [i, query] of queries.entries())
    for (const options of [OPTIONS[0]!, OPTIONS[i % OPTIONS.length]!])
      answers.push({ query, options, answer: plain(await searcher.search(query, options)) })
  return answers
}

/** Without what is measured. */
function plain(answer: Awaited<ReturnType<Searcher['search']>>) {
  return JSON.parse(JSON.stringify(answer)) as unknown
}
