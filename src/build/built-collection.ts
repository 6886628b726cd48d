import type { DocumentWords } from '../alignment/document-pairs.js'
import type { ByteSink } from '../store/bytes.js'
import { writeDocumentWords } from '../store/document-words.js'
import { writeSignatures } from '../store/signature-file.js'
import type { CollectionBuilder } from './collection-builder.js'
import type { RelatableCollection } from './relations.js'

/** What a collection has in memory once it is built. */
type Built = Pick<CollectionBuilder, 'store' | 'evidence' | 'duplicates'>

/**
 * A collection that has just been built, to be related.
 *
 * @param identityOf What tells a document, by its path, from all others.
 */
export function builtCollection(
  built: Built,
  identityOf: (path: string) => string,
): RelatableCollection {
  const { store, evidence, duplicates } = built
  const documents = store.documents.map(({ id, versionOf, path, passageCount }) => {
    const version = versionOf === undefined ? {} : { versionOf }
    return { id, ...version, path, passageCount, identity: identityOf(path) }
  })
  return { documents, passages: store, duplicates, evidence, words: wordsOf(built) }
}

/** Writes what is kept of a built collection to relate its documents to others at another time. */
export function writeSegment(built: Built, sinks: { signatures: ByteSink; words: ByteSink }): void {
  const { store, evidence, duplicates } = built
  writeSignatures(duplicates.pieces(), sinks.signatures)
  const words = {
    wordCount: evidence.wordCount,
    wordOf: (number: number) => evidence.wordOf(number),
    documentCount: store.documents.length,
    wordsOf: wordsOf(built).wordsOf,
  }
  writeDocumentWords(words, sinks.words)
}

function wordsOf({ store, evidence }: Pick<Built, 'store' | 'evidence'>): DocumentWords {
  return {
    size: evidence.wordCount,
    at: (word) => evidence.wordAt(word),
    *wordsOf(document) {
      const { firstPassage, passageCount } = store.documents[document]!
      for (let i = 0; i < passageCount; i++) yield evidence.wordsOf(firstPassage + i)
    },
  }
}
