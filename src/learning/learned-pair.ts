import type { TranslatedLanguage, Translation, TranslationLexicon } from '../translation/lexicon.js'

/** An English and a German term that stand for each other in a collection. */
export interface LearnedPair {
  english: string
  german: string
  /** p(german | english), 0 where the lexicon knows that already. */
  toGerman: number
  toEnglish: number
}

/** What a collection has taught, as a lexicon. */
export class LearnedLexicon implements TranslationLexicon {
  private readonly translated: Readonly<Record<TranslatedLanguage, Map<string, Translation[]>>> = {
    en: new Map(),
    de: new Map(),
  }

  constructor(readonly pairs: readonly LearnedPair[] = []) {
    for (const { english, german, toGerman, toEnglish } of pairs) {
      add(this.translated.en, english, { term: german, probability: toGerman })
      add(this.translated.de, german, { term: english, probability: toEnglish })
    }
  }

  translations(term: string, from: TranslatedLanguage): readonly Translation[] {
    return this.translated[from].get(term) ?? []
  }
}

function add(lists: Map<string, Translation[]>, term: string, translation: Translation): void {
  if (translation.probability === 0) return
  const list = lists.get(term) ?? []
  list.push(translation)
  list.sort((a, b) => b.probability - a.probability)
  lists.set(term, list)
}
