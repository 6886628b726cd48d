import type { TranslationLexicon } from '../translation/lexicon.js'
import type { TermAlternative } from './plan.js'

/** Less probable translations are what a word is in some phrase, not what it means. */
const MEANT = 0.1

type Word = Pick<TermAlternative, 'language' | 'term'>

/**
 * Those of some words that may be meant by one that may be mistyped. The lexicon is a dictionary here: a word that it knows is
 * no mistake for one that means something else (horse, house), but may be another spelling (yogurt, yoghurt).
 *
 * @param asked The terms of the word as it was typed, by language.
 */
export function thatMayBeMeant<W extends Word>(
  words: readonly W[],
  asked: readonly Word[],
  lexicon: TranslationLexicon,
): readonly W[] {
  const meanings = new Set(asked.flatMap((word) => meaningsOf(word, lexicon)))
  if (meanings.size === 0) return words
  return words.filter((word) => meaningsOf(word, lexicon).some((meaning) => meanings.has(meaning)))
}

function meaningsOf({ language, term }: Word, lexicon: TranslationLexicon): string[] {
  if (language === 'und') return []
  return lexicon
    .translations(term, language)
    .filter(({ probability }) => probability >= MEANT)
    .map((translation) => `${language} ${translation.term}`)
}
