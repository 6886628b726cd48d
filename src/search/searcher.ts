import { analyzerFor } from '../analysis/registry.js'
import { Glossary } from '../glossary/glossary.js'
import { excerpt } from '../highlight/excerpt.js'
import { highlight } from '../highlight/highlight.js'
import { LANGUAGES, type Language } from '../language/language.js'
import { Synonyms } from '../synonyms/synonyms.js'
import { BackOffLexicon, isEnumerable } from '../translation/back-off-lexicon.js'
import type { TranslationLexicon } from '../translation/lexicon.js'
import {
  type Counterpart,
  type Engine,
  GROUP_FIELDS,
  type GroupField,
  type IndexedDocument,
  type IndexedPassage,
  type Ranked,
} from './engine.js'
import type { AllHits, Hit, PassageHit, SearchResponse, SuggestResponse } from './hit.js'
import {
  type Concordance,
  type ConcordanceSort,
  collectMatches,
  DEFAULT_WIDTH,
  MAX_WIDTH,
  MIN_WIDTH,
  sortMatches,
  toLine,
} from './kwic.js'
import { leaves, type Plan, type PlanLeaf } from './plan.js'
import { checkWhole, checkWord, type FindOptions, readQuestion } from './question.js'
import type { Sort } from './sort.js'
import { completeQuery, mixed, TitleIndex } from './suggest.js'

/** The furthest a window of results may reach: `offset + limit`. */
export const MAX_WINDOW = 10_000

/** Further passages of a document that a grouped hit shows, unless asked otherwise and at most. */
export const GROUP_SIZE = 3
export const MAX_GROUP_SIZE = 20

/** Which part of the results to give. */
export interface WindowOptions {
  /** Number of results at most; 10 by default. */
  limit?: number
  /** Number of results to skip; 0 by default. */
  offset?: number
}

export interface SearchOptions extends FindOptions, WindowOptions {
  /** Order of the hits; `score` by default. */
  sort?: Sort
  /**
   * `document` makes one hit of a document: its best passage. `limit` and `offset` then count documents. `language`
   * makes a list for each language in the same way.
   */
  group?: GroupField
  /** Number of further passages in a grouped hit; {@link GROUP_SIZE} by default, up to {@link MAX_GROUP_SIZE}. */
  groupSize?: number
  /** Adds an explanation to every hit. */
  explain?: boolean
}

export interface ConcordanceOptions extends FindOptions, WindowOptions {
  /** Order of the lines; `score` by default. */
  sort?: ConcordanceSort
  /** Characters on either side of a match at most; 40 by default. */
  width?: number
}

export interface SuggestOptions {
  /** Number of suggestions at most; 8 by default. */
  limit?: number
  /** Complete words of these languages only. */
  lang?: readonly Language[]
}

const NO_LEXICON: TranslationLexicon = { translations: () => [] }

/** What a searcher knows besides an index. */
export interface SearcherParts {
  synonyms?: Synonyms
  glossary?: Glossary
  /** Without one, nothing is translated. */
  lexicon?: TranslationLexicon | undefined
  /** What aligned passages of the collection have taught. */
  learned?: TranslationLexicon
}

/** An index that can be asked. Made by `openIndex`; any number of searches may run at once. */
export class Searcher {
  readonly synonyms: Synonyms
  readonly glossary: Glossary
  private readonly lexicon: TranslationLexicon
  private readonly learned: TranslationLexicon
  private readonly backOff: TranslationLexicon
  /** Made when they are first asked for. */
  private titles: Promise<TitleIndex> | undefined

  constructor(
    readonly engine: Engine,
    {
      synonyms = new Synonyms(),
      glossary = new Glossary(),
      lexicon = NO_LEXICON,
      learned = NO_LEXICON,
    }: SearcherParts = {},
  ) {
    this.synonyms = synonyms
    this.glossary = glossary
    this.lexicon = lexicon
    this.learned = learned
    this.backOff = backOffOf(lexicon)
  }

  /**
   * Finds passages.
   *
   * @param query See the README for the syntax; it never fails, remarks are in `diagnostics`.
   * @throws RangeError if the window is negative or reaches beyond {@link MAX_WINDOW}.
   */
  async search(query: string, options: SearchOptions = {}): Promise<SearchResponse> {
    const { limit = 10, offset = 0, groupSize = GROUP_SIZE, explain = false } = options
    checkWindow(offset, limit)
    checkWhole('groupSize', groupSize, 0, MAX_GROUP_SIZE)
    const { request, unanswered } = await this.read(query, options)
    if (!request) return { ...unanswered, hits: [] }
    if (options.group !== undefined) checkWord('group', options.group, GROUP_FIELDS)
    const group = options.group === undefined ? null : { by: options.group, next: groupSize }
    const ranking = await this.engine.rank({ ...request, offset, limit, explain, group })
    const { ranked, ...found } = ranking
    const searched = searchedLeaves(request.plan)
    const hits = ranked.map((entry, i) => toHit(entry, offset + i + 1, searched))
    return { ...unanswered, ...found, hits }
  }

  /**
   * Finds all passages, however many, without holding them in memory.
   *
   * @example
   * const { total, hits } = await searcher.searchAll('whale', { sort: 'position' })
   * for await (const hit of hits) console.log(hit.rank, hit.passage.id)
   */
  async searchAll(
    query: string,
    options: FindOptions & Pick<SearchOptions, 'sort'> = {},
  ): Promise<AllHits> {
    const { found, hits } = await this.findAll(query, options)
    return { ...found, hits }
  }

