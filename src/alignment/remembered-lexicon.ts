import type { TranslationLexicon } from '../translation/lexicon.js'

/** Translations of more words than this are not remembered. */
const REMEMBERED = 200_000

/** The same words are in many documents. Another lexicon each time: what is known of texts that are compared with it is forgotten with it. */
export function remembered(lexicon: TranslationLexicon): TranslationLexicon {
  const known = { en: new Map<string, Translations>(), de: new Map<string, Translations>() }
  return {
    translations(term, from) {
      const found = known[from].get(term)
      if (found) return found
      const made = lexicon.translations(term, from)
      if (known[from].size >= REMEMBERED) known[from].clear()
      known[from].set(term, made)
      return made
    },
  }
}

type Translations = ReturnType<TranslationLexicon['translations']>
