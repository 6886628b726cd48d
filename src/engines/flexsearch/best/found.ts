import type { AskedWord, WeightedList } from './asked-word.js'
import { KEPT, roomFor } from './room.js'

/** Passages of a list, ascending, with their odds. Made once and filled again and again. */
export class Found {
  count = 0
  ids: Uint32Array = new Uint32Array()
  odds: Float64Array = new Float64Array()

  /** Makes it empty. What was made for very many is given back. */
  clear(): void {
    this.count = 0
    if (this.ids.length <= KEPT) return
    this.ids = new Uint32Array()
    this.odds = new Float64Array()
  }

  /** Takes the passages of a list up to a slot. Blocks without such slots are not read. */
  take(weighted: WeightedList, to: number): void {
    const { list } = weighted
    this.count = 0
    for (let block = 0; block < list.blocks; block++) {
      if (list.lowOf(block) > to) continue
      this.grow(list.sizeOf(block))
      this.takeBlock(weighted, block, to)
    }
  }

  /** Keeps those that pass. */
  keep(passes: (id: number) => boolean): void {
    const { ids, odds } = this
    let count = 0
    for (let i = 0; i < this.count; i++) {
      if (!passes(ids[i]!)) continue
      ids[count] = ids[i]!
      odds[count++] = odds[i]!
    }
    this.count = count
  }

  /** Takes the passages that a word stands beside; without odds. */
  takeBeside({ word }: AskedWord): void {
    const all = word.context.ascending
    this.count = 0
    this.grow(all.length)
    this.ids.set(all)
    this.odds.fill(0, 0, all.length)
    this.count = all.length
  }

  /** Leaves some passages out. @param some Ascending. */
  leaveOut(some: Uint32Array, size: number): void {
    if (size === 0) return
    const { ids, odds } = this
    let at = 0
    let count = 0
    for (let i = 0; i < this.count; i++) {
      const id = ids[i]!
      while (at < size && some[at]! < id) at++
      if (at < size && some[at] === id) continue
      ids[count] = id
      odds[count++] = odds[i]!
    }
    this.count = count
  }

  /** Makes scores of the odds, and keeps passages whose scores are high enough. */
  toScores({ idf }: AskedWord, least: number): void {
    const { ids, odds } = this
    let count = 0
    for (let i = 0; i < this.count; i++) {
      const score = (idf * odds[i]!) / (1 + odds[i]!)
      if (score < least) continue
      ids[count] = ids[i]!
      odds[count++] = score
    }
    this.count = count
  }

  // Runs for every posting of a query: no calls in the loop.
  private takeBlock({ list, odds: values }: WeightedList, block: number, to: number): void {
    const start = list.load(block)
    const end = start + list.sizeOf(block)
    const { passages, payloads } = list
    const { ids, odds } = this
    let { count } = this
    for (let i = start; i < end; i++) {
      const slot = payloads[i]!
      if (slot > to) continue
      ids[count] = passages[i]!
      odds[count++] = values[slot]!
    }
    this.count = count
  }

  private grow(more: number): void {
    this.ids = roomFor(this.ids, this.count, more)
    this.odds = roomFor(this.odds, this.count, more)
  }
}
