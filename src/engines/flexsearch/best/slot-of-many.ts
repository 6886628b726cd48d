import { RESOLUTION } from '../bm25.js'
import type { BlockList } from '../lists/block-list.js'

/**
 * The least slot that so many passages of a list have, or a lesser one. Only blocks are read that may have some of them: each has one at
 * least that is as good as the directory says. -1 where the list is too short.
 */
export function slotOfMany(list: BlockList, needed: number): number {
  if (list.length < needed) return -1
  const bound = list.blocks < needed ? RESOLUTION - 1 : slotOfBlocks(list, needed)
  const counts = new Uint32Array(RESOLUTION)
  for (let block = 0; block < list.blocks; block++) {
    if (list.lowOf(block) > bound) continue
    const start = list.load(block)
    const end = start + list.sizeOf(block)
    const { payloads } = list
    for (let i = start; i < end; i++) counts[payloads[i]!]!++
  }
  return nth(counts, needed)
}

/** So many blocks have a passage with this slot or a lesser one. */
function slotOfBlocks(list: BlockList, needed: number): number {
  const counts = new Uint32Array(RESOLUTION)
  for (let block = 0; block < list.blocks; block++) counts[list.lowOf(block)]!++
  return nth(counts, needed)
}

function nth(counts: Uint32Array, needed: number): number {
  let slot = 0
  for (let sum = counts[0]!; sum < needed; sum += counts[slot]!) slot++
  return slot
}
