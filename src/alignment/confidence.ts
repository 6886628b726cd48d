/** What tells for and against a link between two passages. */
export interface LinkFeatures {
  /** The larger and the smaller share of one passage that the other says, above what any passage would. */
  more: number
  less: number
  /** What the passages before and after say for it; see `neighbourSupport`. */
  support: number
  /** How far the pair is ahead of the next best with the one passage and with the other: the larger and the smaller. */
  lead: number
  leadLess: number
  /** Share of the common words that no better link of either passage accounts for; 1 for its first link. */
  fresh: number
  /** 1 where one of the passages has a better link already. */
  second: number
  /** 1 where one passage stands beside a partner of the other. */
  beside: number
  /** |log| of the lengths' ratio, over that of the documents; 2 at most. */
  length: number
  /** 1 where the documents are said to be versions of each other, 0 where they were found to be. */
  declared: number
  /** Likeness of the headings above, 0 to 1. */
  heading: number
  /** 1 for the same speaker, -1 for another, 0 where that is not known. */
  speaker: number
}

/**
 * Weights of a logistic regression, made by `scripts/alignment/calibrate.ts`: documents of sentences with known
 * translations, their paragraphs joined, divided, dropped and put in another order. Those texts have no headings and
 * speakers; the last two weights are set by hand, smaller than the others.
 */
const WEIGHTS: LinkFeatures & { constant: number } = {
  constant: -10.54,
  more: 1.67,
  less: 3.44,
  support: 1,
  lead: 9.17,
  leadLess: 3.82,
  fresh: 6.38,
  second: 1.26,
  beside: 2.41,
  length: -0.18,
  declared: 2.67,
  heading: 1,
  speaker: 0.75,
}

const FEATURES = Object.keys(WEIGHTS).filter(
  (name) => name !== 'constant',
) as (keyof LinkFeatures)[]

/** Estimated probability that a link is right, 0 to 1. */
export function confidenceOf(features: LinkFeatures): number {
  const sum = FEATURES.reduce((sum, name) => sum + WEIGHTS[name] * features[name], WEIGHTS.constant)
  return 1 / (1 + Math.exp(-sum))
}
