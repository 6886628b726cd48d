import type { Translation } from './lexicon.js'

/** Shorter beginnings and ends of terms are no parts. */
const MIN_PART = 3
/** Letters between two parts: Krankenhaus. */
const MAX_LINK = 2
/** A compound that is nearly as probable as its parts is meant by them. */
const NEARLY = 0.9

/**
 * German translations of one term without the parts of compounds among them. The lexicon has learned from both, so that a
 * `hospital` would be a Krankenhaus, and a house as well. What is more probable by itself stays: a `whale` is a Wal, if it is not a Killerwal.
 */
export function withoutPartsOfCompounds(translations: readonly Translation[]): Translation[] {
  const parts = new Set(translations.flatMap((whole) => partsOf(whole, translations)))
  return translations.filter((each) => !parts.has(each))
}

/** Those that make up another one and are hardly more probable. */
function partsOf(whole: Translation, translations: readonly Translation[]): Translation[] {
  const fit = translations.filter(({ term }) => term.length >= MIN_PART)
  const firsts = fit.filter(({ term }) => whole.term.startsWith(term))
  const lasts = fit.filter(({ term }) => whole.term.endsWith(term))
  return firsts.flatMap((first) =>
    lasts
      .filter((last) => isJoined(whole, first, last))
      .flatMap((last) => [first, last])
      .filter(({ probability }) => whole.probability >= NEARLY * probability),
  )
}

function isJoined(whole: Translation, first: Translation, last: Translation): boolean {
  const link = whole.term.length - first.term.length - last.term.length
  return link >= 0 && link <= MAX_LINK
}
