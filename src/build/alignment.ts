import { alignCollection, type CollectionLink } from '../alignment/collection.js'
import { NO_DECISIONS, type SettledDecisions, settleDecisions } from '../alignment/decisions.js'
import { readAlignment } from '../alignment/read.js'
import type { Problem } from '../corpus/problem.js'
import type { WordLists } from '../corpus/read.js'
import type { PassageStoreWriter } from '../store/passage-store-writer.js'
import type { TranslationLexicon } from '../translation/lexicon.js'
import type { CollectionBuilder } from './collection-builder.js'

/**
 * Raise this with every change of how passages are aligned and of what is learned from them: an index that was aligned otherwise is
 * still searched, but `npm start` makes it anew. The lexicon names itself.
 */
export const ALIGNMENT_VERSION = 2

/** With this, names, numbers and cognates have to do. */
const NO_LEXICON: TranslationLexicon = { translations: () => [] }

/** Links the passages of all versions; what is wrong with `alignment.yaml` is added to the problems. */
export function alignVersions(
  { store, evidence }: Pick<CollectionBuilder, 'store' | 'evidence'>,
  lexicon: TranslationLexicon | null,
  lists: WordLists,
  problems: Problem[],
): CollectionLink[] {
  const decisions = readDecisions(store, lists, problems)
  const { documents } = store
  const collection = {
    documents: documents.map(({ firstPassage: first, passageCount, ...document }) => {
      return { ...document, first, end: first + passageCount }
    }),
    evidence,
  }
  const { links, tooLong } = alignCollection(collection, lexicon ?? NO_LEXICON, decisions)
  for (const [a, b] of tooLong) {
    const message = `The document is not aligned with ${documents[a]!.id}: together they are too long; divide both into parts.`
    problems.push({ path: documents[b]!.path, code: 'alignment', message })
  }
  return links
}

function readDecisions(
  store: PassageStoreWriter,
  { alignment: file }: WordLists,
  problems: Problem[],
): SettledDecisions {
  const read = file ? readAlignment(file.text) : { decisions: NO_DECISIONS, faults: [] }
  const settled = settleDecisions(
    read.decisions,
    (id) => store.passageNumber(id),
    (passage) => store.documentOf(passage),
  )
  const faults = [...read.faults, ...settled.faults].sort((a, b) => a.line - b.line)
  for (const fault of faults) problems.push({ path: file!.path, code: 'alignment', ...fault })
  return settled.decisions
}
