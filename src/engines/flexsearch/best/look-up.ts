import { placeFrom } from '../../../store/place-from.js'
import { BLOCK, PAYLOADS } from '../lists/block-format.js'
import type { BlockList } from '../lists/block-list.js'
import type { PassageFilter } from '../lists/passage-filter.js'
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
  if (areMany(list, ids, count)) addMany(list, values, ids, into, count)
  else {
    const filter = list.filterFor(count)
    if (filter) addFiltered(list, filter, values, ids, into, count)
    else addFew(list, values, ids, into, count)
  }
}

/** Of passages that are looked up some thousands at a time, only the blocks between the first and the last count. */
function areMany(list: BlockList, ids: Uint32Array, count: number): boolean {
  if (count <= MANY_IN_A_BLOCK) return false
  const blocks = list.blockOf(ids[count - 1]!) - list.blockOf(ids[0]!) + 1
  return count > MANY_IN_A_BLOCK * blocks
}

/** Goes through the passages and the entries of their blocks together. */
function addMany(
  list: BlockList,
  values: Float64Array,
  ids: Uint32Array,
  into: Float64Array,
  count: number,
): void {
  for (let place = 0, next = 0; place < count; ) {
    const block = list.blockOf(ids[place]!, next)
    if (block < next) {
      place++
      continue
    }
    next = block + 1
    let at = list.load(block)
    const end = at + list.sizeOf(block)
    const { passages, payloads } = list
    while (at < end && place < count) {
      const passage = passages[at]!
      const id = ids[place]!
      if (passage === id) into[place]! += values[payloads[at]!]!
      // Neither is foreseeable: added, not jumped.
      at += Number(passage <= id)
      place += Number(id <= passage)
    }
  }
}

/** Looks up those that a filter lets through. */
function addFiltered(
  list: BlockList,
  filter: PassageFilter,
  values: Float64Array,
  ids: Uint32Array,
  into: Float64Array,
  count: number,
): void {
  for (let from = 0; from < count; from += AT_A_TIME) {
    const few = filter.select(ids, from, Math.min(count, from + AT_A_TIME), places, fewIds)
    fewValues.fill(0, 0, few)
    addFew(list, values, fewIds, fewValues, few)
    for (let i = 0; i < few; i++) into[places[i]!]! += fewValues[i]!
  }
}

/** Passages that are found in a list at a time. */
const AT_A_TIME = 2_048
// Of these: where each is in the list, or would be; and which of them are there. Filled for one list after the other.
const entries = new Uint32Array(AT_A_TIME)
const matches = new Uint32Array(AT_A_TIME)
// Of those that a filter lets through: their places, themselves, and what they have.
const places = new Uint32Array(AT_A_TIME)
const fewIds = new Uint32Array(AT_A_TIME)
const fewValues = new Float64Array(AT_A_TIME)

/**
 * Finds the blocks of some passages first, then their places in these, then what stands there. In the second step nothing depends on a jump, nor
 * on the passage before: so the processor fetches what it needs of many blocks at once, most of which are in no cache.
 */
function addFew(
  list: BlockList,
  values: Float64Array,
  ids: Uint32Array,
  into: Float64Array,
  count: number,
): void {
  const first = placeFrom(ids, list.firstOf(0), 0, count)
  const last = placeFrom(ids, list.firstOf(list.wholeBlocks), first, count)
  for (let from = first; from < last; from += AT_A_TIME) {
    const to = Math.min(last, from + AT_A_TIME)
    findBlocks(list, ids, from, to)
    const found = findInBlocks(list.passages, ids, from, to)
    for (let i = 0; i < found; i++) {
      const match = matches[i]!
      into[from + match]! += values[list.payloadAt(entries[match]!)]!
    }
  }
  addInLast(list, values, ids, into, last, count)
}

/** Sets the entries that the blocks of some passages begin with, and decodes these. */
function findBlocks(list: BlockList, ids: Uint32Array, from: number, to: number): void {
  let after = -1
  let start = 0
  for (let place = from, block = 0; place < to; place++) {
    const id = ids[place]!
    if (id >= after) {
      block = list.blockOf(id, block)
      start = list.loadPassages(block)
      after = list.firstOf(block + 1)
    }
    entries[place - from] = start
  }
}

/** Finds passages in whole blocks. Returns how many are there. */
function findInBlocks(passages: Uint32Array, ids: Uint32Array, from: number, to: number): number {
  let found = 0
  for (let i = 0; i < to - from; i++) {
    const id = ids[from + i]!
    const at = placeInBlock(passages, id, entries[i]!)
    entries[i] = at
    matches[found] = i
    found += Number(passages[at] === id)
  }
  return found
}

/** Of passages that may be in the last block, where that is not whole. */
function addInLast(
  list: BlockList,
  values: Float64Array,
  ids: Uint32Array,
  into: Float64Array,
  from: number,
  count: number,
): void {
  if (from === count) return
  const { passages, length } = list
  let at = list.loadPassages(list.wholeBlocks)
  for (let place = from; place < count; place++) {
    at = placeFrom(passages, ids[place]!, at, length)
    if (at === length) return
    if (passages[at] === ids[place]) into[place]! += values[list.payloadAt(at)]!
  }
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
