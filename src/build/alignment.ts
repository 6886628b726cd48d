import { alignCollection, type CollectionLink } from '../alignment/collection.js'
import { NO_DECISIONS, type SettledDecisions, settleDecisions } from '../alignment/decisions.js'
import { readAlignment } from '../alignment/read.js'
import type { Problem } from '../corpus/problem.js'
import type { WordLists } from '../corpus/read.js'
import type { PassageStoreWriter } from '../store/passage-store-writer.js'
import type { TranslationLexicon } from '../translation/lexicon.js'
import { shippedLexicon } from './shipped-lexicon.js'

/**
 * Raise this with every change of how passages are aligned and of the lexicon that ships: an index that was aligned otherwise
 * is still searched, but `npm start` makes it anew.
 */
export const ALIGNMENT_VERSION = 1

const NO_LEXICON: TranslationLexicon = { translations: () => [] }

/** The lexicon that ships; where none does, names, numbers and cognates have to do. */
export function alignmentLexicon(): TranslationLexicon {
  try {
    return shippedLexicon()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return NO_LEXICON
    throw error
  }
}

/** Links the passages of all versions; what is wrong with `alignment.yaml` is added to the problems. */
export function alignVersions(
  store: PassageStoreWriter,
  lexicon: TranslationLexicon,
  lists: WordLists,
  problems: Problem[],
): CollectionLink[] {
  const decisions = readDecisions(store, lists, problems)
  const { documents } = store
  const collection = {
    documents: documents.map(({ firstPassage: first, passageCount, ...document }) => {
      return { ...document, first, end: first + passageCount }
    }),
    passage: (number: number) => store.passage(number),
    languageOf: (passage: number) => store.languageOf(passage),
  }
  const { links, tooLong } = alignCollection(collection, lexicon, decisions)
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
