import { languageOfDocument } from '../../alignment/collection.js'
import type { DocumentWords } from '../../alignment/document-pairs.js'
import { type WordKeys, wordKeys } from '../../alignment/word-keys.js'
import type { ByteSink } from '../../store/bytes.js'
import { writeDocumentWords } from '../../store/document-words.js'
import { writeSignatures } from '../../store/signature-file.js'
import type { TranslationLexicon } from '../../translation/lexicon.js'
import type { CollectionBuilder } from '../collection-builder.js'
import { NO_LEXICON } from './alignment.js'
import type { RelatableCollection } from './relations.js'

/** What a collection has in memory once it is built. */
type Built = Pick<CollectionBuilder, 'store' | 'evidence' | 'duplicates'>

/** What is related has its signatures in memory. */
type BuiltCollection = RelatableCollection & Pick<Built, 'duplicates'>

/**
 * A collection that has just been built, to be related.
 *
 * @param identityOf What tells a document, by its path, from all others.
 * @param lexicon By which its documents will be aligned.
 */
export function builtCollection(
  built: Built,
  identityOf: (path: string) => string,
  lexicon: TranslationLexicon | null,
): BuiltCollection {
  const { store, evidence, duplicates } = built
  const documents = store.documents.map(({ id, versionOf, path, passageCount }) => {
    const version = versionOf === undefined ? {} : { versionOf }
    return { id, ...version, path, passageCount, identity: identityOf(path) }
  })
  const words = new BuiltWords(built, lexicon ?? NO_LEXICON)
  return { documents, passages: store, duplicates, evidence, words }
}

/** Writes what is kept of a built collection to relate its documents to others at another time. */
export function writeSegment(
  { documents, duplicates, words }: BuiltCollection,
  sinks: { signatures: ByteSink; words: ByteSink },
): void {
  writeSignatures(duplicates.pieces(), sinks.signatures)
  const { keys } = words
  const wordsOf = (document: number) => words.wordsOf(document)
  writeDocumentWords({ keys, documentCount: documents.length, wordsOf }, sinks.words)
}

class BuiltWords implements DocumentWords {
  private known: WordKeys | undefined

  constructor(
    private readonly built: Pick<Built, 'store' | 'evidence'>,
    private readonly lexicon: TranslationLexicon,
  ) {}

  /** Found out when it is needed: that takes its time. */
  get keys(): WordKeys {
    this.known ??= this.findKeys()
    return this.known
  }

  wordsOf(document: number): Uint32Array[] {
    const { store, evidence } = this.built
    const { firstPassage, passageCount } = store.documents[document]!
    return passageCount === 0 ? [] : [evidence.wordsOf(firstPassage, passageCount)]
  }

  /** Of documents in two languages, it is the English ones that look for others. */
  private findKeys(): WordKeys {
    const { store, evidence } = this.built
    const asks = new Uint8Array(evidence.wordCount)
    for (const [document, { firstPassage: first, passageCount }] of store.documents.entries()) {
      const place = { first, end: first + passageCount }
      if (languageOfDocument(place, (passage) => evidence.languageOf(passage)) !== 'en') continue
      for (const list of this.wordsOf(document))
        for (let i = 0; i < list.length; i++) asks[list[i]!] = 1
    }
    const words = { size: evidence.wordCount, at: (word: number) => evidence.spellingOf(word) }
    return wordKeys(words, (word) => asks[word] === 1, this.lexicon, 'en')
  }
}
