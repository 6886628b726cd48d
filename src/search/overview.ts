import { normalForm } from '../analysis/fold.js'
import { LANGUAGES, type Language } from '../language/language.js'
import type { Engine, IndexedDocument } from './engine.js'
import { exampleQueries, thatFind } from './examples.js'
import { MAX_FACET_LIMIT } from './facets.js'
import type { Searcher } from './searcher.js'
import type { VocabularyWord } from './vocabulary.js'

/** A collection at a glance. */
export interface Overview {
  documents: number
  passages: number
  /** Number of passages by language, most first; languages without any are left out. */
  languages: { language: Language; passages: number }[]
  /** Number of documents by kind, most first; null for those that say none. */
  kinds: { kind: string | null; documents: number }[]
  /** Number of documents by year, from the first to the last with the years between. */
  years: { year: number; documents: number }[]
  /** Number of documents without a date. */
  undated: number
  /** Who speaks in most passages, with the number of these. */
  speakers: { name: string; passages: number }[]
  /**
   * The words of each language that are in most passages: without words of grammar, and without the names of speakers,
   * which stand before everything they say.
   */
  words: { language: Language; words: { text: string; passages: number }[] }[]
  /** Queries that find something. */
  examples: string[]
}

/** Words of a language, and speakers, that are shown. */
const WORDS = 15
const SPEAKERS = 10
/** Spellings that are looked at for each of them: several can be forms of one word. */
const CANDIDATES = 4
/** More years than this are not filled up: somebody's date is wrong, or nobody could see them. */
const MOST_YEARS = 400

/** Reads all documents' metadata once; the searcher keeps what comes of it. */
export async function overviewOf(searcher: Searcher): Promise<Overview> {
  const { engine } = searcher
  const [documents, statistics, everything] = await Promise.all([
    engine.documents(),
    engine.statistics(),
    searcher.search('', {
      lang: [...LANGUAGES],
      facets: ['speaker'],
      facetLimit: MAX_FACET_LIMIT,
      limit: 0,
    }),
  ])
  const languages = LANGUAGES.map((language) => ({
    language,
    passages: statistics.passagesByLanguage[language],
  }))
    .filter(({ passages }) => passages > 0)
    .sort((a, b) => b.passages - a.passages)
  const speakers = everything.facets.speaker ?? []
  const names = new Set(speakers.flatMap(({ value }) => wordsOf(value)))
  const words = await Promise.all(
    languages.map(async ({ language }) => ({
      language,
      words: await frequentWords(engine, language, names),
    })),
  )
  const examples = await exampleQueries(searcher, names)
  return {
    documents: statistics.documents,
    passages: statistics.passages,
    languages,
    kinds: kindsOf(documents),
    years: yearsOf(documents),
    undated: documents.filter(({ date }) => !date).length,
    speakers: speakers.slice(0, SPEAKERS).map(({ value, count }) => {
      return { name: value, passages: count }
    }),
    words,
    examples: (await thatFind(examples, searcher, LANGUAGES)).map(({ text }) => text),
  }
}

function kindsOf(documents: readonly IndexedDocument[]): Overview['kinds'] {
  return [...counted(documents.map(({ kind }) => kind ?? null))]
    .map(([kind, documents]) => ({ kind, documents }))
    .sort((a, b) => b.documents - a.documents || ((a.kind ?? '') < (b.kind ?? '') ? -1 : 1))
}

function yearsOf(documents: readonly IndexedDocument[]): Overview['years'] {
  const counts = counted(documents.flatMap(({ date }) => (date ? [Number(date.slice(0, 4))] : [])))
  const known = [...counts.keys()].sort((a, b) => a - b)
  const [first] = known
  const last = known.at(-1)
  if (first === undefined || last === undefined) return []
  const years =
    last - first < MOST_YEARS
      ? Array.from({ length: last - first + 1 }, (_, i) => first + i)
      : known
  return years.map((year) => ({ year, documents: counts.get(year) ?? 0 }))
}

function counted<Value>(values: readonly Value[]): Map<Value, number> {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

function wordsOf(text: string): string[] {
  return normalForm(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/** Of each word the most frequent spelling; numbers are no words. */
async function frequentWords(engine: Engine, language: Language, names: ReadonlySet<string>) {
  const found = await engine.vocabulary.completions(
    language,
    { fold: '', spelling: null },
    WORDS * CANDIDATES + names.size,
  )
  const byTerm = new Map<string, VocabularyWord>()
  for (const word of found) if (!byTerm.has(word.term)) byTerm.set(word.term, word)
  return [...byTerm.values()]
    .filter(({ form }) => /\p{L}{3}/u.test(form) && !names.has(form))
    .slice(0, WORDS)
    .map(({ display, passages }) => ({ text: display, passages }))
}
