import { SLOT_ODDS } from '../bm25.js'
import { BLOCK, type BlockList, PAYLOADS } from '../lists/block-list.js'

/** What the blocks of all lists are read into, one at a time. */
const passages = new Uint32Array(BLOCK)
const payloads = new Uint8Array(BLOCK)

/**
 * Adds to each candidate the odds that it has in a list, times a weight.
 *
 * @param ids Candidates, ascending.
 * @param into By place of the candidate.
 */
export function addOdds(
  list: BlockList,
  weight: number,
  ids: Uint32Array,
  into: Float64Array,
): void {
  addValues(list, weight === 1 ? SLOT_ODDS : SLOT_ODDS.map((odds) => weight * odds), ids, into)
}

/** Adds a value to each candidate that a list has. */
export function addWhere(
  list: BlockList,
  value: number,
  ids: Uint32Array,
  into: Float64Array,
): void {
  addValues(list, new Float64Array(PAYLOADS).fill(value), ids, into)
}

/** Adds to each candidate that a list has the value of its payload. Blocks without candidates are not read. */
function addValues(
  list: BlockList,
  values: Float64Array,
  ids: Uint32Array,
  into: Float64Array,
): void {
  for (let place = 0, next = 0; place < ids.length; ) {
    const block = list.blockOf(ids[place]!, next)
    if (block < next) {
      place++
      continue
    }
    const size = list.read(block, passages, payloads)
    place = addBlock(size, values, ids, place, into)
    next = block + 1
  }
}

/** Returns the place of the first candidate after the block. */
function addBlock(
  size: number,
  values: Float64Array,
  ids: Uint32Array,
  from: number,
  into: Float64Array,
): number {
  const last = passages[size - 1]!
  let place = from
  for (let i = 0; place < ids.length && ids[place]! <= last; place++) {
    while (passages[i]! < ids[place]!) i++
    if (passages[i] === ids[place]) into[place]! += values[payloads[i]!]!
  }
  return place
}

/** Lists one after the other. */
export function concatenated(lists: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0))
  let next = 0
  for (const list of lists) {
    all.set(list, next)
    next += list.length
  }
  return all
}

/** Ascending lists as one, each passage once; it may be twice in the second. */
export function merge(a: Uint32Array, b: Uint32Array): Uint32Array {
  if (b.length === 0) return a
  const all = new Uint32Array(a.length + b.length)
  let count = 0
  let i = 0
  for (let j = 0; j < b.length; j++) {
    const other = b[j]!
    while (i < a.length && a[i]! < other) all[count++] = a[i++]!
    if (i < a.length && a[i] === other) continue
    if (count === 0 || all[count - 1] !== other) all[count++] = other
  }
  while (i < a.length) all[count++] = a[i++]!
  return all.subarray(0, count)
}

// The `from` of typed arrays takes twenty times as long as a loop.

/** The values at some places. */
export function pick(values: Float64Array, places: Uint32Array): Float64Array {
  const own = new Float64Array(places.length)
  for (let i = 0; i < places.length; i++) own[i] = values[places[i]!]!
  return own
}

/** The passages at some places. */
export function picked(ids: Uint32Array, places: Uint32Array): Uint32Array {
  const own = new Uint32Array(places.length)
  for (let i = 0; i < places.length; i++) own[i] = ids[places[i]!]!
  return own
}
