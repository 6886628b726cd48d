/** Passages from `first` to `last`, side by side in one document. */
export interface Stretch {
  first: number
  last: number
}

/** How much of a passage is in a stretch of earlier ones. */
export interface Repetition {
  /** Share of the passage's different shingles that are anywhere in the stretch, 0 to 1. */
  covered: number
  /** The part of the stretch that it repeats: from the first to the last passage of which it has enough. */
  repeated: Stretch | undefined
}

/**
 * Compares a passage with a stretch of earlier ones.
 *
 * @param share What it must have more than of an earlier passage's different shingles to repeat it.
 * @param earlier An earlier passage's shingles, and whether it may be counted as repeated.
 */
export function repetition(
  shingles: Uint32Array,
  { first, last }: Stretch,
  share: number,
  earlier: (number: number) => { shingles: Uint32Array; repeatable: boolean },
): Repetition {
  const own = new Set(shingles)
  const covered = new Set<number>()
  let repeated: Stretch | undefined
  for (let number = first; number <= last; number++) {
    const { shingles: others, repeatable } = earlier(number)
    const all = new Set(others)
    const shared = [...all].filter((shingle) => own.has(shingle))
    for (const shingle of shared) covered.add(shingle)
    if (repeatable && shared.length > share * all.size)
      repeated = { first: repeated?.first ?? number, last: number }
  }
  return { covered: covered.size / own.size, repeated }
}
