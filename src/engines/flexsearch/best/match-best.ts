import { LANGUAGES } from '../../../language/language.js'
import type { Explanation } from '../../../search/engine.js'
import type { Condition, Plan, PlanNode } from '../../../search/plan.js'
import type { PassageLinks } from '../../../store/passage-links.js'
import type { Columns } from '../columns.js'
import { passageTest } from '../conditions.js'
import { atOnce, type InPieces } from '../in-pieces.js'
import { BLOCK } from '../lists/block-format.js'
import type { BlockList } from '../lists/block-list.js'
import type { EngineParts } from '../parts.js'
import type { PassageSet } from '../passage-set.js'
import { LOOKED_AT, mayBeNear } from '../proximity.js'
import { bonusOf, evaluate, explainMatch, type Matches, mostOf } from '../rank.js'
import { type AskedClause, clausesOf, prefixClauseOf, wordsWhere } from './asked-clauses.js'
import { type AskedPlan, askedPlan } from './asked-plan.js'
import { AskedPrefix } from './asked-prefix.js'
import type { AskedWord } from './asked-word.js'
import { type Best, type BestQuestion, findBest, scoreThese } from './best.js'
import { countedHits, foundByAny } from './counted-hits.js'
import { CountedPrefix } from './counted-prefix.js'
import { excludedBy } from './excluded.js'
import { related } from './related.js'

/** How much a counterpart in another version lifts a hit at most, as a share of the better one's score. */
const LIFT = 1.1

const NONE = new Uint32Array()

/** With more words, over all languages, hardly any passage can be left out. */
const MOST_WORDS = 40

export interface BestMatches extends Matches, Pick<Best, 'all' | 'exhaustive' | 'floor'> {
  /** All that would be hits without the later filters, near-duplicates included; where facets are counted, and where it is known anyway. */
  countable: PassageSet | undefined
  /** Number of passages that match at least, near-duplicates included. */
  atLeast: number
}

/** What is looked for. */
export interface Wanted {
  plan: Plan
  filters: readonly Condition[]
  links: PassageLinks | null
  /** Number of hits. */
  needed: number
  /** Where facets are counted; undefined where none are. */
  counting: Counting | undefined
}

/** What facets are counted with. */
export interface Counting {
  /** Filters that not all facets are counted with. */
  later: readonly Condition[]
}

/**
 * The best matches of a plan: those that decide which `needed` hits come first, near-duplicates and counterparts included. Undefined
 * where all matches have to be looked at: the plan has more than words and conditions, or its words are so rare that all are few.
 */
export function* matchBest(
  wanted: Wanted,
  columns: Columns,
  parts: EngineParts,
): InPieces<BestMatches | undefined> {
  const read = askedPlan(wanted.plan, wanted.filters)
  if (!read) return undefined
  const clauses = clausesOf(read, parts)
  const exclusions = [...wanted.plan.excluded, ...(read.joint?.without ?? [])]
  if (!read.prefix) return yield* matchAsked({ wanted, read, clauses, exclusions }, columns, parts)
  // A counterpart may add to the score of any hit.
  if (wanted.links || clauses.length === 0) return undefined
  const others = wordsWhere([], clauses)
  if (areUncertain(others)) return undefined
  // Before the prefix is counted: both need the accumulator.
  const excluded = yield* excludedBy(exclusions, parts)
  const least = parts.scoreUpTo - sizeOf(others.flat(), undefined)
  const prefix = CountedPrefix.of(read.prefix.node, parts, least)
  if (!prefix) return undefined
  const all = clauses.toSpliced(read.prefix.place, 0, prefixClauseOf(prefix, read, parts))
  const asked = { wanted, read, clauses: all, exclusions, prefix: { counted: prefix, excluded } }
  const best = yield* matchAsked(asked, columns, parts)
  prefix.clear()
  return best
}

/** A plan that was read. */
interface Asked {
  wanted: Wanted
  read: AskedPlan
  clauses: readonly AskedClause[]
  /** What no hit matches. */
  exclusions: readonly PlanNode[]
  /** Where one is among the clauses, with the passages that are excluded. */
  prefix?: { counted: CountedPrefix; excluded: PassageSet | undefined }
}

