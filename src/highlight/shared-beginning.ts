import type { Analyzer } from '../analysis/analyzer.js'
import { normalForm } from '../analysis/fold.js'

/**
 * How far a compound begins with a word, umlauts, ß and invisible characters aside: `Träume` is in `Traumquorz` as `Traum`.
 *
 * @param surface The compound as written.
 * @param form The word's form.
 * @returns a UTF-16 offset into the surface; 0 where they do not begin alike.
 */
export function sharedBeginning(
  surface: string,
  form: string,
  { fold }: Pick<Analyzer, 'fold'>,
): number {
  const word = fold(form)
  let shared = 0
  for (let end = 1; end <= surface.length; end++) {
    if (!word.startsWith(fold(normalForm(surface.slice(0, end))))) break
    shared = end
  }
  return shared
}
