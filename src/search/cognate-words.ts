import { wordPrefix } from '../analysis/prefix.js'
import { analyzerFor } from '../analysis/registry.js'
import { isCognate, spellings } from '../translation/cognates.js'
import type { TranslatedLanguage, Translation } from '../translation/lexicon.js'
import type { Vocabulary } from './vocabulary.js'

/** Words of the collection that are looked at as cognates: so many edits away, and so many of them. */
const MOST_EDITS = 2
/** Shorter ones may differ in one letter only. */
const LONG = 8
const MOST_COGNATES = 3
/** Words that are longer by an ending have so many letters in common, and so many of them are looked at. */
const LONG_BEGINNING = 5
const MOST_ENDINGS = 5

/** The words of a collection that may be the same word in the other language, the most alike first. */
export async function cognatesOf(
  term: string,
  language: TranslatedLanguage,
  vocabulary: Vocabulary,
): Promise<Translation[]> {
  const alike = await Promise.all(
    spellings(term, language).map((spelling) => likeSpelling(spelling, language, vocabulary)),
  )
  return [...new Set(alike.flat())]
    .map((word) => ({ term: word, probability: isCognate(term, word) }))
    .filter(({ probability }) => probability > 0)
    .sort((a, b) => b.probability - a.probability)
    .slice(0, MOST_COGNATES)
}

/** The terms of a collection that are spelled so, or nearly so, or with an ending. */
async function likeSpelling(
  spelling: string,
  language: TranslatedLanguage,
  vocabulary: Vocabulary,
): Promise<string[]> {
  const edits = spelling.length < LONG ? 1 : MOST_EDITS
  const beginning = wordPrefix(spelling, analyzerFor(language))
  const [passages, similar, longer] = await Promise.all([
    vocabulary.frequency(language, spelling),
    vocabulary.similar(language, spelling, edits),
    spelling.length < LONG_BEGINNING
      ? []
      : vocabulary.completions(language, beginning, MOST_ENDINGS),
  ])
  const terms = [...similar, ...longer].map(({ term }) => term)
  return passages > 0 ? [spelling, ...terms] : terms
}
