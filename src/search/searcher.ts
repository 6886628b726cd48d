import { Glossary } from '../glossary/glossary.js'
import { LANGUAGES } from '../language/language.js'
import { Synonyms } from '../synonyms/synonyms.js'
import {
  type BackOff,
  BackOffLexicon,
  knowsFamilies,
  NO_GUESS,
} from '../translation/back-off-lexicon.js'
import type { TranslationLexicon } from '../translation/lexicon.js'
import {
  checkOptions,
  checkSearcher,
  checkText,
  checkTexts,
  checkWhole,
  checkWord,
} from './check.js'
import { type Engine, type FindRequest, type Found, GROUP_FIELDS } from './engine.js'
import { thatFind } from './examples.js'
import { remarksOnFilters } from './filter-remarks.js'
import type { AllHits, Hit, Remark, SearchResponse, SuggestResponse } from './hit.js'
import { HitMaker } from './hit-maker.js'
import {
  type Concordance,
  collectMatches,
  DEFAULT_WIDTH,
  MAX_WIDTH,
  MIN_WIDTH,
  sortMatches,
  toLine,
} from './kwic.js'
import {
  type ConcordanceOptions,
  GROUP_SIZE,
  MAX_GROUP_SIZE,
  MAX_WINDOW,
  type SearchOptions,
  type SuggestOptions,
} from './options.js'
import { type Overview, overviewOf } from './overview.js'
import { type AskedRequest, type FindOptions, type Question, QuestionReader } from './question.js'
import type { Sort } from './sort.js'
import { completeQuery, mixed, TitleIndex } from './suggest.js'

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
  private readonly reader: QuestionReader
  /** Made when they are first asked for. */
  private titles: Promise<TitleIndex> | undefined
  private collection: Promise<Overview> | undefined

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
    const { vocabulary } = engine
    const backOff = backOffOf(lexicon)
    this.reader = new QuestionReader({ vocabulary, synonyms, glossary, lexicon, learned, backOff })
  }

  /**
   * Finds passages.
   *
   * @param query See the README for the syntax; it never fails, remarks are in `diagnostics`.
   * @throws RangeError if the window is negative or reaches beyond {@link MAX_WINDOW}.
   * @throws TypeError if the query is no string or an option of another shape.
   */
  async search(query: string, options: SearchOptions = {}): Promise<SearchResponse> {
    checkOptions(options)
    const { limit = 10, offset = 0, groupSize = GROUP_SIZE, explain = false } = options
    checkWindow(offset, limit)
    checkWhole('groupSize', groupSize, 0, MAX_GROUP_SIZE)
    const { request, unanswered } = await this.reader.read(query, options)
    if (!request) return { ...unanswered, hits: [] }
    if (options.group !== undefined) checkWord('group', options.group, GROUP_FIELDS)
    const group = options.group === undefined ? null : { by: options.group, next: groupSize }
    const ranking = await this.engine.rank({ ...request, offset, limit, explain, group })
    const { ranked, ...found } = ranking
    const maker = new HitMaker(request.plan)
    const hits = ranked.map((entry, i) => maker.hit(entry, offset + i + 1))
    const remarked = await this.remarked(unanswered, found, request)
    const didYouMean = await this.meant(unanswered, options, request)
    return { ...unanswered, ...found, ...remarked, didYouMean, hits }
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
    checkOptions(options)
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

  /** All hits, what is known of them, and whether there are words in them that can be marked. */
  private async findAll(query: string, options: FindOptions & { sort?: Sort }) {
    const { request, unanswered } = await this.reader.read(query, options)
    if (!request) return { found: unanswered, hits: noHits(), hasWords: false }
    const { batches, ...counts } = await this.engine.rankAll(request)
    const maker = new HitMaker(request.plan)
    const remarked = await this.remarked(unanswered, counts, request)
    const didYouMean = await this.meant(unanswered, options, request)
    const found = { ...unanswered, ...counts, ...remarked, didYouMean }
    return { found, hits: maker.hits(batches), hasWords: maker.hasWords }
  }

  /**
   * The query as it may be meant, where it finds anything: a word that occurs may not do so where everything else holds
   * that is asked for. If that takes more work than is left to the question, it is not known, and kept.
   */
  private async meant(
    { didYouMean }: Question['unanswered'],
    options: FindOptions,
    { plan, filters, budget }: AskedRequest,
  ): Promise<string | null> {
    const isAlone = filters.length + plan.required.length + plan.excluded.length === 0
    if (didYouMean === null || isAlone) return didYouMean
    const { request } = await this.reader.read(didYouMean, options)
    if (!request) return null
    const first = { offset: 0, limit: 1, explain: false, group: null, sort: 'score' } as const
    const { total } = await this.engine.rank({ ...request, ...first, facets: [], budget })
    return total > 0 || budget.isExceeded ? didYouMean : null
  }

  /** The remarks of a question: that its answer is partial; where nothing is found, on its filters as well. */
  private async remarked(
    { diagnostics, query }: Question['unanswered'],
    { total }: Found,
    request: FindRequest,
  ): Promise<Pick<SearchResponse, 'diagnostics' | 'partial'>> {
    const partial = request.budget?.isExceeded ?? false
    return {
      partial,
      diagnostics: [
        ...diagnostics,
        ...(partial ? [partialRemark(query)] : []),
        ...(total > 0 ? [] : await remarksOnFilters(this.engine, request)),
      ],
    }
  }

  /**
   * What someone may be about to ask: completions of the query's last word by frequency, and titles. Before anything
   * is typed, queries to try.
   *
   * @param query What has been typed so far.
   * @throws RangeError if the limit is not a whole number of at least 0.
   */
  async suggest(query: string, options: SuggestOptions = {}): Promise<SuggestResponse> {
    checkText('The query', query)
    checkOptions(options)
    const { limit = 8, lang = LANGUAGES } = options
    checkTexts('lang', lang)
    checkWindow(0, limit)
    if (query.trim() === '') {
      const { examples } = await this.overview()
      return { query, suggestions: (await thatFind(examples, this, lang)).slice(0, limit) }
    }
    this.titles ??= this.engine.documents().then((documents) => new TitleIndex(documents))
    const queries = await completeQuery(query, this.engine.vocabulary, limit, lang)
    const titles = (await this.titles).find(query, limit)
    return { query, suggestions: mixed(queries, titles, limit) }
  }

  /** The collection at a glance: how much of what is in it, and its most frequent words. */
  overview(): Promise<Overview> {
    this.collection ??= overviewOf(this).catch((error) => {
      // It may be another time.
      this.collection = undefined
      throw error
    })
    return this.collection
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
export async function search(
  searcher: Searcher,
  query: string,
  options: SearchOptions = {},
): Promise<SearchResponse> {
  checkSearcher(searcher)
  return searcher.search(query, options)
}

function backOffOf(lexicon: TranslationLexicon): BackOff {
  return knowsFamilies(lexicon) ? new BackOffLexicon(lexicon) : { guess: () => NO_GUESS }
}

function checkWindow(offset: number, limit: number): void {
  checkWhole('offset', offset, 0)
  checkWhole('limit', limit, 0)
  if (offset + limit > MAX_WINDOW)
    throw new RangeError(`offset + limit must be at most ${MAX_WINDOW}; narrow the query instead.`)
}

function partialRemark(query: string): Remark {
  return {
    code: 'partial',
    message: 'This takes too much work to be answered as a whole; there may be more, and better.',
    start: 0,
    end: query.length,
  }
}

async function* noHits(): AsyncGenerator<Hit> {}
