import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { Bootstrap } from '../../bench/evaluation/bootstrap.js'
import { measureOneList } from '../../bench/evaluation/cross/one-list.js'
import { SEED_QUERIES } from '../../bench/evaluation/cross/seed-queries.js'
import { measureSeeds } from '../../bench/evaluation/cross/seeds.js'
import { TellingWords } from '../../bench/evaluation/cross/telling-words.js'
import { measureTranslated, type TranslatedRow } from '../../bench/evaluation/cross/translated.js'
import { readJudgedSet } from '../../bench/evaluation/judged-set.js'
import { run } from '../../bench/evaluation/program.js'
import { corpusOf } from '../support/collection.js'

const FIXTURE = fileURLToPath(new URL('fixture', import.meta.url))

/** Three pairs of passages, each with a question in either language; `Berlin` is in both. */
const PAIRS = [
  ['The lighthouse stands in Berlin.', 'Der Leuchtturm steht in Berlin.'],
  ['A forest of old trees.', 'Ein Wald alter Bäume.'],
  ['The whale swims far.', 'Der Wal schwimmt weit.'],
]
const QUESTIONS = [
  ['Which lighthouse stands in Berlin?', 'Welcher Leuchtturm steht in Berlin?'],
  ['Where are the trees?', 'Wo sind die Bäume?'],
  ['How far does the whale swim?', 'Wie weit schwimmt der Wal?'],
]

async function setOf(change: Record<string, string> = {}): Promise<string> {
  const objects = (prefix: string, texts: readonly (readonly string[])[]) =>
    texts.flatMap(([en, de], i) => [
      JSON.stringify({ id: `${prefix}en${i}`, lang: 'en', text: en }),
      JSON.stringify({ id: `${prefix}de${i}`, lang: 'de', text: de }),
    ])
  const task = (from: string, to: string) =>
    PAIRS.map((_, i) => `q${from}${i}\tp${to}${i}\t1`).join('\n')
  return corpusOf({
    'passages.jsonl': objects('p', PAIRS).join('\n'),
    'queries.jsonl': objects('q', QUESTIONS).join('\n'),
    'qrels.en-de.tsv': task('en', 'de'),
    'qrels.de-de.tsv': task('de', 'de'),
    'qrels.de-en.tsv': task('de', 'en'),
    'qrels.en-en.tsv': task('en', 'en'),
    ...change,
  })
}

function nameOf({ task, questions, cross, aligned }: TranslatedRow): string {
  return `${task} ${questions} ${cross}${aligned ? ' aligned' : ''}`
}

describe('questions about the other language', () => {
  test('are measured by what the same questions achieve in the language of the passages', async () => {
    const rows = await measureTranslated(await readJudgedSet(await setOf(), 'no corpus'))
    expect(rows.map(nameOf)).toEqual([
      'de-en full off',
      'de-en full auto',
      'de-en full auto aligned',
      'de-en two words off',
      'de-en two words auto',
      'de-en two words auto aligned',
      'en-de full off',
      'en-de full auto',
      'en-de full auto aligned',
      'en-de two words off',
      'en-de two words auto',
      'en-de two words auto aligned',
    ])
    // Without translation only Berlin leads across, in one question of three.
    const { ndcg10Share, recall10Share, queries } = rows.find(
      ({ task, cross }) => task === 'en-de' && cross === 'off',
    )!
    expect(queries).toBe(3)
    expect(ndcg10Share.mean).toBeCloseTo(1 / 3)
    expect(recall10Share.mean).toBeCloseTo(1 / 3)
  })

  test('find passages by their counterparts where versions are aligned', async () => {
    const places = ['Antibes 1912', 'Paris 1948', 'Bremen 1871']
    const texts = (en: string, de: string) =>
      places.flatMap((place, i) => [
        { id: `pen${i}`, lang: 'en', docid: 'a', text: `${en}${'io'.repeat(i + 1)} ${place}` },
        { id: `pde${i}`, lang: 'de', docid: 'b', text: `${de}${'ua'.repeat(i + 1)} ${place}` },
      ])
    const questions = places.flatMap((_, i) => [
      { id: `qen${i}`, lang: 'en', text: `kwelm${'io'.repeat(i + 1)}` },
      { id: `qde${i}`, lang: 'de', text: `brost${'ua'.repeat(i + 1)}` },
    ])
    const lines = (objects: readonly object[]) => objects.map((each) => JSON.stringify(each))
    const folder = await setOf({
      'passages.jsonl': lines(texts('kwelm', 'brost')).join('\n'),
      'queries.jsonl': lines(questions).join('\n'),
    })
    const rows = await measureTranslated(await readJudgedSet(folder, 'no corpus'))
    for (const row of rows) expect(row.ndcg10Share.mean, nameOf(row)).toBe(row.aligned ? 1 : 0)
  })

  test('need the same questions in the other task', async () => {
    const measured = async (change: Record<string, string>) =>
      measureTranslated(await readJudgedSet(await setOf(change), 'no corpus'))
    const change = { 'qrels.de-de.tsv': 'qde1\tpde1\t1' }
    await expect(measured(change)).rejects.toThrow(/de-de\.tsv: It has to have the same questions/)
  })
})

