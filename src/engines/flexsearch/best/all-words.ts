import type { Budget } from '../../../search/budget.js'
import type { AskedWord } from './asked-word.js'
import { merge } from './passage-sets.js'
import { roomFor } from './room.js'

/** Words any of which is enough. */
type Group = readonly AskedWord[]

/** Passages that are looked up in other lists at a time, about. */
const AT_A_TIME = 4_096

/**
 * The passages of one language that match a word of each of some groups, some at a time. The group with the fewest passages is gone
 * through; of the lists of the others, only blocks that have some of what is left are read.
 *
 * @param groups At least one.
 * @param least What passages must have by these words at least; may rise from one time to the next.
 * @returns Always the same object, filled again.
 */
export function* matchAll(
  groups: readonly Group[],
  least: () => number,
  budget?: Budget,
): Generator<Conjunction> {
  const [rarest, ...others] = [...groups].sort((a, b) => sizeOf(a) - sizeOf(b)) as [
    Group,
    ...Group[],
  ]
  const work = groups.flat().length * sizeOf(rarest)
  if (budget && !budget.allows(work)) return
  const all = passagesOf(rarest)
  const some = FREE.pop() ?? new Conjunction()
  for (let start = 0; start < all.length; start += AT_A_TIME) {
    some.fill(all.subarray(start, start + AT_A_TIME))
    demand(some, rarest, others, least())
    if (some.count > 0) yield some
  }
  FREE.push(some)
}

/** Keeps the passages that match a word of each group and can have enough. */
function demand(some: Conjunction, rarest: Group, others: readonly Group[], enough: number): void {
  if (enough === Number.NEGATIVE_INFINITY) {
    // What the rarest says is only asked of those that are left.
    for (const group of others) some.require(group)
    some.require(rarest)
    return
  }
  let rest = others.reduce((sum, group) => sum + mostOf(group), 0)
  some.require(rarest, enough - rest)
  for (const group of others) {
    rest -= mostOf(group)
    some.require(group, enough - rest)
  }
}

function sizeOf(group: Group): number {
  return group.reduce((sum, { size }) => sum + size, 0)
}

function mostOf(group: Group): number {
  return group.reduce((sum, { most }) => sum + most, 0)
}

/** Passages that match several words, ascending. Filled again and again, for one search after the other. */
export class Conjunction {
  count = 0
  private ids: Uint32Array = new Uint32Array()
  /** By place: 1 for those to be kept. */
  private stays = new Uint8Array()
  private words: AskedWord[] = []
  /** By place of the word: what the text of each passage says of it. */
  private readonly odds: Float64Array[] = []
  /** What the words so far say of each passage at most. */
  private sums: Float64Array = new Float64Array()
  /** The number of words that are part of the sums. */
  private summed = 0
  private besides: Float64Array = new Float64Array()

  fill(ids: Uint32Array): void {
    const count = ids.length
    this.ids = roomFor(this.ids, 0, count)
    this.sums = roomFor(this.sums, 0, count)
    this.besides = roomFor(this.besides, 0, count)
    if (count > this.stays.length) this.stays = new Uint8Array(this.ids.length)
    this.ids.set(ids)
    this.count = count
    this.words = []
    this.summed = 0
  }

  /** Keeps those that match a word of a group too, and can have so much. */
  require(group: Group, least = Number.NEGATIVE_INFINITY): void {
    if (this.count === 0) return
    this.stays.fill(0, 0, this.count)
    for (const word of group) this.match(word)
    this.keepMarked()
    this.keep(least)
  }

  /** Keeps those that may have so much. */
  keep(least: number): void {
    if (least === Number.NEGATIVE_INFINITY) return
    this.addUp()
    const { sums, stays, count } = this
    for (let place = 0; place < count; place++) stays[place] = Number(sums[place]! >= least)
    this.keepMarked()
  }

  /** The passages. */
  passages(): Uint32Array {
    return this.ids.slice(0, this.count)
  }

  /** What their texts say of each word. */
  evidence(): ReadonlyMap<AskedWord, Float64Array> {
    return new Map(this.words.map((word, i) => [word, this.odds[i]!.slice(0, this.count)]))
  }

  // Runs for every posting of the rarest word: no calls in the loop.
  private keepMarked(): void {
    const { ids, sums, odds, words, stays } = this
    let count = 0
    for (let place = 0; place < this.count; place++) {
      if (stays[place] === 0) continue
      if (count < place) {
        ids[count] = ids[place]!
        sums[count] = sums[place]!
        for (let i = 0; i < words.length; i++) odds[i]![count] = odds[i]![place]!
      }
      count++
    }
    this.count = count
  }

  /** Marks the places that match a word. */
  private match(asked: AskedWord): void {
    const { ids, stays, count } = this
    const odds = this.oddsFor(asked).fill(0, 0, count)
    asked.addOdds(ids, odds, count)
    for (let place = 0; place < count; place++) if (odds[place]! > 0) stays[place] = 1
    const besides = asked.role.required ? null : this.besidesOf(asked)
    if (besides === null) return
    for (let place = 0; place < count; place++) if (besides[place]! > 0) stays[place] = 1
  }

  /** Adds up what those words say that are not part of the sums. */
  private addUp(): void {
    const { sums, words, count } = this
    if (this.summed === 0) sums.fill(0, 0, count)
    for (; this.summed < words.length; this.summed++) {
      const asked = words[this.summed]!
      const odds = this.odds[this.summed]!
      const besides = this.besidesOf(asked)
      const { word, bonus } = asked
      const { idf } = word
      for (let place = 0; place < count; place++) {
        const x = besides === null ? odds[place]! : odds[place]! + besides[place]!
        sums[place]! += (idf * x) / (1 + x) + bonus
      }
    }
  }

  /** By place: what a word stands beside, also where another is meant instead, for that is in the same group; null where it stands beside nothing. */
  private besidesOf({ word: { context } }: AskedWord): Float64Array | null {
    if (context.isEmpty) return null
    const { ids, besides, count } = this
    besides.fill(0, 0, count)
    context.addTo(besides, ids, count)
    return besides
  }

  /** Room for what a word says. */
  private oddsFor(word: AskedWord): Float64Array {
    const place = this.words.push(word) - 1
    const odds = roomFor(this.odds[place] ?? new Float64Array(), 0, this.count)
    this.odds[place] = odds
    return odds
  }
}

// One for each search that is in the middle of it.
const FREE: Conjunction[] = []

/** Everything that a group matches. */
function passagesOf(group: Group): Uint32Array {
  const lists = group.flatMap(({ lists, word, role }) => [
    ...lists.map(({ list }) => list.readAll().passages),
    ...(role.required || word.context.isEmpty ? [] : [word.context.ascending]),
  ])
  return lists.length === 0 ? new Uint32Array() : lists.reduce(merge)
}
