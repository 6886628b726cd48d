import type { Glossary } from '../glossary/glossary.js'
import { otherLanguage } from '../glossary/rule.js'
import type { TranslatedLanguage } from '../translation/lexicon.js'
import { contentTerms } from './words.js'

/** What a request says about translations. */
export interface TranslationWishes {
  /** Words that must not be used as translations. */
  without: readonly string[]
  /** Translations for words of the query, besides what is known. */
  with: readonly { word: string; translation: string }[]
}

/** The wishes of one request, by terms. A word may be of either language. */
export class Wishes {
  private readonly refused: ReadonlySet<string>
  private readonly wanted = new Map<string, Set<string>>()

  constructor(wishes: TranslationWishes) {
    this.refused = new Set(
      wishes.without.flatMap((word) => keysOf('en', word).concat(keysOf('de', word))),
    )
    for (const { word, translation } of wishes.with) this.want(word, translation)
  }

  refuses(term: string, language: TranslatedLanguage): boolean {
    return this.refused.has(key(language, term))
  }

  /** The wanted translations of a term. */
  translations(term: string, from: TranslatedLanguage): string[] {
    return [...(this.wanted.get(key(from, term)) ?? [])]
  }

  /** A glossary without the entries of which every word is refused. */
  allowed(glossary: Glossary): Pick<Glossary, 'find'> {
    return {
      find: (language, terms) =>
        glossary
          .find(language, terms)
          .map((match) => ({
            ...match,
            alternatives: match.alternatives.filter(({ words }) =>
              words.some((word) => !word.functionWord && !this.refuses(word.term, match.language)),
            ),
          }))
          .filter(({ alternatives }) => alternatives.length > 0),
    }
  }

  private want(word: string, translation: string): void {
    for (const from of ['en', 'de'] as const)
      for (const own of keysOf(from, word)) {
        const terms = this.wanted.get(own) ?? new Set()
        for (const term of contentTerms(otherLanguage(from), translation)) terms.add(term)
        this.wanted.set(own, terms)
      }
  }
}

function keysOf(language: TranslatedLanguage, text: string): string[] {
  return contentTerms(language, text).map((term) => key(language, term))
}

function key(language: TranslatedLanguage, term: string): string {
  return `${language} ${term}`
}
