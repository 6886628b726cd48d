import type { TranslatedLanguage, TranslationLexicon } from '../translation/lexicon.js'
import type { EvidenceTerm } from './evidence-terms.js'

/** What a term is looked up by, as numbers of strings. */
export interface TermKeys {
  term: number
  surface: number
  /** -1 where it has none. */
  cognate: number
  /** Its translations from a language, once they have been asked for. */
  translations: Partial<Record<TranslatedLanguage, NumberedTranslations>>
}

/** Translations of a term, and how probable each is. */
export interface NumberedTranslations {
  terms: readonly number[]
  probabilities: readonly number[]
}

/** Numbers the strings by which terms are compared, so that each is hashed and translated once, however many texts it is compared in. */
export class TermKeyTable {
  private readonly strings = new Map<string, number>()
  private readonly keys = new Map<EvidenceTerm, TermKeys>()
  private readonly texts = new WeakMap<readonly EvidenceTerm[], readonly TermKeys[]>()

  constructor(private readonly lexicon: TranslationLexicon) {}

  /** Numbers of strings are below this. */
  get size(): number {
    return this.strings.size
  }

  /** The keys of a text's terms. */
  ofAll(terms: readonly EvidenceTerm[]): readonly TermKeys[] {
    const known = this.texts.get(terms)
    if (known) return known
    const made = terms.map((term) => this.of(term))
    this.texts.set(terms, made)
    return made
  }

  private of(term: EvidenceTerm): TermKeys {
    const known = this.keys.get(term)
    if (known) return known
    const made = {
      term: this.numberOf(term.term),
      surface: this.numberOf(term.surface),
      cognate: term.cognate === null ? -1 : this.numberOf(term.cognate),
      translations: {},
    }
    this.keys.set(term, made)
    return made
  }

  translations(
    { term }: EvidenceTerm,
    keys: TermKeys,
    from: TranslatedLanguage,
  ): NumberedTranslations {
    const known = keys.translations[from]
    if (known) return known
    const found = this.lexicon.translations(term, from)
    const made = {
      terms: found.map((translation) => this.numberOf(translation.term)),
      probabilities: found.map(({ probability }) => probability),
    }
    keys.translations[from] = made
    return made
  }

  private numberOf(string: string): number {
    const known = this.strings.get(string)
    if (known !== undefined) return known
    this.strings.set(string, this.strings.size)
    return this.strings.size - 1
  }
}

const tables = new WeakMap<TranslationLexicon, TermKeyTable>()

/** The table of a lexicon, which lives as long as the lexicon does. */
export function termKeysFor(lexicon: TranslationLexicon): TermKeyTable {
  const known = tables.get(lexicon)
  if (known) return known
  const made = new TermKeyTable(lexicon)
  tables.set(lexicon, made)
  return made
}
