import { placeFrom } from '../../../store/place-from.js'
import { BLOCK, PAYLOADS } from '../lists/block-format.js'
import type { BlockList } from '../lists/block-list.js'
import type { WeightedList } from './asked-word.js'

/**
 * Adds to each of some passages the odds that it has in a list.
 *
 * @param ids Ascending.
 * @param into By place of the passage.
 */
export function addOdds(
  { list, odds }: Pick<WeightedList, 'list' | 'odds'>,
  ids: Uint32Array,
  into: Float64Array,
  count = ids.length,
): void {
  addValues(list, odds, ids, into, count)
}

/** Adds a value to each of some passages that a list has. */
export function addWhere(
  list: BlockList,
  value: number,
  ids: Uint32Array,
  into: Float64Array,
  count = ids.length,
): void {
  addValues(list, SAME.fill(value), ids, into, count)
}

/** A value for any payload: filled for one list after the other. */
const SAME = new Float64Array(PAYLOADS)

/** Where blocks have more of the passages, they are gone through from one entry to the next. */
const MANY_IN_A_BLOCK = 50

/** Blocks without any of the passages are not read. */
function addValues(
  list: BlockList,
  values: Float64Array,
  ids: Uint32Array,
  into: Float64Array,
  count: number,
): void {
  const add = areMany(list, ids, count) ? addManyInBlock : addFewInBlock
  for (let place = 0, next = 0; place < count; ) {
    const block = list.blockOf(ids[place]!, next)
    if (block < next) {
      place++
      continue
    }
    place = add(list, block, values, ids, place, into, count)
    next = block + 1
  }
}

/** Of passages that are looked up some thousands at a time, only the blocks between the first and the last count. */
function areMany(list: BlockList, ids: Uint32Array, count: number): boolean {
  if (count <= MANY_IN_A_BLOCK) return false
  const blocks = list.blockOf(ids[count - 1]!) - list.blockOf(ids[0]!) + 1
  return count > MANY_IN_A_BLOCK * blocks
}

// Both return the place of the first passage after the block.

function addManyInBlock(
  list: BlockList,
  block: number,
  values: Float64Array,
  ids: Uint32Array,
  from: number,
  into: Float64Array,
  count: number,
): number {
  let at = list.load(block)
  const end = at + list.sizeOf(block)
  const { passages, payloads } = list
  let place = from
  while (at < end && place < count) {
    const passage = passages[at]!
    const id = ids[place]!
    if (passage === id) into[place]! += values[payloads[at]!]!
    // Neither is foreseeable: added, not jumped.
    at += Number(passage <= id)
    place += Number(id <= passage)
  }
  return place
}

function addFewInBlock(
  list: BlockList,
  block: number,
  values: Float64Array,
  ids: Uint32Array,
  from: number,
  into: Float64Array,
  count: number,
): number {
  const after = list.firstOf(block + 1)
  const start = list.loadPassages(block)
  const end = start + list.sizeOf(block)
  const isWhole = end - start === BLOCK
  const { passages } = list
  let place = from
  for (; place < count; place++) {
    const id = ids[place]!
    if (id >= after) break
    const at = isWhole ? placeInBlock(passages, id, start) : placeFrom(passages, id, start, end)
    if (at === end || passages[at] !== id) continue
    // Most blocks have none of the passages.
    if (!list.hasPayloads(block)) list.load(block)
    into[place]! += values[list.payloads[at]!]!
  }
  return place
}

/**
 * The last place of a whole block ({@link BLOCK}) whose passage is not above one, as its first is not. A step is as long as its half, or
 * nothing, by the sign of a difference: the processor guesses jumps, and half of these would be wrong.
 */
function placeInBlock(passages: Uint32Array, id: number, start: number): number {
  const less = ~id
  let at = start
  at += (((passages[at + 64]! | 0) + less) >> 31) & 64
  at += (((passages[at + 32]! | 0) + less) >> 31) & 32
  at += (((passages[at + 16]! | 0) + less) >> 31) & 16
  at += (((passages[at + 8]! | 0) + less) >> 31) & 8
  at += (((passages[at + 4]! | 0) + less) >> 31) & 4
  at += (((passages[at + 2]! | 0) + less) >> 31) & 2
  at += (((passages[at + 1]! | 0) + less) >> 31) & 1
  return at
}
