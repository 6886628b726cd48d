import type { EngineParts } from '../parts.js'
import type { BestQuestion } from './best.js'

/**
 * All hits of a question without required words, in no order and without scores. Undefined where some may be near-duplicates of others:
 * which of them is a hit depends on their scores.
 */
export function countedHits(
  { languages, passes, budget }: BestQuestion,
  { sums, copies, store: { originals } }: EngineParts,
): Uint32Array | undefined {
  for (const { role, lists } of languages.flat())
    for (const { list } of role.finding ? lists : [])
      if (!budget || budget.allows(list.length)) sums.touch(list.readAll().passages)
  const ids = passes ? sums.ids().filter(passes) : sums.ids().slice()
  sums.clear()
  if (copies.count === 0) return ids
  let some = 0
  for (let i = 0; i < ids.length; i++) if (originals.count[ids[i]!]! > 0) some++
  return some < 2 ? ids : undefined
}
