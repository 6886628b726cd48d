import { Alternatives, type EntryMatch } from '../entries/alternatives.js'
import { entryKey, termsOf } from '../entries/entry.js'
import type { Language } from '../language/language.js'
import type { SynonymRule } from './rule.js'

/** Words of a query that are an entry, and what can stand for them; never the matched words themselves. */
export interface SynonymMatch extends EntryMatch {
  /** Where each is to be looked for: only in passages of this language. */
  language: Language
}

interface LanguageSynonyms {
  alternatives: Alternatives
  /** The keys of all entries, with synonyms of their own or not. */
  keys: Set<string>
}

/** The synonyms of a corpus. A synonym's own synonyms are not followed: each line of the file stands for itself. */
export class Synonyms {
  private readonly languages = new Map<Language, LanguageSynonyms>()

  constructor(rules: readonly SynonymRule[] = []) {
    for (const rule of rules) this.add(rule)
  }

  /** Number of different entries. */
  get size(): number {
    return [...this.languages.values()].reduce((sum, { keys }) => sum + keys.size, 0)
  }

  /**
   * The entries among words that stand side by side, as {@link Alternatives.find} does it.
   *
   * @param terms of the words in order, as the language's analyzer makes them: words of grammar included,
   *   hyphenated words one by one, compounds whole.
   * @example
   * const terms = ['short', 'stori'] // of `short stories`
   * synonyms.find('en', terms) // [{ from: 0, to: 2, language: 'en', alternatives: [{ text: 'tale', words: […] }] }]
   */
  find(language: Language, terms: readonly string[]): SynonymMatch[] {
    const matches = this.languages.get(language)?.alternatives.find(terms) ?? []
    return matches.map((match) => ({ ...match, language }))
  }

  private add({ language, from, to }: SynonymRule): void {
    const { alternatives, keys } = this.of(language)
    for (const entry of [...from, ...to]) keys.add(entryKey(termsOf(entry)))
    for (const entry of from) {
      const own = entryKey(termsOf(entry))
      alternatives.add(
        entry,
        to.filter((other) => entryKey(termsOf(other)) !== own),
      )
    }
  }

  private of(language: Language): LanguageSynonyms {
    const known = this.languages.get(language)
    if (known) return known
    const made: LanguageSynonyms = { alternatives: new Alternatives(), keys: new Set() }
    this.languages.set(language, made)
    return made
  }
}
