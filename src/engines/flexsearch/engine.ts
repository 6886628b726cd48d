import { setImmediate as nextTurn } from 'node:timers/promises'
import { analyzerFor } from '../../analysis/registry.js'
import { LANGUAGES, type Language } from '../../language/language.js'
import type {
  Counterpart,
  Duplicate,
  Engine,
  FindRequest,
  Found,
  FullRanking,
  IndexedDocument,
  IndexedPassage,
  PassagePair,
  Ranked,
  Ranking,
  RankRequest,
  Statistics,
} from '../../search/engine.js'
import { type Condition, leaves } from '../../search/plan.js'
import type { PassageLinks } from '../../store/passage-links.js'
import type { PassageStore } from '../../store/passage-store.js'
import { Accumulator, orEmpty } from './accumulator.js'
import { Copies } from './best/copies.js'
import type { Bm25Settings } from './bm25.js'
import type { Collapsed, ScoredPassage } from './collapse.js'
import { Columns } from './columns.js'
import { readMetadata } from './conditions.js'
import type { Field } from './field.js'
import { findAll, findFirst, type Hits } from './find.js'
import { atOnce, inTurns } from './in-pieces.js'
import { LanguageIndex, type LanguageStatistics } from './language-index.js'
import { orderOf } from './order.js'
import type { EngineParts } from './parts.js'
import { LazyOrder, placesOf } from './select.js'
import { Tally } from './tally.js'
import { Versions } from './versions.js'
import { IndexVocabulary } from './vocabulary.js'
import { cutWindow } from './window.js'

/** Hits of a batch: read in a few milliseconds. */
const BATCH = 32

/** Fewer passages are scored sooner than it takes to tell which of them can be left out. */
const SCORE_UP_TO = 500
/** Fewer passages are counted in no time. */
const COUNT_UP_TO = 10_000

/** How much is done to score and to count all hits: see {@link EngineParts}. */
export type Thoroughness = Partial<Pick<EngineParts, 'scoreUpTo' | 'countUpTo'>>

/** The indexed fields of one language. */
export interface LanguageFields {
  text: Field
  context: Field
  statistics: LanguageStatistics
}

/** The embedded engine: FlexSearch indexes served from files, ranked in this process. */
export class FlexSearchEngine implements Engine {
  readonly vocabulary: IndexVocabulary
  private readonly parts: EngineParts
  private readonly columns: Columns
  private readonly versionLinks: Versions
  private closed = false
  /** The last search that looks at all hits. */
  private findingAll: Promise<unknown> = Promise.resolve()
  /** Of that search; made for the first one. */
  private ownSums: Accumulator | undefined

  constructor(
    private readonly store: PassageStore,
    fields: ReadonlyMap<Language, LanguageFields>,
    bm25: Bm25Settings,
    links: PassageLinks | null = null,
    { scoreUpTo = SCORE_UP_TO, countUpTo = COUNT_UP_TO }: Thoroughness = {},
  ) {
    this.versionLinks = new Versions(store, links)
    const indexes = [...fields].map(
      ([language, { text, context, statistics }]) =>
        new LanguageIndex(language, statistics, text, context, analyzerFor(language), bm25),
    )
    const sums = new Accumulator(store.passageCount)
    this.columns = new Columns(store)
    this.parts = {
      store,
      columns: this.columns,
      indexes,
      bm25,
      links: links?.isEmpty ? null : links,
      copies: new Copies(store.originals),
      scoreUpTo,
      countUpTo,
      sums,
      tally: new Tally(sums.size),
      idfs: new WeakMap(),
    }
    this.vocabulary = new IndexVocabulary(indexes, store.passageCount)
  }

  async rank(request: RankRequest): Promise<Ranking> {
    const { offset, limit, sort, group } = request
    const isWindow = sort === 'score' && !group
    const { hits, found } = await this.find(request, isWindow ? { needed: offset + limit } : {})
    const { sums } = this.parts
    const toRanked = (place: number): Ranked => {
      const ranked = this.ranked(hits, place)
      if (request.explain) ranked.explanation = sums.orEmpty(() => hits.explain(hits.ids[place]!))
      return ranked
    }
    const window = await inTurns(cutWindow(hits, request, this.columns), request.budget)
    const ranked = window.map(({ place, group }) => {
      const found = toRanked(place)
      if (group) found.group = { total: group.total, next: group.next.map(toRanked) }
      return found
    })
    return { ...found, ranked }
  }

  /**
   * The passages that come first by score, without reading them, and without counting all hits for it.
   *
   * @returns Their numbers in this index, best first, and their scores.
   */
  async best(request: FindRequest, offset: number, limit: number) {
    const { hits } = await this.find(request, { needed: offset + limit, countUpTo: 0 })
    const window = { ...request, offset, limit, explain: false, group: null }
    const places = atOnce(cutWindow(hits, window, this.columns)).map(({ place }) => place)
    return {
      ids: places.map((place) => hits.ids[place]!),
      scores: places.map((place) => hits.scores[place]!),
    }
  }

  async rankAll(request: FindRequest): Promise<FullRanking> {
    const { hits, found } = await this.find(request)
    // Only these stay in memory while the hits are read.
    const { ids, scores, duplicatesOf } = hits
    const order = new LazyOrder(placesOf(ids), orderOf(request.sort, hits, this.columns))
    return { ...found, batches: this.batches({ ids, scores, duplicatesOf }, order) }
  }

  async passage(id: string): Promise<IndexedPassage | undefined> {
    const number = this.store.passageNumber(id)
    return number === undefined ? undefined : this.store.passage(number)
  }