function* matchAsked(
  { wanted, read, clauses, exclusions, ...asked }: Asked,
  columns: Columns,
  parts: EngineParts,
): InPieces<BestMatches | undefined> {
  const { plan, links, counting } = wanted
  const prefix = asked.prefix?.counted
  const always = read.conditions.filter((condition) => !counting?.later.includes(condition))
  const isAlways = always.length === read.conditions.length
  const found = wordsWhere(always, clauses)
  const languages = isAlways ? found : wordsWhere(read.conditions, clauses)
  if (areUncertain(found) || languages.flat().length > MOST_WORDS) return undefined
  const size = sizeOf(languages.flat(), prefix)
  if (size < parts.scoreUpTo) return undefined
  const isFree = read.required.length === 0
  // Of words that are required, all hits are found, but only those that pass all filters.
  if (!isFree && !isAlways) return undefined
  const excluded = asked.prefix ? asked.prefix.excluded : yield* excludedBy(exclusions, parts)
  const isSoonCounted = size < parts.countUpTo
  const countable =
    isFree && (counting || (prefix && isSoonCounted))
      ? foundByAny(found.flat(), prefix, prefix ? always : always.filter(isTested), parts, columns)
      : undefined
  if (excluded) countable?.removeAll(excluded)
  const doubles = countable && parts.copies.count > 0 ? parts.copies.among(countable) : NONE
  // Which of them are hits depends on the filters.
  if (doubles.length > 1 && !isAlways) return undefined
  const question: BestQuestion = {
    ...worthOf(clauses),
    languages,
    sizes: LANGUAGES.map((_, place) => passagesIn(place, parts)),
    prefix: prefix ?? null,
    budget: parts.budget,
    required: read.required.length,
    passes: testOf(read.conditions, excluded, parts),
    keepsAll: !isFree && (links !== null || parts.copies.count > 0),
    // Of the best hits, so many may be reordered by nearness.
    needed: Math.max(wanted.needed, mayBeNear(plan) ? LOOKED_AT : 1),
    lift: links ? LIFT : 1,
  }
  const isCounted = isFree && !countable && isSoonCounted
  const all = isCounted ? countedHits(question, parts) : undefined
  if (isCounted && !all) return undefined
  const best = withRelated(yield* findBest(question), doubles, question, parts, links)
  if (!best) return undefined
  const known = read.conditions.length === 0 && !excluded ? (prefix?.passages.size ?? 0) : 0
  return {
    ...best,
    ...(all ? { all, exhaustive: true } : {}),
    countable,
    atLeast:
      all || best.exhaustive
        ? best.all.length
        : Math.max(best.all.length, foundByOneList(question, parts), known),
    explain: explanationOf(read, plan, parts) ?? ((id) => explainBy(clauses, id, question.bonus)),
  }
}

/** How many groups of words are counted, what it is worth to match all of them, and what a passage has at most besides. */
function worthOf(
  clauses: readonly AskedClause[],
): Pick<BestQuestion, 'counted' | 'bonus' | 'most'> {
  const scoring = boundsOf(clauses)
  const counted = new Set(clauses.flatMap(({ role }) => (role.counted ? role.group : []))).size
  return { counted, bonus: bonusOf(counted, scoring), most: mostOf(scoring) }
}

function passagesIn(place: number, { indexes }: EngineParts): number {
  return indexes.find(({ language }) => language === LANGUAGES[place])?.statistics.passages ?? 0
}

/** What else a hit must be; null for nothing. */
function testOf(
  conditions: readonly Condition[],
  excluded: PassageSet | undefined,
  { store }: EngineParts,
): BestQuestion['passes'] {
  const tests = conditions.filter(isTested).map((condition) => passageTest(condition, store))
  if (excluded) tests.push((id) => !excluded.has(id))
  return tests.length === 0 ? null : (id) => tests.every((test) => test(id))
}

function areUncertain(words: readonly (readonly AskedWord[])[]): boolean {
  return words.flat().some(({ isUncertain }) => isUncertain)
}

/** Passages that some words may match, at most. */
function sizeOf(words: readonly AskedWord[], prefix: CountedPrefix | undefined): number {
  const sizes = words.filter((word) => !(word instanceof AskedPrefix)).map(({ size }) => size)
  return sizes.reduce((sum, size) => sum + size, prefix?.passages.size ?? 0)
}

