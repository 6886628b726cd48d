/**
 * Which earlier passages a passage repeats. Near-duplicates are passages that have an original in common; a passage
 * with copies is its own original. Copies may be cut elsewhere than their originals, so that one can repeat two or
 * three of them, which lie side by side.
 */
export interface Originals {
  /** By passage number: the number of its first original, where it has any. */
  readonly first: Uint32Array
  /** By passage number: how many originals it has; 0 for a passage that has no near-duplicate. */
  readonly count: Uint8Array
}
