import type { DocumentWords } from '../../alignment/document-pairs.js'
import { type AlignablePassage, EvidenceReader } from '../../alignment/evidence.js'
import { joinWordKeys } from '../../alignment/word-keys.js'
import type { SignedPassages } from '../../duplicates/compared.js'
import { StoredSignatures } from '../../duplicates/stored-signatures.js'
import type { DocumentWordFile } from '../../store/document-words.js'
import type { SignatureFile } from '../../store/signature-file.js'
import type { RelatableCollection, RelatableDocument, RelatablePassages } from './relations.js'

/** Documents that were analyzed together, and what is kept to relate them to others. */
export interface RelatedSegment {
  signatures: SignatureFile
  words: DocumentWordFile
}

/** Where a document is: its segment and its number there, and those of its passages. */
export interface DocumentPlace {
  segment: number
  document: number
  firstPassage: number
  passageCount: number
}

/** Documents of several segments as one collection. */
export interface JoinedDocuments {
  /** In the order of their paths, and where each of them is. */
  documents: readonly RelatableDocument[]
  places: readonly DocumentPlace[]
  segments: readonly RelatedSegment[]
  /** By their numbers in the order of the documents; read again where documents are compared. */
  passages: Omit<RelatablePassages, 'passage'> & { passage(number: number): AlignablePassage }
}

/** Makes one collection of the documents of several segments, to be related to each other without analyzing them again. */
export function joinedCollection(joined: JoinedDocuments): RelatableCollection {
  const { documents, places, segments, passages } = joined
  const reader = new EvidenceReader()
  const passageCount = places.reduce((sum, place) => sum + place.passageCount, 0)
  return {
    documents,
    passages,
    duplicates: new StoredSignatures(passageCount, (some) =>
      signedPassages(segments, some ? some.map((document) => places[document]!) : places),
    ),
    words: joinedWords(segments, places),
    evidence: {
      of: (passage) => reader.evidenceOf(passages.passage(passage)),
      languageOf: (passage) => passages.languageOf(passage),
    },
  }
}

/** The signatures of documents, one after the other, each stretch valid until the next. */
export function* signedPassages(
  segments: readonly Pick<RelatedSegment, 'signatures'>[],
  places: readonly DocumentPlace[],
): Generator<SignedPassages> {
  for (let i = 0; i < places.length; ) {
    const { segment, firstPassage } = places[i]!
    let end = firstPassage
    // Documents that lie side by side are read together.
    for (; places[i]?.segment === segment && places[i]!.firstPassage === end; i++)
      end += places[i]!.passageCount
    yield* segments[segment]!.signatures.signedPassages(firstPassage, end)
  }
}

/** A word of two segments has two numbers: that does no harm, for words are compared by their keys. */
function joinedWords(
  segments: readonly RelatedSegment[],
  places: readonly DocumentPlace[],
): DocumentWords {
  let size = 0
  const bases = segments.map(({ words }) => {
    size += words.keys.terms.length
    return size - words.keys.terms.length
  })
  const numbers = segments.map((_, segment) => documentNumbers(places, segment))
  return {
    keys: joinWordKeys(segments.map(({ words }) => words.keys)),
    wordsOf(document, among) {
      const { segment, document: number } = places[document]!
      return [segments[segment]!.words.wordsOf(number, bases[segment], among)]
    },
    eachDocument(word, visit) {
      const segment = bases.findLastIndex((base) => base <= word)
      const today = numbers[segment]!
      segments[segment]!.words.eachDocument(word - bases[segment]!, (number) => {
        const document = today[number] ?? GONE
        return document !== GONE && visit(document)
      })
    },
  }
}

const GONE = -1

/** By number of a document in a segment, its number among all; missing where it is gone. */
function documentNumbers(places: readonly DocumentPlace[], wanted: number): Int32Array {
  let most = -1
  for (const { segment, document } of places)
    if (segment === wanted) most = Math.max(most, document)
  const numbers = new Int32Array(most + 1).fill(GONE)
  for (let number = 0; number < places.length; number++)
    if (places[number]!.segment === wanted) numbers[places[number]!.document] = number
  return numbers
}
