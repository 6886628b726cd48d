import { type Condition, leaves, type Plan } from '../../search/plan.js'
import type { PassageLinks } from '../../store/passage-links.js'
import { explainSum } from './clause.js'
import type { InPieces } from './in-pieces.js'
import type { EngineParts } from './parts.js'
import { type Matches, match } from './rank.js'

/** A passage that has no match of its own takes a surer link than one that has. */
const SURE_ALONE = 0.9

/**
 * Adds the passages in which nothing matches, but in whose counterpart in the other language something does. They
 * have no score of their own, and meet the same conditions as all others. To be used where that counterpart is not
 * wanted itself: else it is a hit that names them. Where a query requires words (a phrase, or with `AND`), it requires
 * them of each passage itself, and none is added.
 */
export function* withReached(
  matches: Matches,
  plan: Plan,
  filters: readonly Condition[],
  links: PassageLinks,
  parts: EngineParts,
): InPieces<Matches> {
  if (leaves(plan.required).some(({ type }) => type !== 'condition')) return matches
  const { sums } = parts
  const { language } = parts.store
  const { excluded, required } = plan
  const isFree = excluded.length + required.length + filters.length === 0
  const permitted = isFree
    ? undefined
    : yield* match({ ...plan, wanted: [], related: [], boosting: [] }, filters, parts)
  const isPermitted = membership(permitted, parts)
  sums.addScores(matches)
  for (const id of matches.ids)
    for (const { passage, confidence } of links.of(id))
      if (confidence >= SURE_ALONE && language[passage] !== language[id] && isPermitted(passage))
        sums.add(passage, 0)
  // Those that were added come last.
  const all = sums.drain()
  const several = new Uint8Array(all.ids.length)
  several.set(matches.several)
  const reached = new Set(all.ids.subarray(matches.ids.length))
  const explain = (id: number) => (reached.has(id) ? explainSum('score', []) : matches.explain(id))
  return { ...all, several, explain }
}

function membership(permitted: Matches | undefined, { store }: EngineParts) {
  if (!permitted) return () => true
  const members = new Uint8Array(store.passageCount)
  for (const id of permitted.ids) members[id] = 1
  return (passage: number) => members[passage] === 1
}
