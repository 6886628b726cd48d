import type { TranslationLexicon } from '../translation/lexicon.js'
import { PackedLexicon } from '../translation/packed-lexicon.js'

/**
 * Tells lexicons apart by their content: an index that was aligned by another one is searched all the same, but built anew
 * by `npm start`. Those that are not packed have no
 * checksum, and cannot be told apart.
 */
export function lexiconIdentity(lexicon: TranslationLexicon | null): string {
  if (lexicon === null) return 'none'
  return lexicon instanceof PackedLexicon
    ? lexicon.checksum.toString(16).padStart(8, '0')
    : 'unknown'
}
