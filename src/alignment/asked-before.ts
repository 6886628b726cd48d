import { type AskedDocument, withOthers } from './asked-documents.js'
import { ChangedSums } from './changed-sums.js'
import { ChangedWords } from './changed-words.js'
import type { DocumentWords } from './document-pairs.js'
import type { KnownNearest } from './nearest-documents.js'
import { keysOfDocument } from './word-keys.js'
import { WordWeights } from './word-weights.js'

/** Where more documents than this have gone or have come, all ask again. */
const MANY = 16

/**
 * What the words of English documents say today for the German ones, by document, as far as that can be told from what they said before.
 *
 * @param german Documents of today.
 */
export function askedBefore(
  german: readonly number[],
  words: DocumentWords,
  known: KnownNearest,
): Map<number, AskedDocument> {
  const weights = new WordWeights(german.length)
  if (!weights.equals(new WordWeights(known.german.length))) return new Map()
  const placeOf = new Map(german.map((document, place) => [document, place]))
  const places = known.german.map(({ document }) => placeOf.get(document) ?? -1)
  const still = new Set(places)
  const gone = known.german.filter((_, place) => places[place] === -1)
  const come = [...german.keys()].filter((place) => !still.has(place))
  const count = gone.length + come.length
  if (count > MANY) return new Map()
  if (count === 0) return new Map(known.english.map(({ document, asked }) => [document, asked]))
  const ofCome = come.map((place): [number, Set<number>] => {
    return [place, new Set(keysOfDocument(words.keys, words.wordsOf(german[place]!)))]
  })
  const ofGone = gone.map((each) => new Set(each.keys()))
  const changed = new ChangedWords(german, words, weights, {
    gone: ofGone,
    come: new Map(ofCome),
  })
  const sums = new ChangedSums(words, changed, { gone: gone.length, come, german: german.length })
  const today = new Map<number, AskedDocument>()
  for (const { document, asked } of known.english) {
    const others = sums.of(document)
    if (others)
      today.set(
        document,
        withOthers(asked, (place) => places[place]!, others),
      )
  }
  return today
}