  async passagesOf(documentId: string, from = 0, to = Number.POSITIVE_INFINITY) {
    const document = this.store.documentNumber(documentId)
    if (document === undefined) return []
    const { first, end } = this.store.passagesOf(document)
    const passages: IndexedPassage[] = []
    for (let id = first + Math.max(0, from); id < Math.min(end, first + to); id++)
      passages.push(this.store.passage(id))
    return passages
  }

  async counterparts(passageId: string): Promise<Counterpart[]> {
    const number = this.store.passageNumber(passageId)
    return number === undefined ? [] : this.versionLinks.counterparts(number)
  }

  async links(documentId: string, otherId: string): Promise<PassagePair[]> {
    const document = this.store.documentNumber(documentId)
    const other = this.store.documentNumber(otherId)
    if (document === undefined || other === undefined) return []
    return this.versionLinks.links(document, other)
  }

  async versions(documentId: string): Promise<IndexedDocument[]> {
    const document = this.store.documentNumber(documentId)
    if (document === undefined) return []
    return this.versionLinks.documents(document).map((number) => this.store.document(number))
  }

  async doubtfulLinks(): Promise<PassagePair[]> {
    return this.versionLinks.doubtful()
  }

  async documents(): Promise<IndexedDocument[]> {
    return Array.from(this.store.inOrder, (number) => this.store.documents[number]!)
  }

  async document(id: string): Promise<(IndexedDocument & { text: string }) | undefined> {
    const number = this.store.documentNumber(id)
    if (number === undefined) return undefined
    return { ...this.store.document(number), text: this.store.text(number) }
  }

  async statistics(): Promise<Statistics> {
    const passagesByLanguage = Object.fromEntries(
      LANGUAGES.map((language) => {
        const index = this.parts.indexes.find((candidate) => candidate.language === language)
        return [language, index?.statistics.passages ?? 0]
      }),
    ) as Record<Language, number>
    const { inOrder, size } = this.store
    return { documents: inOrder.length, passages: size, passagesByLanguage }
  }

  /**
   * Reads the vocabularies and postings, which questions would read page by page, and makes what facets are counted by, while there is nothing else to do.
   * Ends where something cannot be read, or is damaged: the question that needs it says so.
   */
  async readAhead(): Promise<void> {
    const { indexes } = this.parts
    const fields = indexes.flatMap(({ textField, contextField }) => [textField, contextField])
    const pieces = [
      ...[...fields, this.store, this.columns].map((source) => source.readAhead()),
      ...fields.map((field) => field.readPostingsAhead()),
    ]
    try {
      for (const piece of pieces)
        for (const _ of piece) {
          await nextTurn()
          if (this.closed) return
        }
    } catch {}
  }

  async close(): Promise<void> {
    this.closed = true
    for (const index of this.parts.indexes) index.close()
    this.store.close()
  }

  /** @param needed Where given, so many of the hits that come first by score will do, and perhaps others. */
  private async find(
    request: FindRequest,
    { needed, countUpTo = this.parts.countUpTo }: { needed?: number; countUpTo?: number } = {},
  ): Promise<{ hits: Hits; found: Found }> {
    const { budget } = request
    if (budget?.isPauseDue) await budget.pause()
    await inTurns(readMetadata(request, conditionsOf(request), this.store), budget)
    await inTurns(this.columns.readAhead(request.facets), budget)
    const parts = { ...this.parts, budget, countUpTo }
    const first =
      needed === undefined
        ? undefined
        : await inTurns(
            orEmpty(parts.sums, findFirst(request, parts, this.columns, needed)),
            budget,
          )
    const hits = first ?? (await this.findAll(request))
    const { total, totalDocuments, exhaustive, facets } = hits
    return { hits, found: { total, totalDocuments, exhaustive, facets } }
  }

  /** One search after the other: each has the tally from its beginning to its end, with pauses between. */
  private findAll(request: FindRequest): Promise<Hits> {
    const found = this.findingAll.then(() => {
      this.ownSums ??= new Accumulator(this.store.passageCount)
      const parts = { ...this.parts, budget: request.budget, ownSums: this.ownSums }
      return inTurns(orEmpty(parts.sums, findAll(request, parts, this.columns)), request.budget)
    })
    this.findingAll = found.catch(() => {
      // They are as they were when the search could not be finished, and nobody else uses them meanwhile.
      this.parts.tally = new Tally(this.store.passageCount)
      this.ownSums = undefined
    })
    return found
  }

  private ranked({ ids, scores, duplicatesOf }: Collapsed, place: number): Ranked {
    const id = ids[place]!
    return {
      passage: this.store.passage(id),
      score: scores[place]!,
      duplicates: duplicatesOf(id).map((duplicate) => this.duplicate(duplicate)),
      counterparts: this.versionLinks.counterparts(id),
    }
  }

  private duplicate({ id, score }: ScoredPassage): Duplicate {
    const document = this.store.document(this.store.documentOf[id]!)
    return { id: this.store.passageId(id), document, score }
  }

  private async *batches(hits: Collapsed, order: LazyOrder): AsyncGenerator<Ranked[]> {
    for (;;) {
      const places = order.take(BATCH)
      if (places.length === 0) return
      yield places.map((place) => this.ranked(hits, place))
      await nextTurn()
    }
  }
}

function conditionsOf({ plan, filters }: FindRequest): Condition[] {
  const nodes = [plan.wanted, plan.related, plan.boosting, plan.required, plan.excluded].flat()
  const own = leaves(nodes).flatMap((leaf) => (leaf.type === 'condition' ? leaf.condition : []))
  return [...own, ...filters]
}
