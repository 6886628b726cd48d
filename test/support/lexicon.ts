import { existsSync } from 'node:fs'
import { shippedLexicon } from '../../src/build/shipped-lexicon.js'
import type { TranslationLexicon } from '../../src/translation/lexicon.js'

/** Whether the package has its lexicon in this checkout. */
export const HAS_LEXICON = existsSync(new URL('../../lexicon/en-de.bin', import.meta.url))

/** The lexicon that ships. */
export function lexicon(): TranslationLexicon {
  return shippedLexicon()
}

/** A lexicon of a few words: `whale: wal`, terms as the analyzers make them, both ways. */
export function smallLexicon(words: Record<string, string>): TranslationLexicon {
  const ways = {
    en: new Map(Object.entries(words)),
    de: new Map(Object.entries(words).map(([en, de]) => [de, en])),
  }
  return {
    translations: (term, from) => {
      const translation = ways[from].get(term)
      return translation === undefined ? [] : [{ term: translation, probability: 0.9 }]
    },
  }
}
