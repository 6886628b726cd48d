import type * as Build from '../../../src/build/build.js'
import type * as IndexFiles from '../../../src/build/index-files.js'
import type { Ranked } from '../../../src/search/engine.js'
import type { SearchOptions } from '../../../src/search/options.js'
import type * as Question from '../../../src/search/question.js'
import type { Searcher } from '../../../src/search/searcher.js'
import { NO_GUESS } from '../../../src/translation/back-off-lexicon.js'
import type { TranslationLexicon } from '../../../src/translation/lexicon.js'
import { type Ask, type Engine, LIMIT, type Sources } from '../system.js'

/** A module as it ships: what loads TypeScript wraps functions, which users do not have, and which takes time. */
export async function shipped<Module>(path: string): Promise<Module> {
  return (await import(new URL(`../../../dist/${path}.js`, import.meta.url).href)) as Module
}

const NO_LEXICON: TranslationLexicon = { translations: () => [] }

/** Fundstelle as an application uses it: ten hits with texts, marks, excerpts, and the total. */
export const FUNDSTELLE: Engine = {
  load: openingModule,
  build,
  async open(folder) {
    const searcher = await open(folder)
    return async (ask) => (await searcher.search(queryOf(ask), optionsOf(ask))).hits.length
  },
}

/** The same but for marks and excerpts: what a library that gives passage numbers is to be compared with. */
export const RANKING: Engine = {
  load: openingModule,
  build,
  async open(folder) {
    const searcher = await open(folder)
    return async (ask) => (await rank(searcher, ask)).length
  },
}

async function build({ corpus }: Sources, index: string): Promise<void> {
  const { buildIndex } = await shipped<typeof Build>('build/build')
  await buildIndex(corpus, { index })
}

/** Opens an index with the code that ships. */
export async function open(index: string): Promise<Searcher> {
  const { openIndex } = await openingModule()
  return openIndex(index)
}

function openingModule(): Promise<typeof IndexFiles> {
  return shipped('build/index-files')
}

let question: Promise<typeof Question> | undefined

/** The best passages in the query's own language, without marks. */
export async function rank(searcher: Searcher, ask: Ask): Promise<Ranked[]> {
  const { engine, synonyms, glossary } = searcher
  const { vocabulary } = engine
  const none = { lexicon: NO_LEXICON, learned: NO_LEXICON, backOff: { guess: () => NO_GUESS } }
  const words = { vocabulary, synonyms, glossary, ...none }
  question ??= shipped<typeof Question>('search/question')
  const { readQuestion } = await question
  const { request } = await readQuestion(queryOf(ask), optionsOf(ask), words)
  if (!request) return []
  const window = { offset: ask.offset, limit: LIMIT, explain: false, group: null }
  return (await engine.rank({ ...request, ...window })).ranked
}

/** In Fundstelle's syntax. */
export function queryOf({ mode, words }: Pick<Ask, 'mode' | 'words'>): string {
  if (mode === 'and') return words.join(' AND ')
  if (mode === 'phrase') return `"${words.join(' ')}"`
  return mode === 'prefix' ? `${words[0]}*` : words.join(' ')
}

export function optionsOf({ language, offset, facets, cross }: Ask): SearchOptions {
  return {
    limit: LIMIT,
    offset,
    cross: cross ? 'auto' : 'off',
    ...(language === null ? {} : { lang: [language] }),
    ...(facets ? { facets: ['lang', 'document'] } : {}),
  }
}
