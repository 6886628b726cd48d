import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { LANGUAGES, type Language } from '../../src/language/language.js'
import type { Collection, JudgedPassage, JudgedQuery } from './collection.js'
import { openCorpus } from './corpus-collection.js'
import { readJsonLines, SetError } from './lines.js'
import { alignedCollection, memoryCollection } from './memory-collection.js'
import { QRELS, readTask, type Task } from './qrels.js'

/** Queries with judgements, and the passages they are about. */
export interface JudgedSet {
  /** The folder's name. */
  name: string
  queries: ReadonlyMap<string, JudgedQuery>
  tasks: readonly Task[]
  /** True where queries are in Fundstelle's query syntax, false where they are plain text. */
  syntax: boolean
  /** The passages of one language, or all. */
  collection(language: Language | null): Collection
  /** The passages of one language, in an index with those of the other, versions of documents aligned. */
  aligned(language: Language): Collection
  close(): Promise<void>
}

const LANGUAGE = z.enum(LANGUAGES)
const PASSAGE = z.object({
  id: z.string().min(1),
  lang: LANGUAGE,
  text: z.string(),
  docid: z.string().min(1).optional(),
  pool: z.string().optional(),
})
const QUERY = z.object({
  id: z.string().min(1),
  lang: LANGUAGE,
  text: z.string().min(1),
  pool: z.string().optional(),
  prefix: z.boolean().optional(),
})

/**
 * Reads a judged set: `queries.jsonl`, `qrels.TASK.tsv` for each task, and `passages.jsonl`. Without the last, it
 * is about the passages of a corpus, and its queries are in Fundstelle's query syntax.
 *
 * @param corpus Folder of the texts for a set without passages of its own.
 * @throws SetError with file and line.
 */
export async function readJudgedSet(folder: string, corpus: string): Promise<JudgedSet> {
  const queries = readJsonLines<JudgedQuery>(join(folder, 'queries.jsonl'), QUERY)
  const own = existsSync(join(folder, 'passages.jsonl'))
  const source = own ? readPassages(folder) : await openCorpus(corpus)
  try {
    return {
      name: basename(folder),
      queries,
      tasks: readTasks(folder, queries, source.passages),
      syntax: !own,
      collection: source.collection,
      aligned: source.aligned,
      close: source.close,
    }
  } catch (error) {
    await source.close()
    throw error
  }
}

/** Where a set's passages come from. */
export interface PassageSource {
  /** By id. */
  passages: ReadonlyMap<string, JudgedPassage>
  collection(language: Language | null): Collection
  aligned(language: Language): Collection
  close(): Promise<void>
}

function readPassages(folder: string): PassageSource {
  const passages = readJsonLines<JudgedPassage>(join(folder, 'passages.jsonl'), PASSAGE)
  const collection = (language: Language | null) =>
    memoryCollection([...passages.values()].filter(({ lang }) => !language || lang === language))
  const aligned = (language: Language) => alignedCollection([...passages.values()], language)
  return { passages, collection, aligned, close: async () => {} }
}

function readTasks(
  folder: string,
  queries: ReadonlyMap<string, JudgedQuery>,
  passages: ReadonlyMap<string, JudgedPassage>,
): Task[] {
  const files = readdirSync(folder).filter((name) => QRELS.test(name))
  if (files.length === 0)
    throw new SetError(folder, null, 'There is no qrels.TASK.tsv in it; a judged set needs one.')
  return files.sort().map((name) => readTask(join(folder, name), queries, passages))
}