describe('one list of both languages', () => {
  test('is measured with both answers, with the other one, and with its own one', async () => {
    const rows = await measureOneList(await readJudgedSet(await setOf(), 'no corpus'))
    const [german] = rows
    expect(rows.map(({ language, cross }) => `${language} ${cross}`)).toEqual([
      'de off',
      'de auto',
      'en off',
      'en auto',
    ])
    expect([german!.queries, german!.cases['own only'], german!.cases.both]).toEqual([3, 1, 1])
    expect(rows.find(({ language, cross }) => `${language} ${cross}` === 'de off')!.cases).toEqual({
      both: 1,
      'other only': 0,
      'own only': 1,
    })
  })
})

describe('the telling words of a question', () => {
  const passages = ['Der Wal im Meer.', 'Das Meer, ein Boot.', 'Das Boot am Meer im Jahr 1984.']
  const words = new TellingWords(
    'de',
    passages.map((text, i) => ({ id: String(i), lang: 'de', text })),
  )

  test.each([
    ['Wie viele Wale und Boote sind im Meer?', 'Wale Boote'],
    ['Schwimmt im Meer ein Wal?', 'Meer Wal'],
    ['Boot, Boote und Meer 1984', 'Boot Meer'],
    ['Und der?', 'Und der?'],
    ['Nordsee', 'Nordsee'],
  ])('of “%s” are “%s”', (question, expected) => {
    expect(words.cut(question)).toBe(expected)
  })
})

describe('the queries about found texts', () => {
  test('look for the first right passage in the other language, not among the distractors', async () => {
    const folder = await corpusOf({
      'a.txt': 'Sam lebt mit Ali in der Garage, und seine Schwester hilft ihm dabei gern.\n',
      'b.txt': 'He works as a bouncer in a club by the sea, and he likes what he does there.\n',
    })
    const rows = await measureSeeds(folder, [
      { id: 'x', lang: 'de', text: 'Eine Garage, eine Garage.' },
    ])
    expect(rows).toHaveLength(14)
    const garage = rows.find(({ query }) => query.text === 'garage sister')!
    expect(garage.off).toBe(2)
    expect(rows.find(({ query }) => query.text === 'love story')!.off).toBe(null)
    expect(SEED_QUERIES.filter(({ answersIn }) => answersIn === 'de')).toHaveLength(8)
  })
})

test('the quotient of two means has an interval around it, and is one for equal values', () => {
  const bootstrap = new Bootstrap(4)
  const { mean, low, high } = bootstrap.ratio([0, 1, 1, 1], [1, 1, 1, 1])
  expect([mean, low <= mean, mean <= high]).toEqual([0.75, true, true])
  expect(bootstrap.ratio([1, 0.5, 1, 1], [1, 0.5, 1, 1])).toEqual({ mean: 1, low: 1, high: 1 })
})

test.each([
  [['--cross'], /--cross needs --set/],
  [['--cross', '--set', FIXTURE], /fixture has no task like en-de/],
])('npm run evaluate says what is wrong with %j', async (args, problem) => {
  const err: string[] = []
  const output = { out: () => {}, err: (text: string) => err.push(text) }
  expect(await run(args, output)).toBe(2)
  expect(err.join('\n')).toMatch(problem)
})

test('npm run evaluate -- --cross prints a table for each measure', async () => {
  const out: string[] = []
  const output = { out: (text: string) => out.push(text), err: () => {} }
  expect(await run(['--cross', '--set', await setOf()], output)).toBe(0)
  const lines = out.join('\n').split('\n')
  expect(lines[0]).toMatch(/\| task .*\| nDCG@10 .*\| of own/)
  expect(lines.find((line) => line.includes('en-de') && line.includes('full'))).toMatch(
    /33\.3 % \(0\.0 to 100\.0\)/,
  )
  expect(lines.filter((line) => line.includes('questions')).length).toBeGreaterThan(4)
})
