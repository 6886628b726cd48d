import { LANGUAGES } from '../../language/language.js'
import type { GroupField } from '../../search/engine.js'
import type { PassageStore } from '../../store/passage-store.js'
import type { Scores } from './accumulator.js'
import { byScore, placesOf, selectFirst } from './select.js'

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
    ? { places, groupOf: store.documentOf, count: store.documents.length }
    : { places, groupOf: store.language, count: LANGUAGES.length }
}

/** Hits by their groups. */
export interface Groups {
  /** The place of each group's best hit. */
  leaders: Uint32Array
  /** By group: how many hits it has. */
  sizes: Uint32Array
}

export function grouped(hits: Scores, { groupOf, count, places }: Grouping): Groups {
  const before = byScore(hits, places)
  const best = new Uint32Array(count)
  const sizes = new Uint32Array(count)
  for (let place = 0; place < hits.ids.length; place++) {
    const group = groupOf[hits.ids[place]!]!
    if (sizes[group]!++ === 0 || before(place, best[group]!)) best[group] = place
  }
  const found = placesOf(sizes, (group) => sizes[group]! > 0)
  return { leaders: found.map((group) => best[group]!), sizes }
}

/** After each of some leaders, the next best hits of its group, by group. */
export function nextBest(
  hits: Scores,
  leaders: readonly number[],
  most: number,
  { groupOf, count, places: order }: Grouping,
): Map<number, number[]> {
  const others = new Map<number, number[]>()
  const shown = new Uint8Array(count)
  for (const place of leaders) {
    const group = groupOf[hits.ids[place]!]!
    others.set(group, [])
    shown[group] = 1
  }
  const leading = new Set(leaders)
  for (let place = 0; place < hits.ids.length && most > 0; place++) {
    const group = groupOf[hits.ids[place]!]!
    if (shown[group] === 1 && !leading.has(place)) others.get(group)!.push(place)
  }
  const before = byScore(hits, order)
  for (const [group, places] of others)
    others.set(group, selectFirst(Uint32Array.from(places), most, before))
  return others
}
