import type { JudgedQuery } from './collection.js'
import type { Evaluation } from './evaluate.js'
import { signed } from './table.js'

/** A query that two systems answer differently well. */
export interface Win {
  query: string
  /** nDCG@10 of the first system less that of the second. */
  difference: number
}

/** Below this, rounding could be the difference. */
const EPSILON = 1e-9

/** The queries of one task that the first system answers better or worse, the largest differences first. */
export function winsAndLosses(
  first: Evaluation,
  second: Evaluation,
): { wins: Win[]; losses: Win[] } {
  const differences = [...first.measures].map(([query, { ndcg10 }]) => ({
    query,
    difference: ndcg10 - second.measures.get(query)!.ndcg10,
  }))
  return {
    wins: differences
      .filter(({ difference }) => difference > EPSILON)
      .sort((a, b) => b.difference - a.difference),
    losses: differences
      .filter(({ difference }) => difference < -EPSILON)
      .sort((a, b) => a.difference - b.difference),
  }
}

/** Says them query by query. */
export function describeWins(
  first: Evaluation,
  second: Evaluation,
  queries: ReadonlyMap<string, JudgedQuery>,
): string {
  const { wins, losses } = winsAndLosses(first, second)
  const ties = first.measures.size - wins.length - losses.length
  const line = ({ query, difference }: Win) =>
    `  ${signed(difference)}  ${query}  ${queries.get(query)!.text}`
  return [
    `${first.set} ${first.task}: ${first.system} against ${second.system}, nDCG@10 by query: ` +
      `${wins.length} better, ${losses.length} worse, ${ties} equal`,
    ...wins.map(line),
    ...losses.map(line),
  ].join('\n')
}
