import { analyzerFor } from '../analysis/registry.js'
import { excerpt } from '../highlight/excerpt.js'
import { highlight } from '../highlight/highlight.js'
import { parseQuery } from '../query/parse.js'
import type { Diagnostic, Query } from '../query/query.js'
import { Synonyms } from '../synonyms/synonyms.js'
import { applyCorrections } from './corrections.js'
import type { Engine, IndexedDocument, IndexedPassage, Ranked } from './engine.js'
import type { Hit, SearchResponse } from './hit.js'
import { type Condition, leaves, type PlanLeaf } from './plan.js'
import { planQuery } from './planner.js'
import { settlePlan } from './settle.js'

/** The furthest a window of results may reach: `offset + limit`. */
export const MAX_WINDOW = 10_000

/** Restricts a search; the values of one field are alternatives, the fields add up. */
export interface Filters {
  lang?: string[]
  kind?: string[]
  speaker?: string[]
  doc?: string[]
  tag?: string[]
  /** ISO 8601 dates or parts of them, inclusive; null leaves an end open. */
  date?: { from: string | null; to: string | null }
}

export interface SearchOptions extends Filters {
  /** Number of hits at most; 10 by default. */
  limit?: number
  /** Number of hits to skip; 0 by default. */
  offset?: number
  /** Adds an explanation to every hit. */
  explain?: boolean
  /** Searches as you type: the last word also stands for the most frequent words that begin so. */
  prefix?: boolean
}

/** An index that can be asked. Made by `openIndex`; any number of searches may run at once. */
export class Searcher {
  /** What can stand for words of a query. */
  readonly synonyms: Synonyms

  constructor(
    readonly engine: Engine,
    { synonyms = new Synonyms() }: { synonyms?: Synonyms } = {},
  ) {
    this.synonyms = synonyms
  }

  /**
   * Finds passages.
   *
   * @param query See the README for the syntax; it never fails, remarks are in `diagnostics`.
   * @throws RangeError if the window is negative or reaches beyond {@link MAX_WINDOW}.
   */
  async search(query: string, options: SearchOptions = {}): Promise<SearchResponse> {
    const { limit = 10, offset = 0, explain = false, prefix = false } = options
    checkWindow(offset, limit)
    const parsed = parseQuery(query)
    const conditions = conditionsOf(options)
    const response = { query, diagnostics: remarks(parsed, conditions), didYouMean: null }
    if (parsed.clauses.length + conditions.length === 0) return { ...response, total: 0, hits: [] }
    const { synonyms } = this
    const { plan, corrections } = await settlePlan(
      planQuery(parsed, { conditions, synonyms, prefix }),
      this.engine.vocabulary,
    )
    if (plan.wanted.length + plan.required.length === 0) return { ...response, total: 0, hits: [] }
    const { total, ranked } = await this.engine.rank({ plan, offset, limit, explain })
    const searched = leaves([...plan.required, ...plan.wanted, ...plan.related, ...plan.boosting])
    return {
      ...response,
      didYouMean: corrections.length === 0 ? null : applyCorrections(query, corrections),
      total,
      hits: ranked.map((entry, i) => toHit(entry, offset + i + 1, searched)),
    }
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

function checkWindow(offset: number, limit: number): void {
  for (const [name, value] of Object.entries({ offset, limit }))
    if (!Number.isInteger(value) || value < 0)
      throw new RangeError(`${name} must be a whole number of at least 0, not ${value}.`)
  if (offset + limit > MAX_WINDOW)
    throw new RangeError(`offset + limit must be at most ${MAX_WINDOW}; narrow the query instead.`)
}

function conditionsOf(filters: Filters): Condition[] {
  const conditions: Condition[] = []
  for (const field of ['lang', 'kind', 'speaker', 'doc', 'tag'] as const) {
    const values = filters[field]
    if (values && values.length > 0) conditions.push({ field, values })
  }
  if (filters.date) conditions.push({ field: 'date', ...filters.date })
  return conditions
}

/** With a filter there is something to search for, even if the query is empty or only excludes. */
function remarks({ text, diagnostics }: Query, conditions: readonly Condition[]): Diagnostic[] {
  if (conditions.length === 0) return diagnostics
  return diagnostics.filter(
    ({ code }) => code !== 'only-exclusions' && (code !== 'empty-query' || text.trim() !== ''),
  )
}

function toHit(
  { passage, score, explanation }: Ranked,
  rank: number,
  searched: readonly PlanLeaf[],
): Hit {
  const analyzer = analyzerFor(passage.language)
  const highlights = highlight(passage.text, passage.language, analyzer, searched)
  return {
    rank,
    score,
    passage: passageOf(passage),
    document: documentOf(passage.document),
    highlights,
    excerpt: excerpt(passage.text, highlights),
    ...(explanation ? { explanation } : {}),
  }
}

/** A passage as hits show it. */
export function passageOf({ id, text, language, speaker, heading, start, end }: IndexedPassage) {
  return { id, text, language, speaker, heading, start, end }
}

/** A document as hits show it. */
export function documentOf({ id, title, kind, date }: IndexedDocument) {
  return { id, title, kind: kind ?? null, date: date ?? null }
}
