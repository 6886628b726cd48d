import type { KnownDocuments } from '../../alignment/collection.js'
import { keysOfDocument } from '../../alignment/word-keys.js'
import { type ComparedPassages, type KnownPassages, NOWHERE } from '../../duplicates/compared.js'
import type { KeptDocument, KeptRelations } from '../../store/relation-file.js'
import { type DocumentPlace, type RelatedSegment, signedPassages } from './joined-documents.js'

/** What relates the documents of an index that was built before, and where its documents are, in the same order. */
export interface EarlierRelations {
  kept: KeptRelations
  places: readonly DocumentPlace[]
  segments: readonly RelatedSegment[]
}

/** Which documents of a collection are the same as before, and what was kept of them, by the numbers of today. */
export class SameDocuments {
  /** By old number, the new one; -1 for what has gone. */
  private readonly documents: Int32Array
  private readonly passages: Int32Array
  /** Documents that were not there before, ascending. */
  private readonly added: readonly number[]

  /** @param today In the order of their paths, as those of before. */
  constructor(
    private readonly earlier: EarlierRelations,
    today: readonly KeptDocument[],
  ) {
    const before = earlier.kept.documents
    if (earlier.places.length !== before.length)
      throw new RangeError(
        `${before.length} documents were kept, but ${earlier.places.length} places are given`,
      )
    this.documents = sameDocuments(before, today)
    const oldStarts = firstPassages(before)
    const starts = firstPassages(today)
    this.passages = new Int32Array(oldStarts.at(-1)!).fill(-1)
    const known = new Set(this.documents)
    this.added = [...today.keys()].filter((document) => !known.has(document))
    for (let old = 0; old < before.length; old++) {
      const document = this.documents[old]!
      if (document < 0) continue
      const [from, to] = [oldStarts[old]!, starts[document]!]
      for (let i = 0; i < before[old]!.passageCount; i++) this.passages[from + i] = to + i
    }
  }

  knownPassages(): KnownPassages {
    return {
      compared: this.comparedPassages(),
      added: this.added,
      gone: this.goneSignatures(),
    }
  }

  knownDocuments(): KnownDocuments {
    const { compared, nearest } = this.earlier.kept.found
    const { documents } = this
    return {
      compared: compared.flatMap((each) => {
        const [left, right] = [documents[each.left]!, documents[each.right]!]
        return left < 0 || right < 0 ? [] : [{ ...each, left, right }]
      }),
      nearest: {
        german: nearest.german.map((old) => {
          return { document: documents[old]!, keys: () => this.keysOf(old) }
        }),
        english: nearest.english.flatMap((each) => {
          const document = documents[each.document]!
          return document < 0 ? [] : [{ document, asked: each.asked }]
        }),
      },
    }
  }

  private keysOf(old: number): Iterable<number> {
    const { places, segments } = this.earlier
    const { segment, document } = places[old]!
    const { words } = segments[segment]!
    return keysOfDocument(words.keys, [words.wordsOf(document)])
  }

  private comparedPassages(): ComparedPassages {
    const { numbers, nearest, first, count } = this.earlier.kept.comparedPassages
    const places = [...numbers.keys()].filter((place) => this.passages[numbers[place]!]! >= 0)
    const today = (old: number) => {
      const passage = this.passages[old]!
      return passage < 0 ? NOWHERE : passage
    }
    return {
      numbers: Uint32Array.from(places, (place) => today(numbers[place]!)),
      nearest: Uint32Array.from(places, (place) => today(nearest[place]!)),
      first: Uint32Array.from(places, (place) => (count[place] === 0 ? 0 : today(first[place]!))),
      count: Uint8Array.from(places, (place) => count[place]!),
    }
  }

  private *goneSignatures(): Generator<Uint8Array> {
    const { places, segments } = this.earlier
    const gone = places.filter((_, document) => this.documents[document]! < 0)
    for (const { signatures } of signedPassages(segments, gone)) yield signatures
  }
}

/** By the number of an old document, that of today; -1 for what has gone, or no longer stands in the same order. */
function sameDocuments(before: readonly KeptDocument[], today: readonly KeptDocument[]) {
  const numbers = new Map(today.map(({ identity }, number) => [identity, number]))
  let last = -1
  return Int32Array.from(before, ({ identity, passageCount }) => {
    const number = numbers.get(identity)
    if (number === undefined || number <= last) return -1
    if (today[number]!.passageCount !== passageCount) return -1
    last = number
    return number
  })
}

/** The number of each document's first passage, and one past the last passage of all. */
function firstPassages(documents: readonly KeptDocument[]): Uint32Array {
  const starts = new Uint32Array(documents.length + 1)
  for (let number = 0; number < documents.length; number++)
    starts[number + 1] = starts[number]! + documents[number]!.passageCount
  return starts
}
