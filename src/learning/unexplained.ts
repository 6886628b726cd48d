import type { EvidenceTerm } from '../alignment/evidence-terms.js'
import type { TranslatedLanguage, TranslationLexicon } from '../translation/lexicon.js'

/** Two passages that say the same: their distinct words, in the order in which they come. */
export interface PassagePair {
  english: readonly EvidenceTerm[]
  german: readonly EvidenceTerm[]
}

/** A word of a passage that nothing known accounts for in the other. */
export interface OpenWord {
  term: string
  /** Where it stands, 0 for the beginning of the passage, 1 for its end. */
  place: number
}

/** What a lexicon leaves open in a pair of passages. */
export interface OpenPair {
  english: OpenWord[]
  german: OpenWord[]
}

/** Finds what is said on both sides in words of which the lexicon does not know that they mean the same. */
export function openWords({ english, german }: PassagePair, lexicon: TranslationLexicon): OpenPair {
  return {
    english: openIn(english, german, lexicon, 'en'),
    german: openIn(german, english, lexicon, 'de'),
  }
}

function openIn(
  own: readonly EvidenceTerm[],
  others: readonly EvidenceTerm[],
  lexicon: TranslationLexicon,
  language: TranslatedLanguage,
): OpenWord[] {
  const terms = new Set(others.map(({ term }) => term))
  const surfaces = new Set(others.map(({ surface }) => surface))
  const cognates = new Set(others.map(({ cognate }) => cognate))
  const isOpen = ({ term, surface, cognate }: EvidenceTerm) =>
    isLearnable(term) &&
    !surfaces.has(surface) &&
    !terms.has(term) &&
    !(cognate !== null && cognates.has(cognate)) &&
    !lexicon.translations(term, language).some((translation) => terms.has(translation.term))
  return own.flatMap((word, i) =>
    isOpen(word) ? [{ term: word.term, place: i / own.length }] : [],
  )
}

/** Numbers, single letters and other scripts are the same in both languages, or nothing. */
function isLearnable(term: string): boolean {
  return /^[a-z]{3,}$/.test(term)
}
