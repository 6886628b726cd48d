import { type AskedDocument, withOthers } from './asked-documents.js'
import { ChangedSums } from './changed-sums.js'
import { type ChangedDocuments, ChangedWords } from './changed-words.js'
import { DocumentsByWord, type IndexedWords } from './documents-by-word.js'
import type { KnownNearest } from './nearest-documents.js'
import { keysOfDocument } from './word-keys.js'
import { WordWeights } from './word-weights.js'

/** Where more documents than this were changed, have gone or have come, all ask again. */
const MANY = 16
/** A document that has come is taken for one that has gone and was changed, where they have this share of the keys of the larger one in common. */
const ALIKE = 1 / 2

/**
 * What the words of English documents say today for the German ones, by document, as far as that can be told from what they said before.
 *
 * @param german Documents of today.
 */
export function askedBefore(
  german: readonly number[],
  words: IndexedWords,
  known: KnownNearest,
): Map<number, AskedDocument> {
  const weights = new WordWeights(german.length)
  if (!weights.equals(new WordWeights(known.german.length))) return new Map()
  const placeOf = new Map(german.map((document, place) => [document, place]))
  const places = known.german.map(({ document }) => placeOf.get(document) ?? -1)
  const still = new Set(places)
  const gone = known.german.flatMap((_, old) => (places[old] === -1 ? [old] : []))
  const come = [...german.keys()].filter((place) => !still.has(place))
  if (Math.max(gone.length, come.length) > MANY) return new Map()
  if (gone.length + come.length === 0)
    return new Map(known.english.map(({ document, asked }) => [document, asked]))
  const changes = compareDocuments(
    new Map(gone.map((old) => [old, new Set(known.german[old]!.keys())])),
    new Map(
      come.map((place) => [
        place,
        new Set(keysOfDocument(words.keys, words.wordsOf(german[place]!))),
      ]),
    ),
  )
  if (changes.gone.length + changes.come.size + changes.changed.length > MANY) return new Map()
  for (const { old, place } of changes.changed) places[old] = place
  const changed = new ChangedWords(new DocumentsByWord(german, words), weights, changes)
  const about = {
    gone: changes.gone.length,
    come: [...changes.come.keys()],
    german: german.length,
  }
  const english = known.english.map(({ document }) => document)
  const sums = new ChangedSums(english, words, changed, about)
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

/**
 * Which of the documents that have come are others that were changed. That is a guess, on which only depends how much has to be looked at.
 *
 * @param gone Keys of words by old place, and by place of today.
 */
function compareDocuments(
  gone: ReadonlyMap<number, ReadonlySet<number>>,
  come: ReadonlyMap<number, ReadonlySet<number>>,
): ChangedDocuments & { changed: { old: number }[] } {
  const left = new Map(come)
  const changed: (ChangedDocuments['changed'][number] & { old: number })[] = []
  for (const [old, before] of gone) {
    const place = mostAlike(before, left)
    if (place === undefined) continue
    changed.push({ old, place, before, now: left.get(place)! })
    left.delete(place)
  }
  const isChanged = new Set(changed.map(({ old }) => old))
  const lost = [...gone].filter(([old]) => !isChanged.has(old))
  return { gone: lost.map(([, keys]) => keys), come: left, changed }
}

/** The place of the document with most keys in common, if they are enough. */
function mostAlike(
  before: ReadonlySet<number>,
  documents: ReadonlyMap<number, ReadonlySet<number>>,
): number | undefined {
  let best: number | undefined
  let most = 0
  for (const [place, now] of documents) {
    let common = 0
    for (const key of before) if (now.has(key)) common++
    const isAlike = common >= ALIKE * Math.max(before.size, now.size)
    if (!isAlike || common <= most) continue
    best = place
    most = common
  }
  return best
}
