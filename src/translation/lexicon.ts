/** The languages between which is translated. */
export type TranslatedLanguage = 'en' | 'de'

/** What a term may be in the other language. */
export interface Translation {
  /** As the other language's analyzer makes it. */
  term: string
  /** p(translation | term), 0 to 1; those of one term add up to 1 at most. */
  probability: number
}

/** Which terms of one language stand for which of the other, and how probably. */
export interface TranslationLexicon {
  /**
   * @param term As the analyzer of `from` makes it: a folded stem.
   * @returns most probable first; empty where nothing is known.
   */
  translations(term: string, from: TranslatedLanguage): readonly Translation[]
}
