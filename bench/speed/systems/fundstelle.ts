import type * as Build from '../../../src/build/build.js'
import type * as IndexFiles from '../../../src/build/index-files.js'
import type * as EngineModule from '../../../src/engines/flexsearch/engine.js'
import { LANGUAGES } from '../../../src/language/language.js'
import type { FindRequest, Ranked } from '../../../src/search/engine.js'
import type { SearchOptions } from '../../../src/search/options.js'
import type { PhrasePlanNode, TermsNode } from '../../../src/search/plan.js'
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

/** Its engine by itself, asked what the others are asked: terms in, numbers of passages out. */
export const TERMS: Engine = {
  load: openingModule,
  build,
  async open(folder) {
    const { engine } = await open(folder)
    const { FlexSearchEngine } = await shipped<typeof EngineModule>('engines/flexsearch/engine')
    if (!(engine instanceof FlexSearchEngine)) throw new TypeError('Another engine was opened.')
    return async (ask) => (await engine.best(termsRequest(ask), ask.offset, LIMIT)).ids.length
  },
}

/** What looks for the terms of a question in passages of both languages, as an index of all passages does. */
function termsRequest({ mode, terms, language, facets }: Ask): FindRequest {
  const nodes = mode === 'phrase' ? [phraseNode(terms)] : terms.map(termNode)
  const none = { wanted: [], related: [], boosting: [], required: [], excluded: [] }
  return {
    plan: { ...none, ...(mode === 'or' ? { wanted: nodes } : { required: nodes }) },
    filters: language === null ? [] : [{ field: 'lang', values: [language] }],
    sort: 'score',
    facets: facets ? ['lang', 'document'] : [],
    facetLimit: 10,
    counterparts: false,
    collapse: false,
  }
}

function termNode(term: string): TermsNode {
  return {
    type: 'terms',
    start: 0,
    end: 0,
    word: term,
    partOf: null,
    alternatives: LANGUAGES.map((language) => {
      return { language, term, weight: 1, form: null, origin: 'asked' }
    }),
    place: null,
    inGlossary: false,
    unfinished: [],
  }
}

function phraseNode(terms: readonly string[]): PhrasePlanNode {
  const words = terms.map((term) => ({ term }))
  const sequences = LANGUAGES.map((language) => ({ language, words }))
  const word = terms.join(' ')
  return { type: 'phrase', start: 0, end: 0, word, sequences, origin: 'asked', weight: 1 }
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

let reader: Promise<Question.QuestionReader> | undefined

async function readerFor({ engine, synonyms, glossary }: Searcher) {
  const { QuestionReader } = await shipped<typeof Question>('search/question')
  const { vocabulary } = engine
  const none = { lexicon: NO_LEXICON, learned: NO_LEXICON, backOff: { guess: () => NO_GUESS } }
  return new QuestionReader({ vocabulary, synonyms, glossary, ...none })
}

/** The best passages in the query's own language, without marks. */
export async function rank(searcher: Searcher, ask: Ask): Promise<Ranked[]> {
  const { engine } = searcher
  reader ??= readerFor(searcher)
  const { request } = await (await reader).read(queryOf(ask), optionsOf(ask))
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
