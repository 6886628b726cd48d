import type { Language } from '../language/language.js'

/** A word of an entry. */
export interface SynonymWord {
  /** The folded stem, as the language's analyzer makes it. */
  term: string
  /** As written, in lower case. */
  form: string
  /** A word of grammar inside an entry: `of` in `University of Oxford`. */
  functionWord: boolean
}

/** A word, or a few words in a row, that has synonyms or is one. */
export interface SynonymEntry {
  /** As it stands in the file. */
  text: string
  /** In order, at least one that is no word of grammar. Compounds are whole. */
  words: SynonymWord[]
}

/**
 * Who asks for an entry of `from` also finds every entry of `to`, in passages of the language. In a group, where
 * all mean the same, the two are one list; no entry stands for itself.
 */
export interface SynonymRule {
  language: Language
  from: SynonymEntry[]
  to: SynonymEntry[]
}

/** Equal for entries with the same terms in the same order, whatever their inflection. */
export function entryKey(terms: readonly string[]): string {
  // No term contains a zero byte, so that no two lists are written alike.
  return terms.join('\0')
}

export function termsOf({ words }: SynonymEntry): string[] {
  return words.map(({ term }) => term)
}
