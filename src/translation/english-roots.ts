import { analyzerFor } from '../analysis/registry.js'

/** By which words are derived from others, as far as the stemmer leaves it: environmentalist, suburban, viewership. */
const ENDING = /(?:ist|ism|ian|an|ic|al|er|or|ess|ship|hood|dom)$/
/** What an ending takes away from a word: pharmacy, pharmacist. */
const LOST = ['', 'y', 'e']
/** Shorter beginnings of terms are words by chance: actor, canal. */
const MIN_LENGTH = 5

/** Terms that an English term may be derived from, whether or not there are such words. */
export function englishRoots(term: string): string[] {
  const root = term.replace(ENDING, '')
  if (root === term || root.length < MIN_LENGTH) return []
  const terms = LOST.flatMap((lost) => analyzerFor('en').analyze(root + lost))
  return [...new Set(terms.map((token) => token.term))].filter(
    (found) => found !== term && found.length >= MIN_LENGTH,
  )
}
