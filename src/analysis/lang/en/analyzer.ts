import { Analyzer } from '../../analyzer.js'
import { dropClitics, functionWords, stem, termFilter } from '../../filter.js'
import { foldDiacritics } from '../../fold.js'
import { ENGLISH_ENDINGS, stemEnglish } from '../../stemmers.js'
import { ENGLISH_FUNCTION_WORDS } from './function-words.js'

export const english = new Analyzer(
  [
    functionWords('en', ENGLISH_FUNCTION_WORDS),
    dropClitics,
    termFilter('fold-diacritics', foldDiacritics),
    stem('porter-en', stemEnglish, ENGLISH_ENDINGS),
  ],
  foldDiacritics,
)
