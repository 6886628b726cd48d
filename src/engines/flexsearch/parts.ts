import type { Budget } from '../../search/budget.js'
import type { TermsNode } from '../../search/plan.js'
import type { PassageLinks } from '../../store/passage-links.js'
import type { PassageStore } from '../../store/passage-store.js'
import type { Accumulator } from './accumulator.js'
import type { Copies } from './best/copies.js'
import type { Bm25Settings } from './bm25.js'
import type { Columns } from './columns.js'
import type { LanguageIndex } from './language-index.js'
import type { Tally } from './tally.js'

/** What every kind of clause needs to find its passages. */
export interface EngineParts {
  store: PassageStore
  columns: Columns
  indexes: readonly LanguageIndex[]
  bm25: Bm25Settings
  /** Null where no documents are versions of each other. */
  links: PassageLinks | null
  copies: Copies
  /** Where the words of a query have so many passages or more, added up, only those are scored that can be among the best. */
  scoreUpTo: number
  /** Where they have so many or more, the hits are not counted either. */
  countUpTo: number
  sums: Accumulator
  /** The same for what is summed up piece by piece, with others between the pieces; undefined where nobody comes between. */
  ownSums?: Accumulator
  tally: Tally
  /** What the question may still cost; undefined where it may take what it takes. */
  budget?: Budget | undefined
  /** Weights of words that were asked for already. */
  idfs: WeakMap<TermsNode, number>
}
