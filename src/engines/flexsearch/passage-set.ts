import type { PassageStore } from '../../store/passage-store.js'
import type { Accumulator } from './accumulator.js'
import type { Columns } from './columns.js'
import { bitCount } from './letters.js'
import type { BlockList } from './lists/block-list.js'
import { type Owner, ownersOf, type PassageRuns } from './passage-runs.js'
import { placesOf } from './select.js'

/** Passages, a bit for each: a million of them take 125 KB, and those of a document are counted 32 at a time. */
export class PassageSet {
  private readonly bits: Uint32Array
  private total: number | undefined
  private readonly counts = new Map<Owner, Uint32Array>()

  /** @param capacity Numbers of passages are below this. */
  constructor(readonly capacity: number) {
    this.bits = new Uint32Array((capacity >>> 5) + 1)
  }

  static of(ids: Uint32Array, capacity: number): PassageSet {
    const set = new PassageSet(capacity)
    set.add(ids)
    return set
  }

  /** All passages of a store that are not gone. */
  static all(store: Pick<PassageStore, 'passageCount' | 'size' | 'isGone'>): PassageSet {
    const set = new PassageSet(store.passageCount)
    set.bits.fill(0xffffffff)
    set.bits[set.bits.length - 1]! &= (1 << (store.passageCount & 31)) - 1
    if (store.size < store.passageCount)
      set.remove(placesOf({ length: store.passageCount }, (id) => store.isGone(id)))
    return set
  }

  get size(): number {
    this.total ??= countAll(this.bits)
    return this.total
  }

  add(ids: Uint32Array): void {
    const { bits } = this
    for (let i = 0; i < ids.length; i++) bits[ids[i]! >>> 5]! |= 1 << (ids[i]! & 31)
    this.forget()
  }

  /** Adds one; false where it is there already. */
  addOne(id: number): boolean {
    if (this.has(id)) return false
    this.bits[id >>> 5]! |= 1 << (id & 31)
    this.forget()
    return true
  }

  addList(list: BlockList): void {
    for (let block = 0; block < list.blocks; block++) list.mark(block, this.bits)
    this.forget()
  }

  has(id: number): boolean {
    return (this.bits[id >>> 5]! & (1 << (id & 31))) !== 0
  }

  /** Adds passages, each with how often something is there. What that is more than once, in all of these lists together, is added to `more`. */
  addCounted(ids: Uint32Array, counts: Uint8Array | Uint32Array, more: Accumulator): void {
    const { bits } = this
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!
      const count = counts[i]!
      const bit = 1 << (id & 31)
      const before = bits[id >>> 5]!
      if ((before & bit) !== 0) more.add(id, count)
      else {
        bits[id >>> 5] = before | bit
        if (count > 1) more.add(id, count - 1)
      }
    }
    this.forget()
  }

  remove(ids: Uint32Array): void {
    const { bits } = this
    for (let i = 0; i < ids.length; i++) bits[ids[i]! >>> 5]! &= ~(1 << (ids[i]! & 31))
    this.forget()
  }

  addAll(others: PassageSet): void {
    const { bits } = this
    for (let word = 0; word < bits.length; word++) bits[word]! |= others.bits[word]!
    this.forget()
  }

  /** Keeps those that another set has too. */
  retainAll(others: PassageSet): void {
    const { bits } = this
    for (let word = 0; word < bits.length; word++) bits[word]! &= others.bits[word]!
    this.forget()
  }

  removeAll(others: PassageSet): void {
    const { bits } = this
    for (let word = 0; word < bits.length; word++) bits[word]! &= ~others.bits[word]!
    this.forget()
  }

  /** Keeps those whose owner has a 1. */
  keep({ ends, owners }: PassageRuns, holds: Uint8Array): void {
    let from = 0
    for (let run = 0; run < ends.length; run++) {
      if (holds[owners[run]!] !== 1) this.removeBetween(from, ends[run]!)
      from = ends[run]!
    }
    this.forget()
  }

  copy(): PassageSet {
    const copy = new PassageSet(this.capacity)
    copy.bits.set(this.bits)
    return copy
  }

  /** By owner: how many of its passages there are. */
  countBy(by: Owner, columns: Columns): Uint32Array {
    const known = this.counts.get(by)
    if (known) return known
    const counts = by === 'language' ? this.countLanguages(columns) : this.countRuns(by, columns)
    this.counts.set(by, counts)
    return counts
  }

  /** Ascending. */
  ids(): Uint32Array {
    const { bits } = this
    const ids = new Uint32Array(this.size)
    let count = 0
    for (let word = 0; word < bits.length; word++)
      for (let rest = bits[word]!; rest !== 0; rest &= rest - 1)
        ids[count++] = word * 32 + 31 - Math.clz32(rest & -rest)
    return ids
  }

  /** Those that another set has too, ascending. */
  common(other: PassageSet): Uint32Array {
    const both = this.copy()
    both.retainAll(other)
    return both.ids()
  }

  /** Run by run, or where there are far fewer passages than runs, one by one. */
  private countRuns(by: Owner, columns: Columns): Uint32Array {
    const { ends, owners, count } = columns.runs(by)
    const counts = new Uint32Array(count)
    if (ends.length > this.bits.length && FEWER * this.size < ends.length)
      countEach(this.ids(), ownersOf(by, columns.store), counts)
    else this.total = countInRuns(ends, owners, this.bits, counts)
    return counts
  }

  /** Most documents are in one language. */
  private countLanguages(columns: Columns): Uint32Array {
    const languages = columns.languages()
    if (!languages) return this.countRuns('language', columns)
    const { ofDocument, count, others } = languages
    const counts = new Uint32Array(count + 1)
    const perDocument = this.countBy('document', columns)
    for (let document = 0; document < perDocument.length; document++)
      counts[ofDocument[document]!]! += perDocument[document]!
    for (const { first, end, language } of others)
      counts[language]! += this.countBetween(first, end)
    return counts.subarray(0, count)
  }

  private countBetween(first: number, end: number): number {
    let count = 0
    for (let id = first; id < end; id++) if (this.has(id)) count++
    return count
  }

  private forget(): void {
    this.total = undefined
    this.counts.clear()
  }

  private removeBetween(from: number, end: number): void {
    const { bits } = this
    const [first, last] = [from >>> 5, end >>> 5]
    const before = (1 << (from & 31)) - 1
    const after = ~((1 << (end & 31)) - 1)
    if (first === last) bits[first]! &= before | after
    else {
      bits[first]! &= before
      bits.fill(0, first + 1, last)
      bits[last]! &= after
    }
  }
}

/** To look up the owner of a passage takes as long as to count this many runs. */
const FEWER = 4

function countAll(bits: Uint32Array): number {
  let count = 0
  for (let word = 0; word < bits.length; word++) count += bitCount(bits[word]!)
  return count
}

function countEach(ids: Uint32Array, ownerOf: Uint32Array | Uint8Array, counts: Uint32Array): void {
  for (let i = 0; i < ids.length; i++) counts[ownerOf[ids[i]!]!]!++
}

/** Returns how many there are in all. */
function countInRuns(
  ends: Uint32Array,
  owners: Uint32Array,
  bits: Uint32Array,
  counts: Uint32Array,
): number {
  let before = 0
  for (let run = 0, word = 0, inWords = 0; run < ends.length; run++) {
    const end = ends[run]!
    const last = end >>> 5
    while (word < last) inWords += bitCount(bits[word++]!)
    const upTo = inWords + bitCount(bits[last]! & ((1 << (end & 31)) - 1))
    counts[owners[run]!]! += upTo - before
    before = upTo
  }
  return before
}
