export {
  type BuildOptions,
  type BuildProgress,
  type BuildReport,
  buildIndex,
} from './build/build.js'
export { type OpenOptions, openIndex } from './build/index-files.js'
export { type LiveIndex, type LiveIndexOptions, openLiveIndex } from './build/live-index.js'
export type { IgnoredKind } from './corpus/ignored-kinds.js'
export { CorpusError, type Problem } from './corpus/problem.js'
export type { Bm25Settings } from './engines/flexsearch/bm25.js'
export type { Highlight, HighlightKind } from './highlight/highlight.js'
export { type AppOptions, createApp } from './http/app.js'
export type { Language } from './language/language.js'
export { parseQuery } from './query/parse.js'
export type { Diagnostic, Query, QueryNode } from './query/query.js'
export type { Cross } from './search/cross.js'
export type { Counterpart, Explanation, IndexedDocument, IndexedPassage } from './search/engine.js'
export type { FacetField, Facets, FacetValue } from './search/facets.js'
export type { Filters } from './search/filters.js'
export type {
  AllHits,
  Hit,
  HitGroup,
  PassageHit,
  Remark,
  SearchResponse,
  SuggestResponse,
  UnknownValue,
} from './search/hit.js'
export type { Concordance, ConcordanceLine, ConcordanceSort } from './search/kwic.js'
export type { Lease, SearcherSource } from './search/live-searcher.js'
export type { ConcordanceOptions, SearchOptions, SuggestOptions } from './search/options.js'
export type { Overview } from './search/overview.js'
export {
  type ParallelDocuments,
  type ParallelPassage,
  type ParallelRow,
  parallelDocuments,
  parallelPassage,
} from './search/parallel.js'
export type { FindOptions } from './search/question.js'
export { type Searcher, search } from './search/searcher.js'
export type { Sort } from './search/sort.js'
export type { Suggestion } from './search/suggest.js'
export { IndexError, type IndexErrorCode } from './store/index-error.js'
export type { Manifest } from './store/manifest.js'
export type { Translation, TranslationLexicon } from './translation/lexicon.js'