/**
 * Of hits that match all or any of something as one clause; the clauses are made when it is asked for. Undefined for questions where each word
 * is a clause.
 */
function explanationOf(
  { joint, required, wanted }: AskedPlan,
  plan: Plan,
  parts: EngineParts,
): Matches['explain'] | undefined {
  if (!joint && [...required, ...wanted].every(({ length }) => length === 1)) return undefined
  let clauses: ReturnType<typeof explainedClauses> | undefined
  return (id) => {
    // To explain a hit is not part of the search for it.
    clauses ??= explainedClauses(plan, { ...parts, budget: undefined })
    const { scoring, counted } = clauses
    return explainMatch(id, scoring, counted, bonusOf(counted.length, scoring))
  }
}

function explainedClauses(plan: Plan, parts: EngineParts) {
  const clausesFor = (nodes: readonly PlanNode[]) =>
    nodes.filter(({ type }) => type !== 'condition').map((node) => atOnce(evaluate(node, parts)))
  const counted = [...clausesFor(plan.required), ...clausesFor(plan.wanted)]
  return { counted, scoring: [...counted, ...clausesFor([...plan.related, ...plan.boosting])] }
}

/** Of words any of which is enough together: added up as where all hits are scored, to the last bit. */
function boundsOf(clauses: readonly AskedClause[]): { bound: number }[] {
  const bounds: { bound: number; group: number }[] = []
  for (const { clause, role } of clauses) {
    const last = bounds.at(-1)
    if (last && role.group >= 0 && last.group === role.group) last.bound += clause.bound
    else bounds.push({ bound: clause.bound, group: role.group })
  }
  return bounds
}

function explainBy(clauses: readonly AskedClause[], id: number, bonus: number): Explanation {
  const counted = clauses.filter(({ role }) => role.counted).map(({ clause }) => clause)
  return explainMatch(
    id,
    clauses.map(({ clause }) => clause),
    counted,
    bonus,
  )
}

/** Conditions on the language leave out words, and need no test of passages. */
function isTested({ field }: Condition): boolean {
  return field !== 'lang'
}

/** Hits that the longest list of each language finds; where they have to be tested, as many of them as are counted elsewhere. */
function foundByOneList({ languages, passes }: BestQuestion, { countUpTo }: EngineParts): number {
  let count = 0
  for (const words of languages) {
    const lists = words.filter(({ role }) => role.finding).flatMap((word) => word.lists)
    const [longest] = lists.map(({ list }) => list).sort((a, b) => b.length - a.length)
    if (!longest) continue
    if (passes) count += countPassing(longest, passes, countUpTo)
    else count += longest.length
  }
  return count
}

function countPassing(list: BlockList, passes: (id: number) => boolean, most: number): number {
  const { passages } = list
  let count = 0
  for (let block = 0; block < list.blocks && block * BLOCK < most; block++) {
    const start = list.load(block)
    for (let i = start; i < start + list.sizeOf(block); i++) if (passes(passages[i]!)) count++
  }
  return count
}

/**
 * With the near-duplicates and the counterparts of what was found; undefined where these are too many.
 *
 * @param doubles Passages of which only those are hits that no better one is a near-duplicate of: where hits are counted, all of them.
 */
function withRelated(
  best: Best,
  doubles: Uint32Array,
  question: BestQuestion,
  parts: EngineParts,
  links: PassageLinks | null,
): Best | undefined {
  if (question.required > 0 || (!links && parts.copies.count === 0)) return best
  const more = related(best.ids, doubles, parts, links)
  if (!more) return undefined
  const { ids, scores, several } = scoreThese(more, question)
  const length = best.ids.length + ids.length
  const all = {
    ids: new Uint32Array(length),
    scores: new Float64Array(length),
    several: new Uint8Array(length),
  }
  for (const [start, part] of [
    [0, best],
    [best.ids.length, { ids, scores, several }],
  ] as const) {
    all.ids.set(part.ids, start)
    all.scores.set(part.scores, start)
    all.several.set(part.several, start)
  }
  return { ...best, ...all }
}
