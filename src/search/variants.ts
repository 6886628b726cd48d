/** Words shorter than this have no variants: `Oe` or `Bau` would match too much. */
const MIN_LENGTH = 4
const MAX_VARIANTS = 8

/**
 * Other spellings of a folded word, as umlauts are written without umlauts: `mueller` for `muller` and
 * the reverse. One place at a time in the one direction, all places in the other.
 */
export function spellingVariants(fold: string): string[] {
  if (fold.length < MIN_LENGTH) return []
  const variants = new Set<string>()
  const reduced = fold.replace(/([aou])e/g, '$1')
  if (reduced !== fold) variants.add(reduced)
  for (const { index } of fold.matchAll(/[aou](?!e)/g))
    variants.add(`${fold.slice(0, index + 1)}e${fold.slice(index + 1)}`)
  return [...variants].slice(0, MAX_VARIANTS)
}
