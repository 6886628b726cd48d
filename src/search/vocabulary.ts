import type { WordPrefix } from '../analysis/prefix.js'
import type { Language } from '../language/language.js'

/** A spelling that occurs in the passages of one language. */
export interface VocabularyWord {
  language: Language
  /** In lower case, as analyzers make it. */
  form: string
  /** As texts write it: with a capital where it never is without. */
  display: string
  term: string
  /** Number of passages that have this spelling. */
  passages: number
}

/** A word like the one asked for. */
export interface SimilarWord extends VocabularyWord {
  /** Edits between the foldings of the two. */
  distance: number
}

/** The words of a collection: to complete and correct a query before it is ranked. */
export interface Vocabulary {
  /** Number of passages and sections that have a term, as a word or as part of one. */
  frequency(language: Language, term: string): Promise<number>
  /** The other terms of a language that are derived from a term, or from the same. */
  relatives(language: Language, term: string): Promise<readonly string[]>
  /** The terms that are compounds with a term as their first part, but were taken for one word. */
  compoundsOf(language: Language, term: string): Promise<readonly string[]>
  /** True for a term that occurs, and never in lower case. */
  isName(language: Language, term: string): Promise<boolean>
  /** The words that begin so, without words of grammar, the most frequent first. */
  completions(language: Language, prefix: WordPrefix, limit: number): Promise<VocabularyWord[]>
  /** Of these words, those that are in passages with all of some terms, with the number of these; most first. */
  beside(words: readonly VocabularyWord[], terms: readonly string[]): Promise<VocabularyWord[]>
  /** The words with a folding, or a stem, 1 to `distance` edits away, without words of grammar. */
  similar(language: Language, fold: string, distance: 1 | 2): Promise<readonly SimilarWord[]>
}
