import type { Glossary } from '../glossary/glossary.js'
import { LANGUAGE_NAMES } from '../language/language.js'
import { parseQuery } from '../query/parse.js'
import type { Diagnostic, Query } from '../query/query.js'
import type { Synonyms } from '../synonyms/synonyms.js'
import type { BackOff } from '../translation/back-off-lexicon.js'
import type { TranslatedLanguage, TranslationLexicon } from '../translation/lexicon.js'
import { BUDGET, Budget } from './budget.js'
import { checkQuestion, checkWhole, checkWord } from './check.js'
import { CollectionTerms } from './collection-terms.js'
import { applyCorrections } from './corrections.js'
import { CROSS, type Cross } from './cross.js'
import type { FindRequest } from './engine.js'
import {
  FACET_FIELDS,
  FACET_LIMIT,
  type FacetField,
  type Facets,
  MAX_FACET_LIMIT,
} from './facets.js'
import { conditionsOf, type Filters } from './filters.js'
import type { Remark, SearchResponse } from './hit.js'
import type { Condition, Plan, PlanNode } from './plan.js'
import { planQuery } from './planner.js'
import { QueryLanguages } from './query-language.js'
import { settlePlan } from './settle.js'
import { SORTS, type Sort } from './sort.js'
import { Candidates } from './translation-candidates.js'
import { Wishes } from './translation-wishes.js'
import { Translator } from './translations.js'
import type { Vocabulary } from './vocabulary.js'

/** What to find, and what to count over all hits. */
export interface FindOptions extends Filters {
  /** Fields to count the hits by; none by default. A field's counts ignore the filter on that very field. */
  facets?: readonly FacetField[]
  /** Number of values per facet at most; {@link FACET_LIMIT} by default, up to {@link MAX_FACET_LIMIT}. */
  facetLimit?: number
  /** Searches as you type: the last word also stands for the most frequent words that begin so. */
  prefix?: boolean
  /** Of passages that say nearly the same, show the best and name the others; true by default. */
  collapse?: boolean
  /**
   * Passages in the other language: `auto` (with those in the query's own, the default), `only`, or `off`.
   */
  cross?: Cross
  /** Words that must not be taken for translations of words of the query. */
  without?: readonly string[]
  /** Translations of words of the query, besides those that are known. */
  with?: readonly { word: string; translation: string }[]
  /**
   * Steps that the search may take, of some ten nanoseconds each; {@link BUDGET} by default, Infinity for any number. Where they are
   * not enough, the answer is `partial`.
   */
  budget?: number
}

/** What questions are read with. */
export interface ReadingSources {
  vocabulary: Vocabulary
  synonyms: Synonyms
  glossary: Glossary
  lexicon: TranslationLexicon
  learned: TranslationLexicon
  /** For words of which the lexicon knows nothing that occurs. */
  backOff: BackOff
}

/** What to find, and what that may cost. */
export type AskedRequest = FindRequest & { budget: Budget }

/** A question as it was read, with the answer to one that nothing answers. */
export interface Question {
  unanswered: Omit<SearchResponse, 'hits'>
  /** What to ask the engine; undefined where there is nothing to look for. */
  request: AskedRequest | undefined
}

/** Reads questions to one collection; what it learns of a word is kept for the next question. */
export class QuestionReader {
  private readonly languages: QueryLanguages
  private readonly candidates: Candidates
  private readonly terms: CollectionTerms

  constructor(private readonly sources: ReadingSources) {
    this.languages = new QueryLanguages(sources)
    this.candidates = new Candidates(sources)
    this.terms = new CollectionTerms(sources.vocabulary)
  }

