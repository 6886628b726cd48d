import type { Hit } from '../search/hit.js'

/** True for a passage without a word that matches: what its counterpart says was found. Filters alone give no score. */
export function isReached({
  highlights,
  score,
  counterparts,
}: Pick<Hit, 'highlights' | 'score' | 'counterparts'>): boolean {
  return highlights.length === 0 && score > 0 && counterparts.length > 0
}
