/**
 * BM25 (Robertson and Zaragoza 2009) split in two: the impact of a term in a passage, known when the
 * index is built and kept as one of a few levels, and the weight of the term, known when it is asked.
 */
export interface Bm25Settings {
  /** How soon further occurrences stop to count. */
  k1: number
  /** How much the length of a passage counts, 0 to 1. */
  b: number
}

export const BM25_DEFAULTS: Bm25Settings = { k1: 0.9, b: 0.4 }

/** Number of impact levels, FlexSearch's `resolution`; level 0 is the highest impact. */
export const RESOLUTION = 128

/** K of BM25: what a term frequency is weighed against in a passage of this length (in words). */
export function saturation(length: number, averageLength: number, bm25: Bm25Settings): number {
  return bm25.k1 * (1 - bm25.b + (bm25.b * length) / (averageLength || 1))
}

/** Average lengths are taken to be one of so many in each octave: those of passages, and of titles, headings and names. */
const AVERAGES_PER_OCTAVE = { text: 4, context: 1 }

/**
 * An average length as impacts are computed with: the nearest of a few, a tenth away at most for texts. So it stays as it is, and with it
 * all impacts, when some passages are added or removed.
 */
export function roundedAverage(
  words: number,
  units: number,
  field: keyof typeof AVERAGES_PER_OCTAVE,
): number {
  if (words === 0 || units === 0) return 0
  const steps = AVERAGES_PER_OCTAVE[field]
  const rounded = 2 ** (Math.round(steps * Math.log2(words / units)) / steps)
  return Math.round(rounded * 1000) / 1000
}

/** What a word counts towards a term's frequency where it is only a part of a compound. */
const PART_FREQUENCY = 0.7

/** A term's frequency in a passage, from how often it is a word there and how often a part of one. */
export function termFrequency(asWord: number, asPart: number): number {
  return asWord + PART_FREQUENCY * asPart
}

/** What a stored level means, apart from the settings of an index: part of its fingerprint. */
export function describeImpacts(): string {
  return `resolution ${RESOLUTION}, parts ${PART_FREQUENCY}, averages ${Object.values(AVERAGES_PER_OCTAVE)}`
}

/** The level, and so the FlexSearch slot, of a term that occurs `frequency` times. */
export function impactSlot(frequency: number, k: number): number {
  const impact = frequency / (frequency + k)
  return Math.max(0, RESOLUTION - 1 - Math.floor(impact * RESOLUTION))
}

/**
 * The odds q/(1-q) of each slot's impact q. With q = tf/(tf+K) they are tf/K, so that the evidence of
 * several fields or several alternatives of one word adds up before it saturates.
 */
export const SLOT_ODDS: Float64Array = Float64Array.from({ length: RESOLUTION }, (_, slot) => {
  const impact = (RESOLUTION - 1 - slot + 0.5) / RESOLUTION
  return impact / (1 - impact)
})

/** {@link SLOT_ODDS} times a weight; not to be changed. */
export function weightedOdds(weight: number): Float64Array {
  if (weight === 1) return SLOT_ODDS
  // Made for each list of a question: `map` takes eight times as long.
  const weighted = SLOT_ODDS.slice()
  for (let slot = 0; slot < weighted.length; slot++) weighted[slot]! *= weight
  return weighted
}

/** Inverse document frequency, never negative: `df` of `total` passages have the term. */
export function inverseDocumentFrequency(df: number, total: number): number {
  const bounded = Math.min(df, total)
  return Math.log(1 + (total - bounded + 0.5) / (bounded + 0.5))
}

/** The score of a term from its weight and its summed odds. */
export function saturate(idf: number, odds: number): number {
  return (idf * odds) / (1 + odds)
}
