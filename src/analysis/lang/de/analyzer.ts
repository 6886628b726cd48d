import { Analyzer } from '../../analyzer.js'
import { dropClitics, functionWords, stem, termFilter } from '../../filter.js'
import { foldDiacritics, foldUmlauts } from '../../fold.js'
import { stemGerman } from '../../stemmers.js'
import { GERMAN_FUNCTION_WORDS } from './function-words.js'

export const german = new Analyzer(
  [
    functionWords('de', GERMAN_FUNCTION_WORDS),
    dropClitics,
    // Compound splitting belongs here: it needs the umlauts, and gives parts that are folded and stemmed below.
    termFilter('fold-diacritics', foldDiacritics),
    termFilter('fold-umlauts', foldUmlauts),
    stem('snowball-de', stemGerman),
  ],
  (form) => foldUmlauts(foldDiacritics(form)),
)
