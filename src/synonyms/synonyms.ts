import type { Language } from '../language/language.js'
import { entryKey, type SynonymEntry, type SynonymRule, termsOf } from './rule.js'

/** Words of a query that are an entry, and what can stand for them. */
export interface SynonymMatch {
  /** Places in the list of words: the first, and the one after the last. */
  from: number
  to: number
  /** Where each is to be looked for: only in passages of this language. */
  language: Language
  /** In the order of the file; at least one, none twice, and never the matched words themselves. */
  alternatives: readonly SynonymEntry[]
}

interface LanguageSynonyms {
  /** By the key of an entry, what stands for it, by key. */
  alternatives: Map<string, Map<string, SynonymEntry>>
  /** The number of words in the longest entry that has synonyms. */
  longest: number
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
   * The entries among words that stand side by side. The longest entry wins its words, among equally long ones
   * the first, so that no two matches overlap; they come in the order of the words.
   *
   * @param terms of the words in order, as the language's analyzer makes them: words of grammar included,
   *   hyphenated words one by one, compounds whole.
   * @example
   * const terms = ['short', 'stori'] // of `short stories`
   * synonyms.find('en', terms) // [{ from: 0, to: 2, language: 'en', alternatives: [{ text: 'tale', words: […] }] }]
   */
  find(language: Language, terms: readonly string[]): SynonymMatch[] {
    const own = this.languages.get(language)
    if (!own) return []
    const matches: SynonymMatch[] = []
    const taken = new Set<number>()
    for (let length = Math.min(own.longest, terms.length); length > 0; length--)
      for (let from = 0; from + length <= terms.length; from++) {
        const to = from + length
        const alternatives = own.alternatives.get(entryKey(terms.slice(from, to)))
        if (!alternatives || overlaps(from, to, taken)) continue
        for (let place = from; place < to; place++) taken.add(place)
        matches.push({ from, to, language, alternatives: [...alternatives.values()] })
      }
    return matches.sort((a, b) => a.from - b.from)
  }

  private add({ language, from, to }: SynonymRule): void {
    const own = this.of(language)
    for (const entry of [...from, ...to]) own.keys.add(entryKey(termsOf(entry)))
    for (const entry of from) {
      const key = entryKey(termsOf(entry))
      const alternatives = own.alternatives.get(key) ?? new Map<string, SynonymEntry>()
      for (const other of to) {
        const otherKey = entryKey(termsOf(other))
        if (otherKey !== key && !alternatives.has(otherKey)) alternatives.set(otherKey, other)
      }
      own.alternatives.set(key, alternatives)
      own.longest = Math.max(own.longest, entry.words.length)
    }
  }

  private of(language: Language): LanguageSynonyms {
    const known = this.languages.get(language)
    if (known) return known
    const made: LanguageSynonyms = { alternatives: new Map(), longest: 0, keys: new Set() }
    this.languages.set(language, made)
    return made
  }
}

function overlaps(from: number, to: number, taken: ReadonlySet<number>): boolean {
  for (let place = from; place < to; place++) if (taken.has(place)) return true
  return false
}
