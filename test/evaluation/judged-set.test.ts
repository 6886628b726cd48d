import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readJudgedSet } from '../../bench/evaluation/judged-set.js'
import { plainText } from '../../bench/evaluation/system.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'

const PASSAGES = [
  '{"id": "p1", "lang": "de", "text": "Ein Wal.", "title": "kept out"}',
  '{"id": "p2", "lang": "en", "text": "A whale.", "pool": "x"}',
]
const QUERIES = [
  '{"id": "q1", "lang": "de", "text": "Wale"}',
  '{"id": "q2", "lang": "en", "text": "whales", "pool": "x"}',
]

async function read(files: Record<string, readonly string[]>) {
  const lines = { 'passages.jsonl': PASSAGES, 'queries.jsonl': QUERIES, ...files }
  const entries = Object.entries(lines).map(([name, content]) => [name, content.join('\n')])
  return readJudgedSet(await corpusOf(Object.fromEntries(entries)), 'no corpus')
}

describe('a judged set', () => {
  test('has a task per file of judgements, in the language that its name says', async () => {
    const set = await read({
      'qrels.en-de.tsv': ['q2\tp1\t0', 'q1\tp1\t2'].slice(1),
      'qrels.en-en-short.tsv': ['q2\tp2\t1'],
      'qrels.all.tsv': ['q1\tp1\t1', 'q1\tp2\t0', '', 'q2\tp2\t1'],
    })
    expect(set.tasks.map(({ name, language }) => [name, language])).toEqual([
      ['all', null],
      ['en-de', 'de'],
      ['en-en-short', 'en'],
    ])
    expect([...set.tasks[0]!.judgements.get('q1')!]).toEqual([
      ['p1', 1],
      ['p2', 0],
    ])
    expect(set.collection('de').passages.map(({ id }) => id)).toEqual(['p1'])
    expect(set.collection(null).passages).toHaveLength(2)
  })

  test.each([
    ['passages.jsonl', ['{"id": "p1"'], /passages\.jsonl:1: This line is not JSON/],
    ['passages.jsonl', [...PASSAGES, '', '{"id": "p3"}'], /passages\.jsonl:4: .*lang/],
    ['passages.jsonl', [...PASSAGES, PASSAGES[0]!], /passages\.jsonl:3: The id p1 is there twice/],
    ['queries.jsonl', ['{"id": "q1", "lang": "fr", "text": "x"}'], /queries\.jsonl:1: .*lang/],
    ['qrels.all.tsv', ['q1\tp1\t1', 'q1 p1 1'], /qrels\.all\.tsv:2: A judgement is/],
    ['qrels.all.tsv', ['q1\tp1\t-1'], /qrels\.all\.tsv:1: A judgement is/],
    ['qrels.all.tsv', ['q9\tp1\t1'], /qrels\.all\.tsv:1: There is no query q9/],
    ['qrels.all.tsv', ['q1\tp9\t1'], /qrels\.all\.tsv:1: There is no passage p9/],
    ['qrels.all.tsv', ['q1\tp1\t1', 'q1\tp1\t2'], /qrels\.all\.tsv:2: q1 and p1 are judged twice/],
    ['qrels.all.tsv', ['q1\tp1\t1', 'q2\tp2\t0'], /qrels\.all\.tsv:2: q2 has no relevant passage/],
    ['qrels.all.tsv', ['q2\tp1\t1'], /qrels\.all\.tsv:1: p1 is not in the pool x of q2/],
    ['qrels.de-de.tsv', ['q1\tp2\t1'], /qrels\.de-de\.tsv:1: p2 is in en/],
    ['qrels.all.tsv', [''], /qrels\.all\.tsv: There are no judgements/],
  ])('with a mistake in %s names file and line: %j', async (file, lines, problem) => {
    await expect(read({ [file]: lines })).rejects.toThrow(problem)
  })

  test('without judgements or queries says what is missing', async () => {
    await expect(read({})).rejects.toThrow(/There is no qrels\.TASK\.tsv/)
    const empty = join(await temporaryFolder(), 'empty')
    await mkdir(empty)
    await expect(readJudgedSet(empty, 'no corpus')).rejects.toThrow(/queries\.jsonl: .*no such/)
  })
})

test('a plain text becomes a query of just its words', () => {
  expect(plainText('„Was“ NICHT: (E-Mail) | +x* OR y?')).toBe(' Was  nicht   E Mail     x  or y?')
})
