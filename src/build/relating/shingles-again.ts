import { WordNumbers } from '../../analysis/analyzed-word.js'
import { analyzerFor } from '../../analysis/registry.js'
import type { PassageSource } from '../../duplicates/copies.js'
import { Shingles } from '../../duplicates/shingles.js'
import { LANGUAGES } from '../../language/language.js'
import type { RelatablePassages } from './relations.js'

/** Analyzes again what may be near-duplicates: few passages. */
export function shinglesAgain(passages: RelatablePassages): PassageSource {
  const shingles = new Map(
    LANGUAGES.map((language) => {
      const words = new WordNumbers(analyzerFor(language))
      return [language, { words, of: new Shingles(words, language) }]
    }),
  )
  return {
    shingles(number) {
      const { text, language } = passages.passage(number)
      const own = shingles.get(language)!
      return own.of.of(own.words.of(text))
    },
    documentOf: (number) => passages.documentOf(number),
  }
}
