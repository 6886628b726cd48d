import type { CollectedEvidence } from '../alignment/collected-evidence.js'
import type { CollectionLink } from '../alignment/collection.js'
import { learn } from '../learning/learn.js'
import type { LearnedPair } from '../learning/learned-pair.js'
import type { TranslationLexicon } from '../translation/lexicon.js'

/** Links less sure than this teach nothing. */
const SURE = 0.8

/** What the aligned passages of a collection teach that the lexicon does not know; nothing without a lexicon. */
export function learnFrom(
  links: readonly CollectionLink[],
  evidence: CollectedEvidence,
  lexicon: TranslationLexicon | null,
): LearnedPair[] {
  if (!lexicon) return []
  const pairs = links.flatMap(({ left, right, confidence }) => {
    const [english, german] = evidence.languageOf(left) === 'en' ? [left, right] : [right, left]
    const isTranslated =
      evidence.languageOf(english) === 'en' && evidence.languageOf(german) === 'de'
    if (confidence < SURE || !isTranslated) return []
    return [{ english: evidence.of(english).terms, german: evidence.of(german).terms }]
  })
  return learn(pairs, lexicon)
}
