/**
 * Links at least this sure count as links; below, a passage has no counterpart. Of links just above it every other one is right or
 * more, of those just below it one in three; docs/crosslingual.md has the figures.
 */
export const LINK_THRESHOLD = 0.4

/** Links below the threshold and above this are doubtful enough to be shown to somebody who can tell. */
export const REVIEW_FLOOR = 0.2

/** Links surer than this need no review. */
export const REVIEW_CEILING = 0.7
