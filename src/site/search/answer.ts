import type { IndexedPassage } from '../../search/engine.js'
import type { SearchResponse } from '../../search/hit.js'
import type { Concordance } from '../../search/kwic.js'
import type { SearchState } from './state.js'

/** What was found, as the view wants it. */
export type Answer = ({ view: 'passages' } & SearchResponse) | ({ view: 'kwic' } & Concordance)

/** What would find something where nothing was found. */
export interface WayOut {
  way:
    | 'unfiltered'
    | 'bothLanguages'
    | 'translated'
    | 'unquoted'
    | 'beginnings'
    | 'withoutExclusions'
  state: SearchState
  /** Number of passages that it finds. */
  total: number
}

/** An answer with what the page shows besides. */
export interface Results {
  answer: Answer
  /** Hits, groups or lines of one page. */
  pageSize: number
  /** The counterparts of hits that are shown, by id. */
  counterparts: ReadonlyMap<string, IndexedPassage>
  /** Empty where something was found. */
  waysOut: readonly WayOut[]
}

/** Number of hits, groups or lines on all pages. */
export function countOf({ answer }: Results, { group }: SearchState): number {
  if (answer.view === 'kwic') return answer.totalLines
  if (group === 'document') return answer.totalDocuments
  return group === 'language' ? answer.hits.length : answer.total
}