  /**
   * Finds passages and gives every match in them a line of its own, with what stands to its left and right
   * (keyword in context). Lines of the same passage are in the order of the text.
   *
   * @example
   * const { totalLines, lines } = await searcher.concordance('whale', { sort: 'right', width: 30 })
   * for (const { left, match, right } of lines) console.log(left.padStart(30) + match + right)
   *
   * @throws RangeError if the window or the width is not possible.
   */
  async concordance(query: string, options: ConcordanceOptions = {}): Promise<Concordance> {
    const { limit = 10, offset = 0, width = DEFAULT_WIDTH, sort = 'score' } = options
    checkWindow(offset, limit)
    checkWhole('width', width, MIN_WIDTH, MAX_WIDTH)
    const bySide = sort === 'left' || sort === 'right'
    const { found, hits, hasWords } = await this.findAll(query, {
      // A concordance shows every match, unless asked otherwise.
      collapse: false,
      ...options,
      sort: bySide ? 'score' : sort,
    })
    const { matches, complete } = await collectMatches(hasWords ? hits : [])
    const ordered = bySide ? sortMatches(matches, sort) : matches
    const lines = ordered
      .slice(offset, offset + limit)
      .map((match, i) => toLine(match, offset + i + 1, width))
    return { ...found, totalLines: matches.length, complete, lines }
  }

  private read(query: string, options: FindOptions & { sort?: Sort }) {
    const { synonyms, glossary, lexicon, learned, backOff, engine } = this
    const { vocabulary } = engine
    const known = { synonyms, glossary, lexicon, learned, backOff, vocabulary }
    return readQuestion(query, options, known)
  }

  /** All hits, what is known of them, and whether there are words in them that can be marked. */
  private async findAll(query: string, options: FindOptions & { sort?: Sort }) {
    const { request, unanswered } = await this.read(query, options)
    if (!request) return { found: unanswered, hits: allHits([], []), hasWords: false }
    const { batches, ...counts } = await this.engine.rankAll(request)
    const searched = searchedLeaves(request.plan)
    const hasWords = searched.some(({ type }) => type !== 'condition')
    return { found: { ...unanswered, ...counts }, hits: allHits(batches, searched), hasWords }
  }

  /**
   * What someone may be about to ask: completions of the query's last word by frequency, and titles.
   *
   * @param query What has been typed so far.
   * @throws RangeError if the limit is not a whole number of at least 0.
   */
  async suggest(query: string, options: SuggestOptions = {}): Promise<SuggestResponse> {
    const { limit = 8, lang = LANGUAGES } = options
    checkWindow(0, limit)
    this.titles ??= this.engine.documents().then((documents) => new TitleIndex(documents))
    const queries = await completeQuery(query, this.engine.vocabulary, limit, lang)
    const titles = (await this.titles).find(query, limit)
    return { query, suggestions: mixed(queries, titles, limit) }
  }

  /** Closes the index's files. */
  close(): Promise<void> {
    return this.engine.close()
  }
}

/**
 * Finds passages: the same as `searcher.search(query, options)`.
 *
 * @example
 * const searcher = await openIndex('index')
 * const { total, hits } = await search(searcher, '"short story" boxing', { lang: ['en'], limit: 5 })
 */
export function search(
  searcher: Searcher,
  query: string,
  options: SearchOptions = {},
): Promise<SearchResponse> {
  return searcher.search(query, options)
}

function backOffOf(lexicon: TranslationLexicon): TranslationLexicon {
  return isEnumerable(lexicon) ? new BackOffLexicon(lexicon) : NO_LEXICON
}

function checkWindow(offset: number, limit: number): void {
  checkWhole('offset', offset, 0)
  checkWhole('limit', limit, 0)
  if (offset + limit > MAX_WINDOW)
    throw new RangeError(`offset + limit must be at most ${MAX_WINDOW}; narrow the query instead.`)
}

function searchedLeaves({ required, wanted, related, boosting }: Plan): PlanLeaf[] {
  return leaves([...required, ...wanted, ...related, ...boosting])
}

async function* allHits(
  batches: AsyncIterable<Ranked[]> | Ranked[][],
  searched: readonly PlanLeaf[],
): AsyncGenerator<Hit> {
  let rank = 0
  for await (const batch of batches) for (const entry of batch) yield toHit(entry, ++rank, searched)
}

function toHit(entry: Ranked, rank: number, searched: readonly PlanLeaf[]): Hit {
  const { group } = entry
  return {
    rank,
    ...toPassageHit(entry, searched),
    ...(group ? { group: toGroup(group, searched) } : {}),
  }
}

function toGroup({ total, next }: NonNullable<Ranked['group']>, searched: readonly PlanLeaf[]) {
  return { total, next: next.map((entry) => toPassageHit(entry, searched)) }
}

function toPassageHit(
  { passage, score, duplicates, counterparts, explanation }: Ranked,
  searched: readonly PlanLeaf[],
): PassageHit {
  const analyzer = analyzerFor(passage.language)
  const highlights = highlight(passage.text, passage.language, analyzer, searched)
  return {
    score,
    passage: passageOf(passage),
    document: documentOf(passage.document),
    highlights,
    excerpt: excerpt(passage.text, highlights),
    duplicates: duplicates.map(({ id, document: { id: documentId, title }, score }) => {
      return { id, document: { id: documentId, title }, score }
    }),
    counterparts: counterparts.map(counterpartOf),
    ...(explanation ? { explanation } : {}),
  }
}

/** A counterpart as hits show it. */
export function counterpartOf({ id, language, confidence, document }: Counterpart) {
  return { id, language, confidence, document: { id: document.id, title: document.title } }
}

/** A passage as hits show it. */
export function passageOf({ id, text, language, speaker, heading, start, end }: IndexedPassage) {
  return { id, text, language, speaker, heading, start, end }
}

/** A document as hits show it. */
export function documentOf({ id, title, kind, date }: IndexedDocument) {
  return { id, title, kind: kind ?? null, date: date ?? null }
}
