import {
  alignCollection,
  type CollectionAlignment,
  type CollectionOptions,
} from '../../alignment/collection.js'
import { NO_DECISIONS, type SettledDecisions, settleDecisions } from '../../alignment/decisions.js'
import { readAlignment } from '../../alignment/read.js'
import type { Problem } from '../../corpus/problem.js'
import type { WordLists } from '../../corpus/read.js'
import type { TranslationLexicon } from '../../translation/lexicon.js'
import type { RelatableCollection, RelatablePassages } from './relations.js'

/**
 * Raise this with every change of how passages are aligned, of what is learned from them, and of what is kept for the next time: an index that was aligned otherwise is
 * still searched, but `npm start` makes it anew. The lexicon names itself.
 */
export const ALIGNMENT_VERSION = 4

/** With this, names, numbers and cognates have to do. */
export const NO_LEXICON: TranslationLexicon = { translations: () => [] }

/**
 * Links the passages of all versions; what is wrong with `alignment.yaml`, one of the lists, is added to the problems.
 *
 * @param options What was found about documents before, and who compares them, as `alignCollection` takes it.
 */
export async function alignVersions(
  collection: Pick<RelatableCollection, 'documents' | 'passages' | 'words' | 'evidence'>,
  lexicon: TranslationLexicon | null,
  { lists, problems }: { lists: WordLists; problems: Problem[] },
  options: Omit<CollectionOptions, 'decisions'> = {},
): Promise<CollectionAlignment> {
  const { passages, words, evidence } = collection
  const decisions = readDecisions(passages, lists, problems)
  let first = 0
  const documents = collection.documents.map((document) => {
    const start = first
    first += document.passageCount
    return { id: document.id, versionOf: document.versionOf, first: start, end: first }
  })
  const alignable = { documents, words, evidence }
  const settings = { ...options, decisions }
  const alignment = await alignCollection(alignable, lexicon ?? NO_LEXICON, settings)
  for (const [a, b] of alignment.tooLong) {
    const message = `The document is not aligned with ${documents[a]!.id}: together they are too long; divide both into parts.`
    problems.push({ path: collection.documents[b]!.path, code: 'alignment', message })
  }
  return alignment
}

function readDecisions(
  passages: Pick<RelatablePassages, 'passageNumber' | 'documentOf'>,
  { alignment: file }: WordLists,
  problems: Problem[],
): SettledDecisions {
  const read = file ? readAlignment(file.text) : { decisions: NO_DECISIONS, faults: [] }
  const settled = settleDecisions(
    read.decisions,
    (id) => passages.passageNumber(id),
    (passage) => passages.documentOf(passage),
  )
  const faults = [...read.faults, ...settled.faults].sort((a, b) => a.line - b.line)
  for (const fault of faults) problems.push({ path: file!.path, code: 'alignment', ...fault })
  return settled.decisions
}
