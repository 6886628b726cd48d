import type { Originals } from './originals.js'

/** What came of comparing passages, by passage number: kept so that it need not be done again while they are the same. */
export interface ComparedPassages {
  /** The passages for which there is an earlier one that is like them, ascending. */
  numbers: Uint32Array
  /** The one that is most like each. */
  nearest: Uint32Array
  /** What each repeats, as in {@link Originals}; a count of 0 where it is no copy after all. */
  first: Uint32Array
  count: Uint8Array
}

/** In place of a passage that is no longer there. */
export const NOWHERE = 0xffffffff

/** The signatures of some passages. */
export interface SignedPassages {
  /** Of all, also those that are too short to be signed. */
  passages: number
  /** The signed ones, ascending from 0, and their signatures. */
  numbers: Uint32Array
  signatures: Uint8Array
}

/** The signatures of all passages, or of some documents, in their order; each stretch is valid until the next. */
export type SignedStretches = (documents?: readonly number[]) => Iterable<SignedPassages>

/** What is known of a collection of which some documents are the same as before. */
export interface KnownPassages {
  /** Of passages that are still there, by their numbers of today; {@link NOWHERE} for others. */
  compared: ComparedPassages
  /** Documents that were not there before, ascending. */
  added: readonly number[]
  /** Signatures of passages that are no longer there, one after the other, each piece valid until the next. */
  gone: Iterable<Uint8Array>
}

/** The originals of all passages, and what is to be kept of finding them. */
export interface Comparison {
  originals: Originals
  compared: ComparedPassages
}
