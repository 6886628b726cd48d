import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildIndex, openIndex } from '../src/index.js'
import type { Language } from '../src/language/language.js'
import { temporaryFolder } from './support/collection.js'

const CORPUS = fileURLToPath(new URL('../corpus', import.meta.url))

interface JudgedQuery {
  id: string
  lang: string
  kind: string
  text: string
  prefix?: boolean
  note?: string
}

interface Judgement {
  query: string
  passage: string
  grade: number
}

const KINDS = [
  'name',
  'inflection',
  'compound',
  'umlaut',
  'phrase',
  'typo',
  'prefix',
  'topic',
  'question',
  'filter',
  'narrow',
  'nothing',
  'cross',
]
const QUERIES = linesOf('queries.jsonl').map((line) => JSON.parse(line) as JudgedQuery)
/** In the query's language, and in the other one. */
const OWN = linesOf('qrels.all.tsv').map(judgementOf)
const CROSS = linesOf('qrels.cross.tsv').map(judgementOf)
const JUDGEMENTS = [...OWN, ...CROSS]

describe('the judged set', () => {
  test('has queries with an id of their own, a known kind, and a text', () => {
    expect(repeated(QUERIES.map(({ id }) => id))).toEqual([])
    for (const { id, kind, text } of QUERIES) {
      expect(id).toMatch(/^[a-z0-9-]+$/)
      expect(KINDS, id).toContain(kind)
      expect(text.trim(), id).toBe(text)
      expect(text, id).not.toBe('')
    }
  })

  test('asks nothing twice in the same way', () => {
    expect(repeated(QUERIES.map(({ text }) => text))).toEqual([])
  })

  test('covers every kind with six queries or more', () => {
    for (const kind of KINDS)
      expect(
        countOf(QUERIES, (query) => query.kind === kind),
        kind,
      ).toBeGreaterThanOrEqual(6)
  })

  test('covers both languages with thirty-five queries or more, and no other', () => {
    const english = countOf(QUERIES, ({ lang }) => lang === 'en')
    const german = countOf(QUERIES, ({ lang }) => lang === 'de')
    expect(Math.min(english, german)).toBeGreaterThanOrEqual(35)
    expect(english + german).toBe(QUERIES.length)
  })

  test('marks the queries with an unfinished word', () => {
    for (const { id, kind, prefix } of QUERIES)
      expect(prefix, id).toBe(kind === 'prefix' ? true : undefined)
  })

  test('has fifteen queries or more each way that are answered in the other language', () => {
    const crossing = QUERIES.filter(({ kind }) => kind === 'cross')
    for (const language of ['en', 'de'])
      expect(countOf(crossing, ({ lang }) => lang === language)).toBeGreaterThanOrEqual(15)
  })

  test('judges the queries of a kind in one file', () => {
    const crossing = new Set(QUERIES.filter(({ kind }) => kind === 'cross').map(({ id }) => id))
    expect(OWN.filter(({ query }) => crossing.has(query))).toEqual([])
    expect(CROSS.filter(({ query }) => !crossing.has(query))).toEqual([])
  })

  test('grades every pair once, with 1 or 2', () => {
    expect(repeated(JUDGEMENTS.map(({ query, passage }) => `${query} ${passage}`))).toEqual([])
    for (const { query, passage, grade } of JUDGEMENTS)
      expect([1, 2], `${query} ${passage}`).toContain(grade)
  })

  test('judges its own queries only', () => {
    const ids = new Set(QUERIES.map(({ id }) => id))
    expect(JUDGEMENTS.filter(({ query }) => !ids.has(query))).toEqual([])
  })

  test('has an answer of grade 2 for every query except those that ask for what is not there', () => {
    const answered = new Set(JUDGEMENTS.filter(({ grade }) => grade === 2).map((j) => j.query))
    const judged = new Set(JUDGEMENTS.map(({ query }) => query))
    for (const { id, kind } of QUERIES)
      if (kind === 'nothing') expect(judged.has(id), id).toBe(false)
      else expect(answered.has(id), id).toBe(true)
  })
})

describe('the passages of the judged set', () => {
  /** Their languages by id. */
  let passages: Map<string, Language>
  beforeAll(async () => {
    passages = await passagesOfTheCorpus()
  })

  test('are in the index of the sample corpus', () => {
    expect(JUDGEMENTS.filter(({ passage }) => !passages.has(passage))).toEqual([])
  })

  test('are in the other language where that was asked', () => {
    const languages = new Map(QUERIES.map(({ id, lang }) => [id, lang]))
    for (const { query, passage } of CROSS)
      expect(`${languages.get(query)} ${passages.get(passage)}`).toMatch(/^(?:en de|de en)$/)
  })
})

function linesOf(file: string): string[] {
  const path = fileURLToPath(new URL(`judged/${file}`, import.meta.url))
  return readFileSync(path, 'utf8').trimEnd().split('\n')
}

function judgementOf(line: string): Judgement {
  const [query, passage, grade, ...rest] = line.split('\t')
  if (!query || !passage || !grade || rest.length > 0)
    throw new Error(`"${line}" is not a query id, a passage id and a grade.`)
  return { query, passage, grade: Number(grade) }
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, i) => values.indexOf(value) < i)
}

function countOf<T>(values: readonly T[], wanted: (value: T) => boolean): number {
  return values.filter(wanted).length
}

async function passagesOfTheCorpus(): Promise<Map<string, Language>> {
  const cleanUps: (() => Promise<void>)[] = []
  const index = join(await temporaryFolder((remove) => cleanUps.push(remove)), 'index')
  await buildIndex(CORPUS, { index })
  const searcher = await openIndex(index)
  const documents = await searcher.engine.documents()
  const passages = await Promise.all(documents.map(({ id }) => searcher.engine.passagesOf(id)))
  await searcher.close()
  for (const cleanUp of cleanUps) await cleanUp()
  return new Map(passages.flat().map(({ id, language }) => [id, language]))
}
