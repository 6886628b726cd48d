import type { TranslationLexicon } from '../translation/lexicon.js'
import type { LearnedPair } from './learned-pair.js'
import { openWords, type PassagePair } from './unexplained.js'

/** So many words of passages that were held out have to be accounted for. */
const MIN_RIGHT = 2
/** Least share of the words with learned translations of which one stands in the counterpart. */
const MIN_PRECISION = 0.5
/** So many times as often as in a passage that has nothing to do with it. */
const MIN_LIFT = 2

/**
 * Tells whether learned translations are right on passages that they were not learned from: of the words that the lexicon leaves
 * open, most that have a learned translation find it in the counterpart, and hardly any in another passage.
 */
export function isHelpful(
  learned: readonly LearnedPair[],
  heldOut: readonly PassagePair[],
  lexicon: TranslationLexicon,
): boolean {
  const translations = new Map<string, string[]>()
  for (const { english, german } of learned)
    translations.set(english, [...(translations.get(english) ?? []), german])
  let [tried, right, wrong] = [0, 0, 0]
  for (const [i, pair] of heldOut.entries()) {
    const own = new Set(pair.german.map(({ term }) => term))
    const other = new Set(heldOut[(i + 1) % heldOut.length]!.german.map(({ term }) => term))
    for (const { term } of openWords(pair, lexicon).english) {
      const known = translations.get(term)
      if (!known) continue
      tried++
      if (known.some((translation) => own.has(translation))) right++
      if (known.some((translation) => other.has(translation))) wrong++
    }
  }
  return right >= MIN_RIGHT && right >= MIN_PRECISION * tried && right >= MIN_LIFT * wrong
}
