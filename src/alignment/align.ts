import type { TranslationLexicon } from '../translation/lexicon.js'
import { Aligner } from './aligner.js'
import { type DocumentEvidence, Likeness } from './likeness.js'
import { LINK_THRESHOLD, REVIEW_FLOOR } from './threshold.js'

/** Two passages that say the same, at least in part, by their places in their documents. */
export interface PassageLink {
  left: number
  right: number
  /** Estimated probability that the link is right, 0 to 1; 1 where somebody has said so. */
  confidence: number
}

/** What is known of two documents before they are compared. */
export interface AlignmentOptions {
  /** True where somebody has said that they are versions of each other. */
  declared?: boolean
  /** Pairs of places, left and right, that belong together, and others that do not. */
  confirmed?: readonly (readonly [number, number])[]
  forbidden?: readonly (readonly [number, number])[]
}

/** Larger comparisons are not made: more passages of one document times those of the other. */
export const MAX_CELLS = 4_000_000

/**
 * Aligns the passages of two versions of a text. Links are taken up best first; a passage gets another partner only for
 * words that its partners so far do not account for, so that one that was divided or joined has several, and one
 * that is merely similar is left out.
 *
 * @returns links of at least {@link REVIEW_FLOOR}, those below {@link LINK_THRESHOLD} for review only; in the order of
 *   the left passages, then of the right ones.
 */
export function alignPassages(
  left: DocumentEvidence,
  right: DocumentEvidence,
  lexicon: TranslationLexicon,
  { declared = true, confirmed = [], forbidden = [] }: AlignmentOptions = {},
): PassageLink[] {
  const aligner = new Aligner(new Likeness(left, right, lexicon), declared)
  for (const [row, column] of confirmed) aligner.confirm(row, column)
  for (const [row, column] of forbidden) aligner.forbid(row, column)
  return aligner.links(LINK_THRESHOLD, REVIEW_FLOOR)
}
