import { Analyzer } from '../../analyzer.js'
import { compounds, dropClitics, functionWords, stem, termFilter } from '../../filter.js'
import { foldDiacritics, foldUmlauts } from '../../fold.js'
import { GERMAN_ENDINGS, stemGerman } from '../../stemmers.js'
import { COMPOUND_LEXICON, splitCompound } from './compounds/split.js'
import { FAMILY_KNOWLEDGE, germanFamily } from './families/family.js'
import { GERMAN_FUNCTION_WORDS } from './function-words.js'

export const german = new Analyzer(
  [
    functionWords('de', GERMAN_FUNCTION_WORDS),
    dropClitics,
    // Before the folding: it needs the umlauts. The parts go through all filters like words of their own.
    compounds('de', splitCompound, () => COMPOUND_LEXICON),
    termFilter('fold-diacritics', foldDiacritics),
    termFilter('fold-umlauts', foldUmlauts),
    stem('snowball-de', stemGerman, GERMAN_ENDINGS),
  ],
  (form) => foldUmlauts(foldDiacritics(form)),
  germanFamily,
  ['', 's', 'n', 'en', 'es', 'e', 'er', 'ens'],
  FAMILY_KNOWLEDGE,
)
