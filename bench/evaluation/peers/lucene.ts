import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Bm25Settings } from '../../../src/engines/flexsearch/bm25.js'
import type { Language } from '../../../src/language/language.js'
import type { Collection } from '../collection.js'
import { DEPTH, type Question, type Run, type System } from '../system.js'
import { type Analysis, prepared, searchableText, setupFor } from './peer.js'

const execute = promisify(execFile)
const PROJECT = fileURLToPath(new URL('../../lucene/', import.meta.url))
const TARGET = join(PROJECT, 'target')

/**
 * Lucene with its EnglishAnalyzer and GermanAnalyzer and its default BM25, with Fundstelle's k1 and b instead, and
 * with these and our analyzer: then all that differs is the ranking. Each query is a BooleanQuery of optional words.
 */
export const LUCENE: readonly System[] = [
  lucene('lucene', 'language', { k1: 1.2, b: 0.75 }),
  lucene('lucene-k0.9-b0.4', 'language', { k1: 0.9, b: 0.4 }),
  lucene('lucene+terms', 'terms', { k1: 0.9, b: 0.4 }),
]

function lucene(name: string, analysis: Analysis, bm25: Bm25Settings): System {
  return {
    name,
    missing: luceneIsMissing,
    run: (collection, questions) => runLucene(collection, questions, analysis, bm25),
  }
}

let built: Promise<string | null> | undefined

/** Why Lucene cannot run on this machine, or null once its Java programs are compiled. */
export function luceneIsMissing(): Promise<string | null> {
  built ??= build()
  return built
}

/** Compiles the Java programs; why that is not possible, or null. */
async function build(): Promise<string | null> {
  for (const tool of ['java', 'mvn'])
    try {
      await execute(tool, ['-version'])
    } catch {
      return `there is no ${tool} here (Java 17 or later and Maven are needed)`
    }
  try {
    await execute('mvn', ['-q', '-B', 'compile'], { cwd: PROJECT })
    return null
  } catch (error) {
    const { stdout } = error as { stdout?: string }
    const problem = stdout?.split('\n').find((line) => line.includes('ERROR')) ?? String(error)
    return `Maven cannot build bench/lucene: ${problem.trim()}`
  }
}

/** The Java program reads and writes lines with tabs; ids are escaped so that they hold neither. */
async function runLucene(
  { passages }: Collection,
  questions: readonly Question[],
  analysis: Analysis,
  { k1, b }: Bm25Settings,
): Promise<Run> {
  const prepare = (text: string, language: Language) => oneLine(prepared(text, language, analysis))
  const passageLines = passages.map((passage) => {
    const { id, pool = '', lang } = passage
    const text = prepare(searchableText(passage), lang)
    return [encodeURIComponent(id), oneLine(pool), setupFor(lang), text].join('\t')
  })
  const questionLines = questions.map(({ id, pool = '', words }) =>
    [encodeURIComponent(id), oneLine(pool), prepare(words, 'en'), prepare(words, 'de')].join('\t'),
  )
  const folder = await mkdtemp(join(tmpdir(), 'fundstelle-lucene-'))
  try {
    const [passageFile, queryFile, runFile] = ['passages.tsv', 'queries.tsv', 'run.txt'].map(
      (name) => join(folder, name),
    ) as [string, string, string]
    await writeFile(passageFile, passageLines.join('\n'))
    await writeFile(queryFile, questionLines.join('\n'))
    const settings = [analysis, String(k1), String(b), String(DEPTH)]
    await java([passageFile, queryFile, runFile, ...settings])
    return parseRun(await readFile(runFile, 'utf8'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function java(args: readonly string[]): Promise<void> {
  await execute('java', ['-cp', await luceneClasspath(), 'fundstelle.LuceneRun', ...args])
}

/** Of the compiled Java programs. */
export async function luceneClasspath(): Promise<string> {
  const libraries = await readFile(join(TARGET, 'classpath.txt'), 'utf8')
  return [join(TARGET, 'classes'), libraries.trim()].join(delimiter)
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}

/** Reads a TREC run: query, Q0, passage, rank, score, tag, in the order of the ranks. */
export function parseRun(text: string): Run {
  const run = new Map<string, string[]>()
  for (const line of text.split('\n').filter(Boolean)) {
    const [query, , passage] = line.split(' ').map(decodeURIComponent)
    run.set(query!, [...(run.get(query!) ?? []), passage!])
  }
  return run
}
