import type { Budget } from '../../../search/budget.js'
import { placesOf } from '../select.js'
import type { AskedWord } from './asked-word.js'
import { merge, pick, picked } from './passage-sets.js'
import { oddsOf } from './scored.js'

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
  const all = rarest.map(passagesOf).reduce(merge)
  for (let start = 0; start < all.length; start += AT_A_TIME) {
    const some = new Conjunction(all.subarray(start, start + AT_A_TIME), least())
    let rest = others.reduce((sum, group) => sum + mostOf(group), 0)
    some.require(rarest, rest)
    for (const group of others) {
      rest -= mostOf(group)
      some.require(group, rest)
    }
    if (some.ids.length > 0) yield some
  }
}

function sizeOf(group: Group): number {
  return group.reduce((sum, { size }) => sum + size, 0)
}

function mostOf(group: Group): number {
  return group.reduce((sum, { most }) => sum + most, 0)
}

/** Passages that match several words, ascending. */
export class Conjunction {
  /** What their texts say of each word. */
  odds: ReadonlyMap<AskedWord, Float64Array> = new Map()
  /** What the words so far say of each at most. */
  private sums: Float64Array

  constructor(
    public ids: Uint32Array,
    private readonly least: number,
  ) {
    this.sums = new Float64Array(ids.length)
  }

  /** Keeps those that match a word of a group too, and can get far enough with `rest`. */
  require(group: Group, rest: number): void {
    if (this.ids.length === 0) return
    const matches = new Uint8Array(this.ids.length)
    for (const word of group) this.match(word, matches)
    this.keep(this.least - rest, matches)
  }

  /** Keeps those that may have so much. @param matches 1 for those that may stay; all by default. */
  keep(least: number, matches?: Uint8Array): void {
    const { sums } = this
    const places = placesOf(
      sums,
      (place) => sums[place]! >= least && (!matches || matches[place] === 1),
    )
    if (places.length === this.ids.length) return
    this.ids = picked(this.ids, places)
    this.sums = pick(this.sums, places)
    this.odds = new Map([...this.odds].map(([each, values]) => [each, pick(values, places)]))
  }

  /** Adds up what a word says, and marks the places that match it. */
  private match(asked: AskedWord, matches: Uint8Array): void {
    const { ids, sums } = this
    const { word, role, bonus } = asked
    const odds = oddsOf(asked, ids)
    this.odds = new Map([...this.odds, [asked, odds]])
    const besides = new Float64Array(ids.length)
    word.context.addTo(besides, ids, ids.length)
    const { idf } = word
    for (let i = 0; i < ids.length; i++) {
      const x = odds[i]! + besides[i]!
      sums[i]! += (idf * x) / (1 + x) + bonus
      if (odds[i]! > 0 || (!role.required && x > 0)) matches[i] = 1
    }
  }
}

/** Everything that a word matches. */
function passagesOf({ lists, word, role }: AskedWord): Uint32Array {
  const inText = lists.map(({ list }) => list.readAll().passages)
  const beside = role.required ? new Uint32Array() : word.context.ascending
  return merge(inText.reduce(merge, new Uint32Array()), beside)
}
