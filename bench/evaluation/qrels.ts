import { basename } from 'node:path'
import type { Language } from '../../src/language/language.js'
import type { Cross } from '../../src/search/cross.js'
import type { JudgedPassage, JudgedQuery } from './collection.js'
import { type Line, readLines, SetError } from './lines.js'

/** Grades by passage id; a passage that is not there counts as grade 0. */
export type Judgements = ReadonlyMap<string, number>

/** Which queries are asked, and which passages answer them. */
export interface Task {
  /** The middle of its file's name: `de-en` for `qrels.de-en.tsv`. */
  name: string
  /** The only language that is searched; null for all. */
  language: Language | null
  /** Whether translations are searched; as Fundstelle comes where it is left out. */
  cross?: Cross | undefined
  /** By query id. */
  judgements: ReadonlyMap<string, Judgements>
}

/** `qrels.TASK.tsv`. */
export const QRELS = /^qrels\.(.+)\.tsv$/

/**
 * Reads the judgements of a task: query id, passage id and grade, with tabs between them. A task named
 * `de-en`, or `de-en-anything`, asks German queries about English passages; any other searches all. Of these, one named `cross`, or
 * `cross-anything`, has its answers in the language that the query is not in, and only translations are searched; the others
 * have them in the query's language, and none is.
 *
 * @throws SetError for a line that is no judgement, or one of a query or passage that is not there or
 *   cannot be found, and for a query without any relevant passage, of which every measure is undefined.
 */
export function readTask(
  file: string,
  queries: ReadonlyMap<string, JudgedQuery>,
  passages: ReadonlyMap<string, JudgedPassage>,
): Task {
  const name = QRELS.exec(basename(file))![1]!
  const [, language = null] = /^(?:en|de)-(en|de)(?:-|$)/.exec(name) ?? []
  const judgements = new Map<string, Map<string, number>>()
  const firstLines = new Map<string, number>()
  for (const line of readLines(file)) {
    const { query, passage, grade } = judgement(file, line)
    const problem = problemOf(queries, passages, { query, passage, language })
    if (problem) throw new SetError(file, line.number, problem)
    const grades = judgements.get(query) ?? new Map<string, number>()
    if (grades.has(passage))
      throw new SetError(file, line.number, `${query} and ${passage} are judged twice.`)
    judgements.set(query, grades.set(passage, grade))
    if (!firstLines.has(query)) firstLines.set(query, line.number)
  }
  for (const [query, grades] of judgements)
    if (![...grades.values()].some((grade) => grade > 0))
      throw new SetError(file, firstLines.get(query)!, `${query} has no relevant passage.`)
  if (judgements.size === 0) throw new SetError(file, null, 'There are no judgements in it.')
  return { name, language: language as Language | null, cross: crossOf(name, language), judgements }
}

function crossOf(name: string, language: string | null): Cross | undefined {
  if (/^cross(?:-|$)/.test(name)) return 'only'
  return language === null ? 'off' : undefined
}

function judgement(file: string, { text, number }: Line) {
  const [query, passage, grade, ...rest] = text.split('\t')
  if (!query || !passage || !/^\d+$/.test(grade ?? '') || rest.length > 0)
    throw new SetError(
      file,
      number,
      `A judgement is a query id, a passage id and a grade of 0 or more, with tabs between them, not ${JSON.stringify(text)}.`,
    )
  return { query, passage, grade: Number(grade) }
}

function problemOf(
  queries: ReadonlyMap<string, JudgedQuery>,
  passages: ReadonlyMap<string, JudgedPassage>,
  ids: { query: string; passage: string; language: string | null },
): string | null {
  const query = queries.get(ids.query)
  const passage = passages.get(ids.passage)
  if (!query) return `There is no query ${ids.query} in queries.jsonl.`
  if (!passage)
    return `There is no passage ${ids.passage}; where it is one of a corpus, its text may have changed.`
  if (ids.language && passage.lang !== ids.language)
    return `${ids.passage} is in ${passage.lang}, but the task searches only ${ids.language}.`
  if (query.pool !== undefined && query.pool !== passage.pool)
    return `${ids.passage} is not in the pool ${query.pool} of ${ids.query}.`
  return null
}
