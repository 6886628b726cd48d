import type { TranslatedLanguage, TranslationLexicon } from '../translation/lexicon.js'
import type { EvidenceTerm } from './evidence-terms.js'

/** Not asked for yet. */
const UNASKED = -1

/** Translations of terms from one language, one term after the other. */
class NumberedTranslations {
  /** By term: where its own begin and end; {@link UNASKED} before they are asked for. */
  readonly begins: number[] = []
  readonly ends: number[] = []
  /** Numbers of strings, and how probable each is. */
  readonly strings: number[] = []
  readonly probabilities: number[] = []
}

/**
 * Numbers the terms of texts, and the strings by which these are compared, so that each is hashed and translated once, however many texts it is compared in. What is
 * known of a term lies in arrays, by its number.
 */
export class TermKeyTable {
  /** Strings by which terms are found: the term, its spelling, and what is alike in words of common origin, -1 where there is none. */
  readonly terms: number[] = []
  readonly surfaces: number[] = []
  readonly cognates: number[] = []
  /** Whether it is a compound whose parts are terms too. */
  readonly split: boolean[] = []
  private readonly strings = new Map<string, number>()
  private readonly numbers = new Map<EvidenceTerm, number>()
  private readonly texts = new WeakMap<readonly EvidenceTerm[], Uint32Array>()
  private readonly originals: string[] = []
  private readonly translated: Record<TranslatedLanguage, NumberedTranslations> = {
    en: new NumberedTranslations(),
    de: new NumberedTranslations(),
  }

  constructor(private readonly lexicon: TranslationLexicon) {}

  /** Numbers of strings are below this. */
  get size(): number {
    return this.strings.size
  }

  /** The numbers of a text's terms. */
  ofAll(terms: readonly EvidenceTerm[]): Uint32Array {
    const known = this.texts.get(terms)
    if (known) return known
    const made = Uint32Array.from(terms, (term) => this.of(term))
    this.texts.set(terms, made)
    return made
  }

  /** Translations from a language, those of this term among them. */
  translations(term: number, from: TranslatedLanguage): NumberedTranslations {
    const all = this.translated[from]
    if (all.begins[term] !== UNASKED) return all
    all.begins[term] = all.strings.length
    for (const translation of this.lexicon.translations(this.originals[term]!, from)) {
      all.strings.push(this.numberOf(translation.term))
      all.probabilities.push(translation.probability)
    }
    all.ends[term] = all.strings.length
    return all
  }

  private of(term: EvidenceTerm): number {
    const known = this.numbers.get(term)
    if (known !== undefined) return known
    const number = this.terms.push(this.numberOf(term.term)) - 1
    this.surfaces.push(this.numberOf(term.surface))
    this.cognates.push(term.cognate === null ? -1 : this.numberOf(term.cognate))
    this.split.push(term.split)
    this.originals.push(term.term)
    for (const { begins, ends } of Object.values(this.translated)) {
      begins.push(UNASKED)
      ends.push(UNASKED)
    }
    this.numbers.set(term, number)
    return number
  }

  private numberOf(string: string): number {
    const known = this.strings.get(string)
    if (known !== undefined) return known
    this.strings.set(string, this.strings.size)
    return this.strings.size - 1
  }
}
