import { Analyzer } from '../../analyzer.js'
import { dropClitics, termFilter } from '../../filter.js'
import { foldDiacritics, foldUmlauts } from '../../fold.js'

/** For passages without a language (names, numbers, French titles): folded, not stemmed. */
export const undetermined = new Analyzer(
  [
    dropClitics,
    termFilter('fold-diacritics', foldDiacritics),
    termFilter('fold-umlauts', foldUmlauts),
  ],
  (form) => foldUmlauts(foldDiacritics(form)),
)
