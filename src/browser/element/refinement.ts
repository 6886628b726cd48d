import { listOf, type SearchProperties } from './properties.js'
import type { FundstelleSearchElement } from './public.js'
import type { Parameters } from './server.js'

/** What somebody has changed in the panel about a search. */
export interface Refinement {
  /** Words not to be taken for translations. */
  without: readonly string[]
  /** In place of the property. */
  cross?: FundstelleSearchElement['cross']
}

export const UNREFINED: Refinement = { without: [] }

/** What narrows a search, as its parameters; empty where nothing does. */
export function conditionsOf(
  {
    cross: wanted,
    kind,
    speaker,
    doc,
  }: Pick<SearchProperties, 'cross' | 'kind' | 'speaker' | 'doc'>,
  { without, cross = wanted }: Refinement,
): Parameters {
  return {
    cross: cross === 'auto' ? '' : cross,
    kind: listOf(kind),
    speaker: listOf(speaker),
    doc: listOf(doc),
    without,
  }
}
