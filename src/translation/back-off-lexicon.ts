import { analyzerFor } from '../analysis/registry.js'
import type { FamilyOf } from './family-order.js'
import type { TranslatedLanguage, Translation, TranslationLexicon } from './lexicon.js'

/** What the translations of a relative count: derived words often differ in meaning. */
const RELATIVE_TRUST = 0.7
/** What the translations of each of two parts count: neither means what the compound does. */
const PART_TRUST = 0.5
const MIN_MODIFIER = 4
const MIN_HEAD = 4
/** So many translations are enough for a guess. */
const MOST = 8

/** A lexicon that can say which German terms of a family it knows. */
export interface LexiconOfFamilies extends TranslationLexicon {
  /** @param familyOf Makes the key of a term's family. */
  family(key: string, familyOf: FamilyOf): readonly string[]
}

export function knowsFamilies(lexicon: TranslationLexicon): lexicon is LexiconOfFamilies {
  return 'family' in lexicon
}

/**
 * Translations by rule for German terms that a lexicon does not know: through terms of the same family
 * that it does (exhumiert: exhumieren), else through a modifier and a head that it does
 * (Amazonaswald: Amazonas, Wald). English has neither rule; its terms get nothing.
 *
 * To be asked only where the lexicon itself has no answer.
 */
export class BackOffLexicon implements TranslationLexicon {
  constructor(private readonly lexicon: LexiconOfFamilies) {}

  translations(term: string, from: TranslatedLanguage): readonly Translation[] {
    if (from !== 'de') return []
    const relatives = this.relatives(term)
    return relatives.length > 0
      ? this.mixed(relatives, RELATIVE_TRUST / relatives.length)
      : this.mixed(this.parts(term), PART_TRUST)
  }

  /** Terms of the same family that the lexicon knows. */
  private relatives(term: string): readonly string[] {
    const { family } = analyzerFor('de')
    if (!family) return []
    return this.lexicon.family(family(term), family).filter((relative) => relative !== term)
  }

  /** Modifier and head, with the longest head that the lexicon knows; empty if there are none. */
  private parts(term: string): readonly string[] {
    for (let cut = MIN_MODIFIER; cut <= term.length - MIN_HEAD; cut++) {
      const head = term.slice(cut)
      if (!this.knows(head)) continue
      const modifier = this.modifier(term.slice(0, cut))
      if (modifier !== undefined) return [modifier, head]
    }
    return []
  }

  /** The modifier without what links it to the head, if the lexicon knows it. */
  private modifier(linked: string): string | undefined {
    return analyzerFor('de')
      .links.filter((link) => linked.endsWith(link))
      .map((link) => linked.slice(0, linked.length - link.length))
      .find((modifier) => modifier.length >= MIN_MODIFIER && this.knows(modifier))
  }

  private knows(term: string): boolean {
    return this.lexicon.translations(term, 'de').length > 0
  }

  /** The translations of several terms, all weighted alike. */
  private mixed(terms: readonly string[], weight: number): Translation[] {
    const probabilities = new Map<string, number>()
    for (const known of terms)
      for (const { term, probability } of this.lexicon.translations(known, 'de'))
        probabilities.set(term, (probabilities.get(term) ?? 0) + weight * probability)
    return [...probabilities]
      .map(([term, probability]) => ({ term, probability }))
      .sort((a, b) => b.probability - a.probability)
      .slice(0, MOST)
  }
}
