import type { Entry } from '../entries/entry.js'
import type { TranslatedLanguage } from '../translation/lexicon.js'

/** A line of a glossary: each of the entries may be translated by each of the translations. */
export interface GlossaryRule {
  /** Of the entries; the translations are in the other one. */
  language: TranslatedLanguage
  entries: Entry[]
  translations: Entry[]
  /** True if the entries also translate the translations. */
  bothWays: boolean
}

export function otherLanguage(language: TranslatedLanguage): TranslatedLanguage {
  return language === 'en' ? 'de' : 'en'
}
