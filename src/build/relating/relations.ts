import type {
  AlignableCollection,
  CollectionLink,
  CompareDocuments,
} from '../../alignment/collection.js'
import type { VersionedDocument } from '../../alignment/versions.js'
import type { Problem } from '../../corpus/problem.js'
import type { WordLists } from '../../corpus/read.js'
import type { Comparison, KnownPassages } from '../../duplicates/compared.js'
import type { PassageSource } from '../../duplicates/copies.js'
import { describeDuplicates } from '../../duplicates/duplicate-finder.js'
import type { Originals } from '../../duplicates/originals.js'
import type { Language } from '../../language/language.js'
import type { LearnedPair } from '../../learning/learned-pair.js'
import type { KeptRelations } from '../../store/relation-file.js'
import type { TranslationLexicon } from '../../translation/lexicon.js'
import { lexiconIdentity } from '../lexicon-identity.js'
import { ALIGNMENT_VERSION, alignVersions } from './alignment.js'
import { type EarlierRelations, SameDocuments } from './kept-relations.js'
import { learnFrom } from './learning.js'
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
  duplicates: { compare(source: PassageSource, known?: KnownPassages): Comparison }
}

/** By what documents are related. */
export interface RelationSettings {
  lexicon: TranslationLexicon | null
  /** The decisions of somebody are among them. */
  lists: WordLists
  /** What is wrong is added to these. */
  problems: Problem[]
  /** Compares documents; here by default. */
  compare?: CompareDocuments | undefined
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
 * @throws RangeError if that was kept by other rules: see {@link canRelateAgain}.
 */
export async function relate(
  collection: RelatableCollection,
  { lexicon, lists, problems, compare }: RelationSettings,
  earlier?: EarlierRelations,
): Promise<Relations> {
  if (earlier && !canRelateAgain(earlier.kept, lexicon))
    throw new RangeError('What relates these documents was found by other rules or another lexicon')
  const { documents, passages, duplicates } = collection
  const same = earlier && new SameDocuments(earlier, documents)
  const { originals, compared } = duplicates.compare(shinglesAgain(passages), same?.knownPassages())
  const { links, found } = await alignVersions(
    collection,
    lexicon,
    { lists, problems },
    { known: same?.knownDocuments(), compare },
  )
  const learned = learnFrom(links, collection, lexicon, earlier?.kept.learned)
  return {
    originals,
    links,
    learned: [...learned.pairs],
    kept: {
      rules: relationRules(lexicon),
      documents: documents.map(({ identity, passageCount }) => ({ identity, passageCount })),
      comparedPassages: compared,
      found,
      learned,
    },
  }
}

/**
 * True where documents can be related by what was kept: it was found by these rules, with this lexicon. Words of documents are kept with their
 * translations, so that with another lexicon all have to be analyzed again; and so they have with one that cannot be told from others.
 */
export function canRelateAgain(
  { rules }: Pick<KeptRelations, 'rules'>,
  lexicon: TranslationLexicon | null,
): boolean {
  return lexiconIdentity(lexicon) !== 'unknown' && rules === relationRules(lexicon)
}

function relationRules(lexicon: TranslationLexicon | null): string {
  return `${describeDuplicates()} alignment ${ALIGNMENT_VERSION} ${lexiconIdentity(lexicon)}`
}
