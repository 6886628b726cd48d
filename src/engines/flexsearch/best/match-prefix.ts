import type { Condition, PrefixPlanNode } from '../../../search/plan.js'
import { explainSum } from '../clause.js'
import type { Columns } from '../columns.js'
import type { InPieces } from '../in-pieces.js'
import type { EngineParts } from '../parts.js'
import { narrowed } from './counted-hits.js'
import { CountedPrefix } from './counted-prefix.js'
import { excludedBy } from './excluded.js'
import { Goal } from './goal.js'
import type { BestMatches, Wanted } from './match-best.js'

/** A query that is a prefix and conditions, and perhaps something that is excluded. */
interface PrefixAlone {
  node: PrefixPlanNode
  conditions: readonly Condition[]
}

/**
 * The best matches of a prefix alone. All passages that have one of its forms are counted, for its weight depends on how many they are; most of
 * these have one form once, and get no score where others are better in any case. Undefined for other plans, and where all matches have to be looked at.
 */
export function* matchPrefix(
  wanted: Wanted,
  columns: Columns,
  parts: EngineParts,
): InPieces<BestMatches | undefined> {
  const asked = prefixAlone(wanted)
  if (!asked) return undefined
  const later = wanted.counting?.later ?? []
  // Which of the near-duplicates are hits depends on the filters.
  if (later.length > 0 && parts.copies.count > 0) return undefined
  // Before the prefix is counted: both need the accumulator.
  const excluded = yield* excludedBy(wanted.plan.excluded, parts)
  const prefix = CountedPrefix.of(asked.node, parts, parts.scoreUpTo)
  if (!prefix) return undefined
  const always = asked.conditions.filter((condition) => !later.includes(condition))
  const countable = narrowed(prefix.passages, always, columns, excluded)
  const hits = narrowed(countable, later, columns)
  const goal = new Goal(wanted.needed, 1)
  const doubles = parts.copies.count > 0 ? parts.copies.among(hits) : new Uint32Array()
  const best = prefix.best((id) => hits.has(id), goal, doubles)
  prefix.clear()
  return {
    ...best,
    several: new Uint8Array(best.ids.length),
    all: best.ids,
    exhaustive: true,
    floor: goal.floor,
    countable,
    atLeast: hits.size,
    explain: (id) => {
      const value = best.scores[best.ids.indexOf(id)]!
      return explainSum('score', [{ description: `${asked.node.word}*`, value, parts: [] }])
    },
  }
}

function prefixAlone({ plan, filters, links }: Wanted): PrefixAlone | undefined {
  const { wanted, related, boosting, required } = plan
  const [node] = wanted
  const conditions = required.flatMap((each) => (each.type === 'condition' ? [each.condition] : []))
  const isAlone =
    wanted.length === 1 &&
    related.length + boosting.length === 0 &&
    conditions.length === required.length
  // A counterpart may add to the score of any hit.
  if (!isAlone || node?.type !== 'prefix' || links) return undefined
  return { node, conditions: [...new Set([...conditions, ...filters])] }
}
