import { LANGUAGES } from '../../language/language.js'
import type { Explanation } from '../../search/engine.js'
import type { NearNode, TermsNode } from '../../search/plan.js'
import { pick, picked } from './best/passage-sets.js'
import { type Clause, ListClause } from './clause.js'
import type { InPieces } from './in-pieces.js'
import { intersection } from './joined-clauses.js'
import type { LanguageIndex } from './language-index.js'
import type { EngineParts } from './parts.js'
import { PASSAGES_AT_A_TIME, Positions } from './positions.js'
import { placesOf } from './select.js'
import { WordClause } from './terms.js'

/** Words of a phrase may be so far apart in the other language, besides a place for each of them. */
const SLACK = 6

/**
 * Words near each other as a clause. Words that are only parts of compounds have no positions of their own; what is
 * inside one word is near enough.
 */
export function* nearClause(node: NearNode, parts: EngineParts): InPieces<Clause> {
  const words = node.nodes.map((word) => new WordClause(word, parts))
  const name = `“${node.word}” as words near each other`
  const both = yield* intersection(name, words, undefined, parts.ownSums ?? parts.sums)
  yield
  const { ids, scores } = both.all
  const near = new Uint8Array(ids.length)
  const positions = node.nodes.map(() => new Positions())
  for (const index of parts.indexes) {
    const language = LANGUAGES.indexOf(index.language)
    const places = placesOf(ids, (place) => parts.store.language[ids[place]!] === language)
    const forms = node.nodes.map((word) => formsOf(word, index))
    for (let start = 0; start < places.length; start += PASSAGES_AT_A_TIME) {
      const some = places.subarray(start, start + PASSAGES_AT_A_TIME)
      for (const [i, own] of forms.entries()) positions[i]!.read(picked(ids, some), own)
      for (let i = 0; i < some.length; i++) if (isNear(i, positions)) near[some[i]!] = 1
      yield
    }
  }
  const places = placesOf(near, (place) => near[place] === 1)
  const found = picked(ids, places)
  // As much as one word, for the phrase itself is worth more.
  const share = 1 / words.length
  return new ListClause({
    bound: both.bound * share,
    ids: found,
    scores: pick(scores, places).map((score) => share * score),
    explain: (id) => (found.includes(id) ? scaled(both.explain(id)!, share) : undefined),
  })
}

function scaled({ description, value, parts }: Explanation, share: number): Explanation {
  return { description, value: share * value, parts: parts.map((part) => scaled(part, share)) }
}

function formsOf({ alternatives }: TermsNode, { language, textField }: LanguageIndex) {
  const own = alternatives.filter((alternative) => alternative.language === language)
  const terms = new Set(own.map(({ term }) => term))
  return [...terms].flatMap((term) =>
    textField.formsOf(term).map((form) => textField.occurrences(form)),
  )
}

/** True if a window of a passage holds an occurrence of every word that has positions there. */
function isNear(place: number, words: readonly Positions[]): boolean {
  const placed = words.filter(({ starts }) => starts[place]! < starts[place + 1]!)
  if (placed.length < 2) return true
  const reach = words.length + SLACK
  const { starts, positions } = placed[0]!
  for (let i = starts[place]!; i < starts[place + 1]!; i++)
    if (placed.every((word) => isWithin(reach, positions[i]!, place, word))) return true
  return false
}

function isWithin(reach: number, of: number, place: number, { starts, positions }: Positions) {
  for (let i = starts[place]!; i < starts[place + 1]!; i++)
    if (Math.abs(positions[i]! - of) <= reach) return true
  return false
}
