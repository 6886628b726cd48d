/**
 * Links at least this sure count as links; below, a passage has no counterpart. A lower threshold would add more wrong
 * links than right ones, a higher one would lose ten right ones for each wrong one: see docs/crosslingual.md.
 */
export const LINK_THRESHOLD = 0.4

/** Links below the threshold and above this are doubtful enough to be shown to somebody who can tell. */
export const REVIEW_FLOOR = 0.2

/** Links surer than this need no review. */
export const REVIEW_CEILING = 0.7
