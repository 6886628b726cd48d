import { SLOT_ODDS } from './bm25.js'

/** The passages that have a term, by impact level, the highest first; ascending within a level. */
export interface Postings {
  ids: Uint32Array
  /** By level: where its passages end. */
  ends: Uint32Array
  /** By level: the odds of its impact (see bm25.ts), descending. */
  odds: Float64Array
}

/**
 * Reads passages that were written level by level, ascending, as differences (LEB128).
 *
 * @param slots The impact levels, and `counts` how many passages each has.
 */
export function readPostings(
  bytes: Uint8Array,
  slots: Uint8Array,
  counts: Uint32Array,
  frequency: number,
): Postings {
  const ids = new Uint32Array(frequency)
  const ends = new Uint32Array(slots.length)
  let end = 0
  for (let level = 0; level < slots.length; level++) {
    end += counts[level]!
    ends[level] = end
  }
  decode(bytes, ends, ids)
  return { ids, ends, odds: Float64Array.from(slots, (slot) => SLOT_ODDS[slot]!) }
}

// Runs for every posting of a query: no calls.
function decode(bytes: Uint8Array, ends: Uint32Array, into: Uint32Array): void {
  let position = 0
  let place = 0
  for (let level = 0; level < ends.length; level++) {
    const end = ends[level]!
    let id = 0
    while (place < end) {
      let byte = bytes[position++]!
      let difference = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[position++]!
        difference |= (byte & 127) << shift
      }
      id += difference
      into[place++] = id
    }
  }
}

/** The odds of a passage; 0 where it does not have the term. */
export function oddsIn({ ids, ends, odds }: Postings, id: number): number {
  const place = ids.indexOf(id)
  return place < 0 ? 0 : odds[ends.findIndex((end) => place < end)]!
}
