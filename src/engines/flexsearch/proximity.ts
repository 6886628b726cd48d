import type { Explanation } from '../../search/engine.js'
import { leaves, type Plan, type TermsNode } from '../../search/plan.js'
import type { Scores } from './accumulator.js'
import { saturation } from './bm25.js'
import type { EngineParts } from './parts.js'
import { bestPlaces } from './select.js'
import type { Tallied } from './tally.js'
import { idfOf } from './terms.js'
import { WordPositions } from './word-positions.js'

/** What two words count that stand near each other, as a share of the rarer one's weight. */
export const PROXIMITY_WEIGHT = 0.05
/** Of that, what counts only in the order and at the distance of the query; the rest is for any order. */
const IN_ORDER = 0.7
/** How many words apart two words are still near each other. */
const NEAR = 8
/** Only so many of the best passages are looked at. */
export const LOOKED_AT = 20

/** Two words of the query with no other word of weight between them. */
interface Pair {
  first: TermsNode
  second: TermsNode
  /** In words; 1 for neighbours. */
  distance: number
  idf: number
}

/** Passages with what their words count for being near each other. */
export interface Nearness extends Scores {
  /** Why a passage has more than its words; empty where it has not. */
  explain(id: number): Explanation[]
}

/**
 * Adds a little to the best passages where neighbouring words of the query are near each other (compare
 * the sequential dependence model: Metzler and Croft 2005). Small enough to decide only between passages
 * that are nearly equal.
 */
export function withNearness(plan: Plan, hits: Tallied, parts: EngineParts): Nearness {
  const pairs = pairsOf(plan, parts)
  if (pairs.length === 0) return { ...hits, explain: () => [] }
  const scores = hits.scores.slice()
  const places = candidates(plan, hits, parts)
  const passages = Uint32Array.from(places, (place) => hits.ids[place]!).sort()
  const positions = new WordPositions(passages, parts)
  for (const place of places) {
    const id = hits.ids[place]!
    for (const pair of pairs) scores[place]! += nearnessOf(pair, id, positions, parts)
  }
  const explain = (id: number) =>
    pairs
      .map((pair) => explanationOf(pair, nearnessOf(pair, id, positions, parts)))
      .filter(({ value }) => value > 0)
  return { ids: hits.ids, scores, explain }
}

/** True if words of a query may be near each other. */
export function mayBeNear({ wanted }: Plan): boolean {
  return placedWords(wanted).length > 1
}

/** The best hits, as far as words can be near each other in them: where each word is a clause of its own, those that match several. */
function candidates({ wanted }: Plan, hits: Tallied, { store }: EngineParts): number[] {
  const isPlain = wanted.every(({ type }) => type === 'terms')
  const best = bestPlaces(hits, LOOKED_AT, store.places)
  return isPlain ? best.filter((place) => hits.several[place] === 1) : best
}

function explanationOf({ first, second }: Pair, value: number): Explanation {
  return { description: `“${first.word}” near “${second.word}”`, value, parts: [] }
}

/** Words that have a place in the query. */
function placedWords(nodes: Plan['wanted']): TermsNode[] {
  return leaves(nodes)
    .filter((node) => node.type === 'terms')
    .filter(({ place }) => place !== null)
}

function pairsOf({ wanted }: Plan, parts: EngineParts): Pair[] {
  const words = placedWords(wanted)
  return words.slice(1).map((second, i) => {
    const first = words[i]!
    const idf = Math.min(idfOf(first, parts), idfOf(second, parts))
    return { first, second, distance: second.place! - first.place!, idf }
  })
}

function nearnessOf(
  { first, second, distance, idf }: Pair,
  id: number,
  positions: WordPositions,
  parts: EngineParts,
) {
  const [a, b] = [positions.of(first, id), positions.of(second, id)]
  if (a.length === 0 || b.length === 0) return 0
  let inOrder = 0
  let near = 0
  for (const one of a)
    for (const other of b) {
      if (other - one === distance) inOrder++
      if (other !== one && Math.abs(other - one) <= NEAR) near++
    }
  const k = saturation(parts.store.length[id]!, positions.averageLength(id), parts.bm25)
  const evidence = (IN_ORDER * inOrder) / (inOrder + k) + ((1 - IN_ORDER) * near) / (near + k)
  return PROXIMITY_WEIGHT * idf * evidence
}
