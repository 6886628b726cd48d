import type { AlignableCollection, CollectionLink } from '../alignment/collection.js'
import type { VersionedDocument } from '../alignment/versions.js'
import type { Problem } from '../corpus/problem.js'
import type { WordLists } from '../corpus/read.js'
import { type DuplicateFinder, describeDuplicates } from '../duplicates/duplicate-finder.js'
import type { Originals } from '../duplicates/originals.js'
import type { Language } from '../language/language.js'
import type { LearnedPair } from '../learning/learned-pair.js'
import type { KeptRelations } from '../store/relation-file.js'
import type { TranslationLexicon } from '../translation/lexicon.js'
import { ALIGNMENT_VERSION, alignVersions } from './alignment.js'
import { type EarlierRelations, SameDocuments } from './kept-relations.js'
import { learnFrom } from './learning.js'
import { lexiconIdentity } from './lexicon-identity.js'
import { shinglesAgain } from './shingles-again.js'

/** A document that is to be related to the others of its collection. */
export interface RelatableDocument extends VersionedDocument {
  path: string
  /**
   * Tells it from all others, and from what it was before a change: its path and all that its passages depend on, or a hash
   * of these.
   */
  identity: string
  passageCount: number
}

/** Passages by their numbers in the order of the documents. */
export interface RelatablePassages {
  /** The number of the passage with an id. */
  passageNumber(id: string): number | undefined
  documentOf(passage: number): number
  languageOf(passage: number): Language
  /** Asked only for those that may be near-duplicates. */
  passage(number: number): { text: string; language: Language }
}

/** Documents in the order of their paths, and what is needed to relate them to each other. */
export interface RelatableCollection extends Omit<AlignableCollection, 'documents'> {
  documents: readonly RelatableDocument[]
  passages: RelatablePassages
  /** Has the signatures of all passages. */
  duplicates: DuplicateFinder
}

/** By what documents are related. */
export interface RelationSettings {
  lexicon: TranslationLexicon | null
  /** The decisions of somebody are among them. */
  lists: WordLists
  /** What is wrong is added to these. */
  problems: Problem[]
}

/** What relates the passages of a collection, which have numbers in the order of the documents. */
export interface Relations {
  originals: Originals
  links: CollectionLink[]
  learned: LearnedPair[]
  /** For the next time. */
  kept: KeptRelations
}

/**
 * Relates the documents of a collection to each other: near-duplicates, links between versions, and what these teach.
 *
 * @param earlier What came of it before some documents were changed. The result is the same, but what cannot have changed is
 *   not looked at again.
 */
export function relate(
  collection: RelatableCollection,
  { lexicon, lists, problems }: RelationSettings,
  earlier?: EarlierRelations,
): Relations {
  const { documents, passages, duplicates } = collection
  const rules = { duplicates: describeDuplicates(), alignment: alignmentRules(lexicon) }
  const same = earlier && new SameDocuments(earlier, documents)
  const before = earlier?.kept
  const knowsPassages = before?.rules.duplicates === rules.duplicates
  const knowsDocuments = before?.rules.alignment === rules.alignment && rules.alignment !== ''
  const { originals, compared: comparedPassages } = duplicates.compare(
    shinglesAgain(passages),
    knowsPassages ? same?.knownPassages() : undefined,
  )
  const { links, found } = alignVersions(
    collection,
    lexicon,
    { lists, problems },
    knowsDocuments ? same?.knownDocuments() : undefined,
  )
  const learned = learnFrom(
    links,
    collection,
    lexicon,
    knowsDocuments ? before?.learned : undefined,
  )
  return {
    originals,
    links,
    learned: [...learned.pairs],
    kept: {
      rules,
      documents: documents.map(({ identity, passageCount }) => ({ identity, passageCount })),
      comparedPassages,
      found,
      learned,
    },
  }
}

/** The rules by which passages are aligned; empty where lexicons cannot be told apart. */
function alignmentRules(lexicon: TranslationLexicon | null): string {
  const identity = lexiconIdentity(lexicon)
  return identity === 'unknown' ? '' : `alignment ${ALIGNMENT_VERSION} ${identity}`
}
