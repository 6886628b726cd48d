import type { Analyzer } from '../../analysis/analyzer.js'
import type { Language } from '../../language/language.js'
import type { Bm25Settings } from './bm25.js'
import { Contexts } from './context.js'
import type { Field } from './field.js'
import { type ImpactIndex, impactIndex } from './native.js'

/** Numbers about the passages of one language that ranking needs. */
export interface LanguageStatistics {
  passages: number
  /** Of their texts, in words with weight. */
  averageLength: number
}

/** Everything to search the passages of one language: FlexSearch indexes whose slots lie in files. */
export class LanguageIndex {
  /** Passages by the words of their text. */
  readonly text: ImpactIndex
  /** Sections by the words of their document's title and their headings. */
  readonly context: ImpactIndex
  readonly contexts = new Contexts()

  constructor(
    readonly language: Language,
    readonly statistics: LanguageStatistics,
    readonly textField: Field,
    readonly contextField: Field,
    analyzer: Analyzer,
    bm25: Bm25Settings,
  ) {
    this.text = impactIndex(analyzer, statistics.averageLength, bm25)
    this.text.map = textField
    this.context = impactIndex(analyzer, 1, bm25)
    this.context.map = contextField
  }

  close(): void {
    this.textField.close()
    this.contextField.close()
  }
}
