import { LANGUAGES } from '../../language/language.js'
import type { GroupField } from '../../search/engine.js'
import type { PassageStore } from '../../store/passage-store.js'
import type { Scores } from './accumulator.js'
import { AT_A_TIME, type InPieces } from './in-pieces.js'
import { byScore, firstInPieces, placesOf } from './select.js'

/** What passages are grouped by: the number of its group for each, and how many groups there are. */
export interface Grouping {
  /** By passage its place among equals; null where the order is that of the numbers. */
  places: Uint32Array | null
  groupOf: Uint32Array | Uint8Array
  count: number
}

export function groupingBy(by: GroupField, store: PassageStore): Grouping {
  const { places } = store
  return by === 'document'
    ? { places, groupOf: store.documentOf, count: store.documentCount }
    : { places, groupOf: store.language, count: LANGUAGES.length }
}

/** Hits by their groups. */
export class Grouped {
  /** By group: the place of its best hit, and how many hits it has. */
  private readonly best: Uint32Array
  private readonly sizes: Uint32Array

  constructor(
    private readonly hits: Scores,
    private readonly grouping: Grouping,
  ) {
    this.best = new Uint32Array(grouping.count)
    this.sizes = new Uint32Array(grouping.count)
  }

  /** The place of each group's best hit. */
  *leaders(): InPieces<Uint32Array> {
    const { length } = this.hits.ids
    for (let from = 0; from < length; from += AT_A_TIME)
      yield this.lookAt(from, Math.min(length, from + AT_A_TIME))
    const found = placesOf(this.sizes, (group) => this.sizes[group]! > 0)
    return found.map((group) => this.best[group]!)
  }

  /** How many hits are in the group of one. */
  sizeOf(place: number): number {
    return this.sizes[this.groupOf(place)]!
  }

  /** By the place of each of some leaders, the next best hits of its group. */
  *nextBest(leaders: readonly number[], most: number): InPieces<Map<number, number[]>> {
    const others = new Map<number, number[]>(leaders.map((place) => [this.groupOf(place), []]))
    const { length } = this.hits.ids
    const shown = new Uint8Array(this.grouping.count)
    for (const group of others.keys()) shown[group] = 1
    for (let from = 0; from < length && most > 0; from += AT_A_TIME)
      yield this.addOthers(others, shown, from, Math.min(length, from + AT_A_TIME))
    const before = byScore(this.hits, this.grouping.places)
    const next = new Map<number, number[]>()
    for (const leader of leaders) {
      const places = others.get(this.groupOf(leader))!.filter((place) => place !== leader)
      next.set(leader, yield* firstInPieces(Uint32Array.from(places), most, before))
    }
    return next
  }

  /** Of the hits from a place to before another. */
  private lookAt(from: number, to: number): void {
    const { best, sizes, hits, grouping } = this
    const { ids } = hits
    const { groupOf } = grouping
    const before = byScore(hits, grouping.places)
    for (let place = from; place < to; place++) {
      const group = groupOf[ids[place]!]!
      const leader = best[group]!
      const isFirst = sizes[group]!++ === 0
      if (isFirst || before(place, leader)) best[group] = place
    }
  }

  private addOthers(
    others: Map<number, number[]>,
    shown: Uint8Array,
    from: number,
    to: number,
  ): void {
    const { ids } = this.hits
    const { groupOf } = this.grouping
    for (let place = from; place < to; place++) {
      const group = groupOf[ids[place]!]!
      if (shown[group] === 1) others.get(group)!.push(place)
    }
  }

  private groupOf(place: number): number {
    return this.grouping.groupOf[this.hits.ids[place]!]!
  }
}
