import { Alternatives, type EntryMatch } from '../entries/alternatives.js'
import type { Language } from '../language/language.js'
import type { TranslatedLanguage } from '../translation/lexicon.js'
import { type GlossaryRule, otherLanguage } from './rule.js'

/** Words of a query that the glossary translates, and their translations in the order of the file. */
export interface GlossaryMatch extends EntryMatch {
  /** Of the translations: the other language. */
  language: TranslatedLanguage
}

/** The translations that the owner of a corpus has written down. They are not chained: each line stands for itself. */
export class Glossary {
  private readonly translations = { en: new Alternatives(), de: new Alternatives() }

  constructor(rules: readonly GlossaryRule[] = []) {
    for (const { language, entries, translations, bothWays } of rules) {
      this.add(language, entries, translations)
      if (bothWays) this.add(otherLanguage(language), translations, entries)
    }
  }

  /**
   * The entries among words that stand side by side, as {@link Alternatives.find} does it.
   *
   * @param language Of the terms; there are no translations of `und`.
   * @param terms of the words in order, as the language's analyzer makes them: words of grammar included,
   *   hyphenated words one by one, compounds whole.
   * @example
   * const terms = ['short', 'stori'] // of `short stories`
   * glossary.find('en', terms) // [{ from: 0, to: 2, language: 'de', alternatives: [{ text: 'Kurzgeschichte', words: […] }] }]
   */
  find(language: Language, terms: readonly string[]): GlossaryMatch[] {
    if (language === 'und') return []
    const matches = this.translations[language].find(terms)
    return matches.map((match) => ({ ...match, language: otherLanguage(language) }))
  }

  private add(
    language: TranslatedLanguage,
    entries: GlossaryRule['entries'],
    translations: GlossaryRule['translations'],
  ): void {
    for (const entry of entries) this.translations[language].add(entry, translations)
  }
}
