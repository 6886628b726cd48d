import type { Budget } from '../../../search/budget.js'
import { placesOf } from '../select.js'
import type { AskedWord } from './asked-word.js'
import { concatenated, merge, pick, picked } from './candidates.js'
import { oddsOf } from './scored.js'

/** Passages that match several words, ascending, and what their texts say of each of these. */
export interface Conjunction {
  ids: Uint32Array
  odds: ReadonlyMap<AskedWord, Float64Array>
}

/**
 * The passages of one language that match all of some words. The word with the fewest passages is gone through; of the lists of the
 * others, only blocks that have some of what is left are read.
 *
 * @param words At least one.
 */
export function matchAll(words: readonly AskedWord[], budget?: Budget): Conjunction {
  const [rarest, ...others] = [...words].sort((a, b) => a.size - b.size) as [
    AskedWord,
    ...AskedWord[],
  ]
  const work = words.length * rarest.size
  if (budget && !budget.allows(work)) return { ids: new Uint32Array(), odds: new Map() }
  let ids = passagesOf(rarest)
  let odds = new Map([[rarest, oddsOf(rarest, ids)]])
  for (const word of others) {
    odds.set(word, oddsOf(word, ids))
    const places = matching(word, odds.get(word)!, ids)
    if (places.length === ids.length) continue
    ids = picked(ids, places)
    odds = new Map([...odds].map(([each, values]) => [each, pick(values, places)]))
  }
  return { ids, odds }
}

/** Everything that a word matches. */
function passagesOf({ lists, word, role }: AskedWord): Uint32Array {
  const inText = lists.map(({ list }) => list.readAll().passages)
  const beside = role.required ? [] : word.context.passages
  // There may be thousands of short lists.
  return merge(inText.reduce(merge, new Uint32Array()), concatenated(beside).sort())
}

function matching({ word, role }: AskedWord, odds: Float64Array, ids: Uint32Array): Uint32Array {
  const { context } = word
  return role.required || context.isEmpty
    ? placesOf(ids, (place) => odds[place]! > 0)
    : placesOf(ids, (place) => odds[place]! > 0 || context.of(ids[place]!) > 0)
}
