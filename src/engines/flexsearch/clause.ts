import type { Explanation } from '../../search/engine.js'
import type { Accumulator, Scores } from './accumulator.js'
import { AT_A_TIME, chunksOfScores, type InPieces } from './in-pieces.js'
import type { Tally } from './tally.js'

/** What a clause is made of. */
export interface ClauseParts extends Scores {
  /** No passage scores more here. */
  bound: number
  /** Why a passage has its score; undefined for a passage that does not match. */
  explain(id: number): Explanation | undefined
  /** What the title and headings above a passage add where its text does not match. */
  context?: ContextClause | undefined
}

/** Less than any score: of a passage whose text does not match. */
export const NO_MATCH = -1

/** The passages that match a node of a plan, each once, with its score there. */
export abstract class Clause {
  abstract readonly bound: number
  abstract readonly context: ContextClause | undefined
  /** Number of passages at most, told without going through them. */
  abstract readonly size: number
  /** As one list. A clause that can does without: see {@link Clause.addTo}. */
  abstract readonly all: Scores
  /** Why a passage has its score; undefined for a passage that does not match. */
  abstract explain(id: number): Explanation | undefined

  /** True if the text of a passage matches. */
  has(id: number): boolean {
    return this.all.ids.includes(id)
  }

  /**
   * The scores of some passages by their texts, by place; {@link NO_MATCH} where these do not match.
   *
   * @param ids Ascending.
   * @param sums Empty, before and after; nobody else's meanwhile.
   */
  *among(ids: Uint32Array, sums: Accumulator): InPieces<Float64Array> {
    for (const some of chunksOfScores(this.all)) yield sums.addScores(some)
    const scores = new Float64Array(ids.length)
    for (let from = 0; from < ids.length; from += AT_A_TIME)
      yield scoresIn(sums, ids, scores, from, Math.min(ids.length, from + AT_A_TIME))
    sums.clear()
    return scores
  }

  /** Adds the clause to a tally, as the one that begins now. */
  addTo(tally: Tally): void {
    tally.addScores(this.all)
  }
}

/** Of the passages from a place to before another. */
function scoresIn(
  sums: Accumulator,
  ids: Uint32Array,
  scores: Float64Array,
  from: number,
  to: number,
): void {
  for (let place = from; place < to; place++) {
    const id = ids[place]!
    scores[place] = sums.has(id) ? sums.get(id) : NO_MATCH
  }
}

/** A clause whose passages are listed. */
export class ListClause extends Clause {
  readonly bound: number
  readonly context: ContextClause | undefined
  readonly all: Scores
  private readonly reason: ClauseParts['explain']

  constructor({ ids, scores, bound, explain, context }: ClauseParts) {
    super()
    this.all = { ids, scores }
    this.bound = bound
    this.context = context
    this.reason = explain
  }

  get size(): number {
    return this.all.ids.length
  }

  explain(id: number): Explanation | undefined {
    return this.reason(id)
  }
}

/** The part of a clause that comes from titles and headings. */
export interface ContextClause {
  /** The score of a passage whose text does not match; 0 where its title and headings do not either. */
  score(id: number): number
  explain(id: number): Explanation
  /** Lists in which all passages with a score are; one may be in several. Undefined if that is not known. */
  readonly passages?: readonly Uint32Array[]
}

/** How an explanation calls words of which every hit has all. */
export const ALL_OF = 'all of'

/** An explanation whose value is the sum of its parts. */
export function explainSum(description: string, parts: Explanation[]): Explanation {
  return { description, value: parts.reduce((sum, part) => sum + part.value, 0), parts }
}

/** Why a passage has its score from a clause, by its text or else by its title and headings. */
export function explainClause(clause: Clause, id: number): Explanation[] {
  const text = clause.explain(id)
  if (text) return [text]
  return clause.context && clause.context.score(id) > 0 ? [clause.context.explain(id)] : []
}
