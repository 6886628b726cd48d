import type { Condition } from '../../../search/plan.js'
import type { Columns } from '../columns.js'
import { ownersWhere } from '../conditions.js'
import type { EngineParts } from '../parts.js'
import { PassageSet } from '../passage-set.js'
import type { AskedWord } from './asked-word.js'
import type { BestQuestion } from './best.js'
import type { CountedPrefix } from './counted-prefix.js'

/**
 * All hits of a question without required words, in no order and without scores. Undefined where some may be near-duplicates of others:
 * which of them is a hit depends on their scores.
 */
export function countedHits(
  { languages, passes, budget, prefix }: BestQuestion,
  { sums, copies, store: { originals } }: EngineParts,
): Uint32Array | undefined {
  // What is counted of a prefix is in `sums`.
  if (prefix) return undefined
  for (const { role, lists } of languages.flat())
    for (const { list } of role.finding ? lists : [])
      if (!budget || budget.allows(list.length)) sums.touch(list.readAll().passages)
  const touched = sums.drainTouched()
  const ids = passes ? touched.filter(passes) : touched
  if (copies.count === 0) return ids
  let some = 0
  for (let i = 0; i < ids.length; i++) if (originals.count[ids[i]!]! > 0) some++
  return some < 2 ? ids : undefined
}

/** The passages that have any of some words in their texts, or a prefix, and meet all conditions, to be counted by what they belong to. */
export function foundByAny(
  words: readonly AskedWord[],
  prefix: CountedPrefix | undefined,
  conditions: readonly Condition[],
  { store, budget }: EngineParts,
  columns: Columns,
): PassageSet {
  const found = prefix ? prefix.passages.copy() : new PassageSet(store.passageCount)
  for (const { role, lists } of words)
    for (const { list } of role.finding ? lists : [])
      if (!budget || budget.allows(list.length)) found.addList(list)
  restrict(found, conditions, columns)
  return found
}

/** Keeps the passages that meet all conditions. */
export function restrict(
  passages: PassageSet,
  conditions: readonly Condition[],
  columns: Columns,
): void {
  for (const condition of conditions) {
    const { by, holds } = ownersWhere(condition, columns.store)
    passages.keep(columns.runs(by), holds)
  }
}

/** Those that meet all conditions and are not excluded; the very same where there is nothing to leave out. */
export function narrowed(
  passages: PassageSet,
  conditions: readonly Condition[],
  columns: Columns,
  excluded?: PassageSet,
): PassageSet {
  if (conditions.length === 0 && !excluded) return passages
  const some = passages.copy()
  restrict(some, conditions, columns)
  if (excluded) some.removeAll(excluded)
  return some
}
