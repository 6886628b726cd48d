import type { Judgements } from './qrels.js'

/** How good a ranking is, each from 0 to 1. */
export interface Measures {
  ndcg10: number
  mrr10: number
  recall10: number
  recall100: number
}

export const MEASURES = ['ndcg10', 'mrr10', 'recall10', 'recall100'] as const

/**
 * Measures the ranking of one query as trec_eval does (`ndcg_cut.10`, `recip_rank` of the first ten,
 * `recall.10,100`): a passage without a judgement has grade 0, grade 1 or more is relevant. Unlike trec_eval,
 * the ranking's own order counts, where that sorts equal scores by their ids.
 *
 * @param ranking Passage ids, best first, without repetitions.
 * @param judgements With at least one relevant passage.
 */
export function measure(ranking: readonly string[], judgements: Judgements): Measures {
  return {
    ndcg10: ndcg(ranking, judgements, 10),
    mrr10: reciprocalRank(ranking, judgements, 10),
    recall10: recall(ranking, judgements, 10),
    recall100: recall(ranking, judgements, 100),
  }
}

/** Normalized discounted cumulative gain with linear gains (Järvelin and Kekäläinen 2002, log of rank + 1). */
export function ndcg(ranking: readonly string[], judgements: Judgements, depth: number): number {
  const gains = ranking.map((id) => judgements.get(id) ?? 0)
  const ideal = [...judgements.values()].sort((a, b) => b - a)
  return discountedGain(gains, depth) / discountedGain(ideal, depth)
}

function discountedGain(gains: readonly number[], depth: number): number {
  return gains.slice(0, depth).reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0)
}

/** One over the rank of the first relevant passage, 0 if it is not among the first `depth`. */
export function reciprocalRank(
  ranking: readonly string[],
  judgements: Judgements,
  depth: number,
): number {
  const place = ranking.slice(0, depth).findIndex((id) => relevant(judgements, id))
  return place < 0 ? 0 : 1 / (place + 1)
}

/** Share of the relevant passages that are among the first `depth`. */
export function recall(ranking: readonly string[], judgements: Judgements, depth: number): number {
  const found = ranking.slice(0, depth).filter((id) => relevant(judgements, id)).length
  return found / [...judgements.keys()].filter((id) => relevant(judgements, id)).length
}

function relevant(judgements: Judgements, id: string): boolean {
  return (judgements.get(id) ?? 0) >= 1
}
