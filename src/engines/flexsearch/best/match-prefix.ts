import { LANGUAGES } from '../../../language/language.js'
import type { Condition, PrefixPlanNode } from '../../../search/plan.js'
import { concatenate, type Scores } from '../accumulator.js'
import { inverseDocumentFrequency, saturate, saturation } from '../bm25.js'
import { explainSum } from '../clause.js'
import type { Columns } from '../columns.js'
import { affordable } from '../occurrences.js'
import type { EngineParts } from '../parts.js'
import { PassageSet } from '../passage-set.js'
import { placesOf } from '../select.js'
import { restrict } from './counted-hits.js'
import { Goal } from './goal.js'
import type { BestMatches, Wanted } from './match-best.js'
import { pick, picked } from './passage-sets.js'

/** A query that is a prefix and conditions. */
interface AskedPrefix {
  node: PrefixPlanNode
  conditions: readonly Condition[]
}

/**
 * The best matches of a prefix alone. All passages that have one of its forms are counted, for its weight depends on how many they are; most of
 * these have one form once, and get no score where others are better in any case. Undefined for other plans, and where all matches have to be looked at.
 */
export function matchPrefix(
  wanted: Wanted,
  columns: Columns,
  parts: EngineParts,
): BestMatches | undefined {
  const asked = prefixAlone(wanted)
  if (!asked) return undefined
  const forms = formsOf(asked.node, parts)
  if (sizeOf(forms, parts) < parts.scoreUpTo) return undefined
  const later = wanted.counting?.later ?? []
  // Which of the near-duplicates are hits depends on the filters.
  if (later.length > 0 && parts.copies.count > 0) return undefined
  const found = count(forms, parts)
  const always = asked.conditions.filter((condition) => !later.includes(condition))
  const countable = narrowed(found, always, columns)
  const hits = narrowed(countable, later, columns)
  const scorer = new PrefixScorer(inverseDocumentFrequency(found.size, parts.store.size), parts)
  const goal = new Goal(wanted.needed, 1)
  const doubles = parts.copies.count > 0 ? parts.copies.among(hits) : new Uint32Array()
  const best = bestOf(hits, doubles, scorer, goal, parts)
  parts.sums.clear()
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

function prefixAlone({ plan, filters, links }: Wanted): AskedPrefix | undefined {
  const { wanted, related, boosting, required, excluded } = plan
  const [node] = wanted
  const conditions = required.flatMap((each) => (each.type === 'condition' ? [each.condition] : []))
  const isAlone =
    wanted.length === 1 &&
    related.length + boosting.length + excluded.length === 0 &&
    conditions.length === required.length
  // A counterpart may add to the score of any hit.
  if (!isAlone || node?.type !== 'prefix' || links) return undefined
  return { node, conditions: [...new Set([...conditions, ...filters])] }
}

/** The forms that begin so, by index. */
type Forms = readonly { index: EngineParts['indexes'][number]; forms: readonly number[] }[]

function formsOf({ prefixes }: PrefixPlanNode, { indexes }: EngineParts): Forms {
  return prefixes.flatMap(({ language, prefix }) =>
    indexes
      .filter((index) => index.language === language)
      .map((index) => ({ index, forms: index.textField.forms.byPrefix(prefix) })),
  )
}

/** Passages that the forms have, added up. */
function sizeOf(all: Forms, { scoreUpTo }: EngineParts): number {
  let size = 0
  for (const { index, forms } of all)
    for (const form of forms) {
      size += index.textField.forms.frequency(form)
      if (size >= scoreUpTo) return size
    }
  return size
}

/** The passages that have any of the forms; what they have more than one of is left in `sums`. */
function count(all: Forms, parts: EngineParts): PassageSet {
  const found = new PassageSet(parts.store.passageCount)
  for (const { index, forms } of all)
    for (const { ids, counts } of affordable(index, forms, parts))
      found.addCounted(ids, counts, parts.sums)
  return found
}

function narrowed(
  passages: PassageSet,
  conditions: readonly Condition[],
  columns: Columns,
): PassageSet {
  if (conditions.length === 0) return passages
  const some = passages.copy()
  restrict(some, conditions, columns)
  return some
}

/** BM25 of how often the forms are in a passage, while `sums` has what is more than once. */
export class PrefixScorer {
  /** By place in {@link LANGUAGES}. */
  private readonly averages: readonly number[]

  constructor(
    private readonly idf: number,
    private readonly parts: EngineParts,
  ) {
    this.averages = LANGUAGES.map(
      (language) =>
        parts.indexes.find((index) => index.language === language)?.statistics.averageLength ?? 0,
    )
  }

  /** No passage that has one form once scores more. */
  get once(): number {
    return saturate(this.idf, 1 / saturation(0, 1, this.parts.bm25))
  }

  of(id: number): number {
    const { store, sums, bm25 } = this.parts
    const average = this.averages[store.language[id]!]!
    const k = saturation(store.length[id]!, average, bm25)
    return saturate(this.idf, (1 + sums.get(id)) / k)
  }
}

/** The hits that score as much as the goal, and some others. @param doubles Hits that are wanted whatever they score. */
function bestOf(
  hits: PassageSet,
  doubles: Uint32Array,
  scorer: PrefixScorer,
  goal: Goal,
  { sums }: EngineParts,
): Scores {
  const wanted = new Set(doubles)
  const best = (ids: Uint32Array): Scores => {
    const all = withScores(ids, scorer)
    goal.settle(all.scores)
    return kept(all, (place) => all.scores[place]! >= goal.least || wanted.has(ids[place]!))
  }
  const often = best(sums.ids().filter((id) => hits.has(id)))
  const others = goal.least > scorer.once ? doubles : hits.ids()
  return concatenate([often, best(others.filter((id) => !sums.has(id)))])
}

function withScores(ids: Uint32Array, scorer: PrefixScorer): Scores {
  const scores = new Float64Array(ids.length)
  for (let i = 0; i < ids.length; i++) scores[i] = scorer.of(ids[i]!)
  return { ids, scores }
}

function kept({ ids, scores }: Scores, stays: (place: number) => boolean): Scores {
  const places = placesOf(ids, stays)
  return { ids: picked(ids, places), scores: pick(scores, places) }
}