  /**
   * @throws RangeError where an order, a facet, or the number of its values is not possible.
   * @throws TypeError where the query or an option has another shape.
   */
  async read(query: string, options: FindOptions & { sort?: Sort }): Promise<Question> {
    checkQuestion(query, options)
    const { vocabulary, synonyms, lexicon } = this.sources
    const { facets = [], facetLimit = FACET_LIMIT, sort = 'score' } = options
    const { prefix = false, collapse = true } = options
    checkWhole('facetLimit', facetLimit, 1, MAX_FACET_LIMIT)
    if (options.budget !== Number.POSITIVE_INFINITY)
      checkWhole('budget', options.budget ?? BUDGET, 0)
    const budget = new Budget(options.budget)
    checkWord('sort', sort, SORTS)
    for (const field of facets) checkWord('facets', field, FACET_FIELDS)
    const parsed = parseQuery(query)
    const wishes = new Wishes({ without: options.without ?? [], with: options.with ?? [] })
    const glossary = wishes.allowed(this.sources.glossary)
    const translator = await this.translatorFor(parsed, options, wishes, glossary)
    const planned = planQuery(parsed, {
      synonyms,
      prefix,
      glossary: translator ? glossary : undefined,
    })
    const filters = conditionsOf(options)
    if (options.cross === 'only' && translator)
      filters.push({ field: 'lang', values: [translator.target] })
    const { plan, corrections } = await settlePlan(
      planned,
      { vocabulary, lexicon, terms: this.terms },
      translator,
      budget,
    )
    const nothing = filters.length + plan.wanted.length + plan.required.length === 0
    const request: AskedRequest = {
      plan,
      filters,
      sort,
      facets,
      facetLimit,
      collapse,
      counterparts: translator !== undefined,
      budget,
    }
    const unanswered = {
      query,
      diagnostics: [
        ...remarks(parsed, filters),
        ...remarksOnPhrases(plan),
        ...(options.cross === 'only' && translator
          ? remarksOnLanguage(translator.target, plan, filters)
          : []),
      ],
      didYouMean: corrections.length === 0 ? null : applyCorrections(query, corrections),
      partial: false,
      total: 0,
      totalDocuments: 0,
      exhaustive: true,
      facets: Object.fromEntries(facets.map((field) => [field, []])) as Facets,
    }
    return { unanswered, request: nothing ? undefined : request }
  }

  private async translatorFor(
    query: Query,
    { cross = 'auto' }: FindOptions,
    wishes: Wishes,
    glossary: Pick<Glossary, 'find'>,
  ): Promise<Translator | undefined> {
    checkWord('cross', cross, CROSS)
    if (cross === 'off') return undefined
    const {
      candidates,
      terms,
      sources: { vocabulary },
    } = this
    const language = await this.languages.of(query)
    const sources = { vocabulary, terms, candidates, glossary }
    return new Translator(language, wishes, cross === 'only', sources)
  }
}

/** Phrases that are words near each other in the other language. */
function remarksOnPhrases({ required }: Plan): Remark[] {
  return nodesBelow(required)
    .filter((node) => node.type === 'near')
    .map(({ start, end, word }) => ({
      code: 'translated-phrase' as const,
      message: `In the other language, “${word}” is searched as words near each other.`,
      start,
      end,
    }))
}

/** Where a condition leaves out the only language that is asked for. */
function remarksOnLanguage(
  target: TranslatedLanguage,
  { required }: Plan,
  filters: readonly Condition[],
): Remark[] {
  const leavesOut = (condition: Condition) =>
    condition.field === 'lang' && !condition.values.includes(target)
  const places = [
    ...required.filter((node) => node.type === 'condition' && leavesOut(node.condition)),
    ...filters.filter(leavesOut).map(() => ({ start: 0, end: 0 })),
  ]
  return places.map(({ start, end }) => ({
    code: 'language-left-out' as const,
    message: `Only passages in ${LANGUAGE_NAMES[target]} are wanted, and the language that is asked for leaves them out.`,
    start,
    end,
  }))
}

function nodesBelow(nodes: readonly PlanNode[]): PlanNode[] {
  return nodes.flatMap((node) =>
    node.type === 'any' || node.type === 'all' ? nodesBelow(node.nodes) : [node],
  )
}

/** With a filter there is something to search for, even if the query is empty or only excludes. */
function remarks({ text, diagnostics }: Query, conditions: readonly Condition[]): Diagnostic[] {
  if (conditions.length === 0) return diagnostics
  return diagnostics.filter(
    ({ code }) => code !== 'only-exclusions' && (code !== 'empty-query' || text.trim() !== ''),
  )
}
