import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../bench/evaluation/evaluate.js'
import { drift, expectedOf, readExpected } from '../../bench/evaluation/expected.js'
import { FUNDSTELLE } from '../../bench/evaluation/fundstelle.js'
import { readJudgedSet } from '../../bench/evaluation/judged-set.js'
import { parseRun } from '../../bench/evaluation/peers/lucene.js'
import { questionOf } from '../../bench/evaluation/system.js'
import { SYSTEMS } from '../../bench/evaluation/systems.js'
import { corpusOf } from '../support/collection.js'

const FIXTURE = fileURLToPath(new URL('fixture', import.meta.url))

/** Those that need no Java. */
const HERE = SYSTEMS.filter(({ missing }) => !missing)

const POOLS = {
  'passages.jsonl': [
    '{"id": "a 1", "lang": "de", "text": "Der Wal schwimmt.", "pool": "a"}',
    '{"id": "b 1", "lang": "de", "text": "Der Wal, der Wal!", "pool": "b"}',
    '{"id": "a 2", "lang": "de", "text": "Ein Boot ohne Wal und ohne Segel.", "pool": "a"}',
    '{"id": "en 1", "lang": "en", "text": "The whale swims.", "pool": "a"}',
  ].join('\n'),
  'queries.jsonl': [
    '{"id": "q a", "lang": "de", "text": "Wal", "pool": "a"}',
    '{"id": "q all", "lang": "de", "text": "Wal whale"}',
  ].join('\n'),
  'qrels.all.tsv': 'q a\ta 1\t1\nq all\tb 1\t1\n',
}

describe.each(HERE.map((system) => [system.name, system] as const))('%s', (_, system) => {
  test('answers the questions of the fixture', async () => {
    const set = await readJudgedSet(FIXTURE, 'no corpus')
    const evaluations = await evaluate(set, [system])
    expect(evaluations.map(({ task, measures }) => [task, measures.size])).toEqual([
      ['de-de', 4],
      ['en-en', 4],
    ])
    for (const expected of Object.values(expectedOf(evaluations)))
      expect(expected.ndcg10).toBeGreaterThanOrEqual(0.5)
  })

  test('keeps to the pool of a query, and else finds passages of both languages', async () => {
    const set = await readJudgedSet(await corpusOf(POOLS), 'no corpus')
    const questions = [...set.queries.values()].map((query) => questionOf(query, set.syntax, 'off'))
    const run = await system.run(set.collection(null), questions)
    expect([...run.get('q a')!].sort()).toEqual(['a 1', 'a 2'])
    expect([...run.get('q all')!].sort()).toEqual(['a 1', 'a 2', 'b 1', 'en 1'])
  })
})

test('Fundstelle achieves on the fixture what it did before', async () => {
  const set = await readJudgedSet(FIXTURE, 'no corpus')
  const measured = expectedOf(await evaluate(set, [FUNDSTELLE]))
  expect(drift(readExpected(FIXTURE), measured)).toEqual({ drops: [], rises: [] })
})

test('a set without passages is about those of a corpus, in query syntax', async () => {
  const corpus = await corpusOf({
    'a.md': '---\ntitle: Whales\nlanguage: en\n---\n\nThe killer whale swims with the whale.\n',
    'b.md': '---\ntitle: Boats\nlanguage: en\n---\n\nThe whale ate the killer of boats.\n',
  })
  const a = await passageId(corpus, 'a')
  const folder = await corpusOf({
    'queries.jsonl': '{"id": "q", "lang": "en", "text": "\\"killer whale\\"", "kind": "phrase"}',
    'qrels.en.tsv': `q\t${a}\t1\n`,
  })
  const set = await readJudgedSet(folder, corpus)
  try {
    const [question] = [...set.queries.values()].map((query) =>
      questionOf(query, set.syntax, 'off'),
    )
    expect(question).toMatchObject({ query: '"killer whale"', words: ' killer whale ' })
    expect([...(await FUNDSTELLE.run(set.collection(null), [question!]))]).toEqual([['q', [a]]])
    const minisearch = HERE.find(({ name }) => name === 'minisearch')!
    expect((await minisearch.run(set.collection(null), [question!])).get('q')).toHaveLength(2)
  } finally {
    await set.close()
  }
})

async function passageId(corpus: string, document: string): Promise<string> {
  const { openCorpus } = await import('../../bench/evaluation/corpus-collection.js')
  const source = await openCorpus(corpus)
  await source.close()
  return [...source.passages.keys()].find((id) => id.startsWith(`${document}#`))!
}

test('a run in TREC format is read in the order of its ranks', () => {
  const lines = ['q%201 Q0 p%23a 1 2.5 lucene', 'q%201 Q0 p%09b 2 1.5 lucene', '']
  expect([...parseRun(lines.join('\n'))]).toEqual([['q 1', ['p#a', 'p\tb']]])
})
