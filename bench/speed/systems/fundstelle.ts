import { buildIndex } from '../../../src/build/build.js'
import { openIndex } from '../../../src/build/index-files.js'
import type { Ranked } from '../../../src/search/engine.js'
import type { SearchOptions } from '../../../src/search/options.js'
import { readQuestion } from '../../../src/search/question.js'
import type { Searcher } from '../../../src/search/searcher.js'
import { NO_GUESS } from '../../../src/translation/back-off-lexicon.js'
import type { TranslationLexicon } from '../../../src/translation/lexicon.js'
import { type Ask, type Engine, LIMIT, type Sources } from '../system.js'

const NO_LEXICON: TranslationLexicon = { translations: () => [] }

/** Fundstelle as an application uses it: ten hits with texts, marks, excerpts, and the total. */
export const FUNDSTELLE: Engine = {
  build,
  async open(folder) {
    const searcher = await openIndex(folder)
    return async (ask) => (await searcher.search(queryOf(ask), optionsOf(ask))).hits.length
  },
}

/** The same but for marks and excerpts: what a library that gives passage numbers is to be compared with. */
export const RANKING: Engine = {
  build,
  async open(folder) {
    const searcher = await openIndex(folder)
    return async (ask) => (await rank(searcher, ask)).length
  },
}

async function build({ corpus }: Sources, index: string): Promise<void> {
  await buildIndex(corpus, { index })
}

/** The best passages in the query's own language, without marks. */
export async function rank(searcher: Searcher, ask: Ask): Promise<Ranked[]> {
  const { engine, synonyms, glossary } = searcher
  const { vocabulary } = engine
  const none = { lexicon: NO_LEXICON, learned: NO_LEXICON, backOff: { guess: () => NO_GUESS } }
  const words = { vocabulary, synonyms, glossary, ...none }
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
