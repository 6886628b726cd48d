import { contextUnit } from '../engines/flexsearch/context.js'
import { MOST_PASSAGES } from '../engines/flexsearch/lists/block-format.js'
import { LimitError } from '../store/limit-error.js'

/** How many there are of what has numbers in the lists of an index. */
export interface NumberedUnits {
  passages: number
  documents: number
  /** Stretches below the same headings. */
  sections: number
  /** In each document its own. */
  speakers: number
}

/** @throws LimitError where these are more than lists can tell apart. */
export function checkCapacity({ passages, ...units }: NumberedUnits): void {
  if (passages > MOST_PASSAGES)
    throw new LimitError(`more than ${MOST_PASSAGES.toLocaleString('en')} passages`)
  // Titles, headings and names of speakers have one numbering.
  const perUnit = contextUnit('title', 1)
  const most = Math.floor(MOST_PASSAGES / perUnit)
  for (const [name, count] of Object.entries(units))
    if (count > most) throw new LimitError(`more than ${most.toLocaleString('en')} ${name}`)
}
