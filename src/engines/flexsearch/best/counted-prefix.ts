import { LANGUAGES } from '../../../language/language.js'
import type { Explanation } from '../../../search/engine.js'
import type { PrefixPlanNode } from '../../../search/plan.js'
import { concatenate, type Scores } from '../accumulator.js'
import { inverseDocumentFrequency, saturate, saturation } from '../bm25.js'
import { Clause } from '../clause.js'
import { atOnce } from '../in-pieces.js'
import { affordable, prefixClause } from '../occurrences.js'
import type { EngineParts } from '../parts.js'
import { PassageSet } from '../passage-set.js'
import { placesOf } from '../select.js'
import { Goal } from './goal.js'
import { pick, picked } from './passage-sets.js'

/** The forms that begin so, by index. */
type Forms = readonly { index: EngineParts['indexes'][number]; forms: readonly number[] }[]

/**
 * The passages that have a form with a prefix, counted, and what each is worth: BM25 of how often the forms are in it. What passages have more than one
 * of is in `sums` until {@link CountedPrefix.clear}, which must be called before anybody else needs them.
 */
export class CountedPrefix {
  readonly passages: PassageSet
  readonly idf: number
  /** By place in {@link LANGUAGES}. */
  private readonly averages: readonly number[]
  /** Those that have more than one form, or one more than once. */
  private often: Scores | undefined

  private constructor(
    readonly node: PrefixPlanNode,
    forms: Forms,
    private readonly parts: EngineParts,
  ) {
    this.passages = count(forms, parts)
    this.idf = inverseDocumentFrequency(this.passages.size, parts.store.size)
    this.averages = LANGUAGES.map(
      (language) =>
        parts.indexes.find((index) => index.language === language)?.statistics.averageLength ?? 0,
    )
  }

  /** Counts them; undefined where they are fewer than `least`. */
  static of(node: PrefixPlanNode, parts: EngineParts, least: number): CountedPrefix | undefined {
    const forms = formsOf(node, parts)
    return hasSize(forms, least) ? new CountedPrefix(node, forms, parts) : undefined
  }

  /** What a passage is worth that has one of the forms. */
  score(id: number): number {
    return saturate(this.idf, this.odds(id))
  }

  /** The same before it saturates. */
  odds(id: number): number {
    const { store, sums, bm25 } = this.parts
    const average = this.averages[store.language[id]!]!
    return (1 + sums.get(id)) / saturation(store.length[id]!, average, bm25)
  }

  /**
   * The passages that score as much as the goal, in no order, which rises to what the best of these have. Nearly always those that have more than
   * one form, or one more than once: no other passage can be worth more than one of no length.
   *
   * @param others Passages that are wanted whatever they score.
   */
  best(
    isWanted: (id: number) => boolean,
    goal: Goal,
    others: Uint32Array = new Uint32Array(),
  ): Scores {
    const { sums } = this.parts
    const whatever = new Set(others)
    const reaching = (all: Scores): Scores => {
      goal.settle(all.scores)
      return kept(all, (place) => all.scores[place]! >= goal.least || whatever.has(all.ids[place]!))
    }
    this.often ??= this.scored(sums.ids().slice())
    const { ids } = this.often
    const often = reaching(kept(this.often, (place) => isWanted(ids[place]!)))
    const rest = goal.least > this.once ? others : this.passages.ids().filter(isWanted)
    return concatenate([often, reaching(this.scored(rest.filter((id) => !sums.has(id))))])
  }

  /** What no passage is worth more than; one is worth so much. */
  get most(): number {
    const goal = new Goal(1, 1)
    return this.best(() => true, goal).scores.reduce((most, score) => Math.max(most, score), 0)
  }

  /** The place of a passage's language in {@link LANGUAGES}. */
  languageOf(id: number): number {
    return this.parts.store.language[id]!
  }

  clear(): void {
    this.parts.sums.clear()
  }

  /** No passage that has one form once is worth more. */
  private get once(): number {
    return saturate(this.idf, 1 / saturation(0, 1, this.parts.bm25))
  }

  private scored(ids: Uint32Array): Scores {
    const scores = new Float64Array(ids.length)
    for (let i = 0; i < ids.length; i++) scores[i] = this.score(ids[i]!)
    return { ids, scores }
  }
}

function formsOf({ prefixes }: PrefixPlanNode, { indexes }: EngineParts): Forms {
  return prefixes.flatMap(({ language, prefix }) =>
    indexes
      .filter((index) => index.language === language)
      .map((index) => ({ index, forms: index.textField.forms.byPrefix(prefix) })),
  )
}

/** True where so many passages have the forms, added up. */
function hasSize(all: Forms, least: number): boolean {
  let size = 0
  for (const { index, forms } of all)
    for (const form of forms) {
      if (size >= least) return true
      size += index.textField.forms.frequency(form)
    }
  return size >= least
}

/** The passages that have any of the forms; what they have more than one of is left in `sums`. */
function count(all: Forms, parts: EngineParts): PassageSet {
  const found = new PassageSet(parts.store.passageCount)
  for (const { index, forms } of all)
    for (const list of affordable(index.textField, forms, parts)) {
      const { ids, counts } = list.frequencies()
      found.addCounted(ids, counts, parts.sums)
    }
  return found
}

function kept({ ids, scores }: Scores, stays: (place: number) => boolean): Scores {
  const places = placesOf(ids, stays)
  return { ids: picked(ids, places), scores: pick(scores, places) }
}

/** The same as a clause; what it takes to explain a hit is counted again, without limits, when that is asked for. */
export class CountedPrefixClause extends Clause {
  readonly context = undefined
  private counted: Clause | undefined

  /** @param bound No passage scores more. */
  constructor(
    readonly node: PrefixPlanNode,
    readonly bound: number,
    private readonly parts: EngineParts,
  ) {
    super()
  }

  get size(): number {
    return this.clause.size
  }

  get all(): Scores {
    return this.clause.all
  }

  explain(id: number): Explanation | undefined {
    return this.clause.explain(id)
  }

  private get clause(): Clause {
    this.counted ??= atOnce(prefixClause(this.node, { ...this.parts, budget: undefined }))
    return this.counted
  }
}
