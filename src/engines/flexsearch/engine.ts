import { analyzerFor } from '../../analysis/registry.js'
import { LANGUAGES, type Language } from '../../language/language.js'
import type {
  Engine,
  IndexedDocument,
  IndexedPassage,
  Ranking,
  RankRequest,
  Statistics,
} from '../../search/engine.js'
import type { PassageStore } from '../../store/passage-store.js'
import { Accumulator } from './accumulator.js'
import type { Bm25Settings } from './bm25.js'
import type { FieldIndex } from './field-index.js'
import { LanguageIndex, type LanguageStatistics } from './language-index.js'
import type { EngineParts } from './parts.js'
import { rank } from './rank.js'
import { IndexVocabulary } from './vocabulary.js'

/** The indexed fields of one language. */
export interface LanguageFields {
  text: FieldIndex
  context: FieldIndex
  statistics: LanguageStatistics
}

/** The embedded engine: FlexSearch indexes served from files, ranked in this process. */
export class FlexSearchEngine implements Engine {
  readonly vocabulary: IndexVocabulary
  private readonly parts: EngineParts

  constructor(
    private readonly store: PassageStore,
    fields: ReadonlyMap<Language, LanguageFields>,
    bm25: Bm25Settings,
  ) {
    const indexes = [...fields].map(
      ([language, { text, context, statistics }]) =>
        new LanguageIndex(language, statistics, text, context, analyzerFor(language), bm25),
    )
    const sums = new Accumulator(store.passageCount)
    this.parts = { store, indexes, bm25, sums }
    this.vocabulary = new IndexVocabulary(indexes)
  }

  async rank({ plan, offset, limit, explain }: RankRequest): Promise<Ranking> {
    const window = rank(plan, offset, limit, this.parts)
    const ranked = window.hits.map(({ id, score }) => ({
      passage: this.store.passage(id),
      score,
      ...(explain ? { explanation: window.explain(id) } : {}),
    }))
    return { total: window.total, ranked }
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

  async documents(): Promise<IndexedDocument[]> {
    return this.store.documents
  }

  async document(id: string): Promise<(IndexedDocument & { text: string }) | undefined> {
    const number = this.store.documentNumber(id)
    if (number === undefined) return undefined
    return { ...this.store.documents[number]!, text: this.store.text(number) }
  }

  async statistics(): Promise<Statistics> {
    const passagesByLanguage = Object.fromEntries(
      LANGUAGES.map((language) => {
        const index = this.parts.indexes.find((candidate) => candidate.language === language)
        return [language, index?.statistics.passages ?? 0]
      }),
    ) as Record<Language, number>
    const { documents, passageCount } = this.store
    return { documents: documents.length, passages: passageCount, passagesByLanguage }
  }

  async close(): Promise<void> {
    for (const index of this.parts.indexes) index.close()
    this.store.close()
  }
}
