import { isCognate } from '../translation/cognates.js'
import type { TranslatedLanguage, Translation } from '../translation/lexicon.js'
import type { Vocabulary } from './vocabulary.js'

/** Words of the collection that are looked at as cognates: so many edits away, and so many of them. */
const MOST_EDITS = 2
/** Shorter ones may differ in one letter only. */
const LONG = 8
const MOST_COGNATES = 3

/** The words of a collection that may be the same word in the other language, the most alike first. */
export async function cognatesOf(
  term: string,
  language: TranslatedLanguage,
  vocabulary: Vocabulary,
): Promise<Translation[]> {
  const similar = await vocabulary.similar(language, term, term.length < LONG ? 1 : MOST_EDITS)
  return similar
    .map((word) => ({ term: word.term, probability: isCognate(term, word.term) }))
    .filter(({ probability }) => probability > 0)
    .sort((a, b) => b.probability - a.probability)
    .slice(0, MOST_COGNATES)
}
