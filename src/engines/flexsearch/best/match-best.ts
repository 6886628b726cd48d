import { LANGUAGES } from '../../../language/language.js'
import { type Condition, leaves, type Plan, type PlanNode } from '../../../search/plan.js'
import type { PassageLinks } from '../../../store/passage-links.js'
import { explainAll, explainSum } from '../clause.js'
import { passageTest } from '../conditions.js'
import type { EngineParts } from '../parts.js'
import { LOOKED_AT, mostNearness } from '../proximity.js'
import { bonusOf, explainMatch, type Matches } from '../rank.js'
import { WordClause } from '../terms.js'
import { AskedWord, type Role } from './asked-word.js'
import { type Best, type BestQuestion, findBest, scoreThese } from './best.js'
import { related } from './related.js'

/** How much a counterpart in another version lifts a hit at most, as a share of the better one's score. */
const LIFT = 1.1

export interface BestMatches extends Matches, Pick<Best, 'all' | 'exhaustive' | 'floor'> {
  /** Number of passages that match at least, near-duplicates included. */
  atLeast: number
}

/** A word of a plan as a clause, and what it is for. */
interface AskedClause {
  clause: WordClause
  role: Role
}

/**
 * The best matches of a plan: those that decide which `needed` hits come first, near-duplicates and counterparts included. Undefined
 * where all matches have to be looked at: the plan has more than words and conditions, or its words are so rare that all are few.
 */
export function matchBest(
  plan: Plan,
  filters: readonly Condition[],
  parts: EngineParts,
  links: PassageLinks | null,
  needed: number,
): BestMatches | undefined {
  const conditions = plan.required.filter((node) => node.type === 'condition')
  const others = plan.required.filter((node) => !isCondition(node))
  const joint = jointWords(plan, others)
  const words = joint ?? others
  const nodes = [...words, ...plan.wanted, ...plan.related, ...plan.boosting]
  const isSimple = others.length + conditions.length === plan.required.length
  if (!isSimple || plan.excluded.length > 0 || nodes.some(({ type }) => type !== 'terms'))
    return undefined
  const asked = [
    ...clausesOf(words, { counted: !joint, finding: true, required: true }, parts),
    ...clausesOf(
      plan.wanted,
      { counted: true, finding: words.length === 0, required: false },
      parts,
    ),
    ...clausesOf(
      plan.related,
      { counted: false, finding: words.length === 0, required: false },
      parts,
    ),
    ...clausesOf(plan.boosting, { counted: false, finding: false, required: false }, parts),
  ]
  const languages = LANGUAGES.map((_, place) => wordsIn(asked, place))
  if (!isWorthwhile(languages, parts.countUpTo)) return undefined
  const tests = [...conditions.map(({ condition }) => condition), ...filters].map((condition) =>
    passageTest(condition, parts.store),
  )
  const scoring = asked.map(({ clause }) => clause)
  const counted = asked.filter(({ role }) => role.counted).map(({ clause }) => clause)
  const bonus = bonusOf(counted, scoring)
  const nearness = mostNearness(plan, parts)
  const most = scoring.reduce((sum, { bound }) => sum + bound, 0)
  const question: BestQuestion = {
    languages,
    budget: parts.budget,
    counted: counted.length,
    required: words.length,
    passes: tests.length === 0 ? null : (id) => tests.every((test) => test(id)),
    bonus,
    most,
    keepsAll: words.length > 0 && (links !== null || parts.copies.count > 0),
    // Of the best hits, so many may be reordered by nearness.
    needed: nearness > 0 ? Math.max(needed, LOOKED_AT) : needed,
    lift: links ? LIFT : 1,
    nearness,
  }
  const best = withRelated(findBest(question), question, parts, links)
  if (!best) return undefined
  return {
    ...best,
    atLeast: tests.length === 0 ? Math.max(best.all.length, longest(languages)) : best.all.length,
    explain: joint
      ? (id) => explainSum('score', [explainAll(scoring, id)])
      : (id) => explainMatch(id, scoring, counted, bonus),
  }
}

/** The words of a query that is nothing but words with AND between them. */
function jointWords(plan: Plan, required: readonly PlanNode[]): readonly PlanNode[] | undefined {
  const [all] = required
  const isAlone = plan.wanted.length + plan.related.length + plan.boosting.length === 0
  if (!isAlone || required.length !== 1 || all?.type !== 'all') return undefined
  return all.without.length === 0 ? all.nodes : undefined
}

/** Passages that one list in each language finds. */
function longest(languages: readonly (readonly AskedWord[])[]): number {
  return languages.reduce((sum, words) => {
    const lists = words.filter(({ role }) => role.finding).flatMap((word) => word.lists)
    return sum + lists.reduce((most, { list }) => Math.max(most, list.length), 0)
  }, 0)
}

function isCondition(node: PlanNode): boolean {
  return leaves([node]).every(({ type }) => type === 'condition')
}

function clausesOf(nodes: readonly PlanNode[], role: Role, parts: EngineParts): AskedClause[] {
  return nodes.flatMap((node) =>
    node.type === 'terms' ? [{ clause: new WordClause(node, parts), role }] : [],
  )
}

/** The words that can match in a language, by its place among all. */
function wordsIn(asked: readonly AskedClause[], place: number): AskedWord[] {
  return asked.flatMap(({ clause, role }) => {
    const word = clause.words[place]
    return word && word.bound > 0 ? [new AskedWord(word, role)] : []
  })
}

/** False where all matches are few anyway, and where a word may be mistyped: what is meant instead depends on what is found. */
function isWorthwhile(languages: readonly (readonly AskedWord[])[], from: number): boolean {
  const words = languages.flat()
  if (words.some(({ word }) => word.corrections.length > 0)) return false
  return words.reduce((sum, { size }) => sum + size, 0) >= from
}

/** With the near-duplicates and the counterparts of what was found; undefined where these are too many. */
function withRelated(
  best: Best,
  question: BestQuestion,
  parts: EngineParts,
  links: PassageLinks | null,
): Best | undefined {
  if (question.required > 0 || (!links && parts.copies.count === 0)) return best
  const more = related(best.ids, parts, links)
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
