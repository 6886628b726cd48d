import type { Explanation } from '../../search/engine.js'
import type { NearNode } from '../../search/plan.js'
import { type Clause, intersection, ListClause } from './clause.js'
import type { InPieces } from './in-pieces.js'
import type { EngineParts } from './parts.js'
import { WordClause } from './terms.js'
import { WordPositions } from './word-positions.js'

/** Words of a phrase may be so far apart in the other language, besides a place for each of them. */
const SLACK = 6

/**
 * Words near each other as a clause. Words that are only parts of compounds have no positions of their own; what is
 * inside one word is near enough.
 */
export function* nearClause(node: NearNode, parts: EngineParts): InPieces<Clause> {
  const words = node.nodes.map((word) => new WordClause(word, parts))
  const name = `“${node.word}” as words near each other`
  const both = yield* intersection(name, words, [], parts.ownSums ?? parts.sums)
  yield
  const passages = both.all.ids.slice().sort()
  const positions = new WordPositions(passages, parts)
  const near = new Set(
    Array.from(passages).filter((id) => isNear(node.nodes.map((word) => positions.of(word, id)))),
  )
  const places = Array.from(both.all.ids.keys()).filter((place) => near.has(both.all.ids[place]!))
  // As much as one word, for the phrase itself is worth more.
  const share = 1 / words.length
  return new ListClause({
    bound: both.bound * share,
    ids: Uint32Array.from(places, (place) => both.all.ids[place]!),
    scores: Float64Array.from(places, (place) => share * both.all.scores[place]!),
    explain: (id) => (near.has(id) ? scaled(both.explain(id)!, share) : undefined),
  })
}

function scaled({ description, value, parts }: Explanation, share: number): Explanation {
  return { description, value: share * value, parts: parts.map((part) => scaled(part, share)) }
}

/** True if a window holds an occurrence of every word that has positions. */
function isNear(words: readonly (readonly number[])[]): boolean {
  const placed = words.filter((positions) => positions.length > 0)
  const reach = words.length + SLACK
  return (
    placed.length < 2 ||
    placed[0]!.some((start) =>
      placed.every((positions) => positions.some((one) => Math.abs(one - start) <= reach)),
    )
  )
}
