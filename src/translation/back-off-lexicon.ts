import { analyzerFor } from '../analysis/registry.js'
import { remembered } from '../memory/remembered.js'
import { englishRoots } from './english-roots.js'
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

/** What a term may be in the other language, by rule. */
export interface Guess {
  /** Most probable first. */
  translations: readonly Translation[]
  /** The part of them without which the rest means something else: a compound is what its head says (Spirale, not abwärts). */
  essential: readonly Translation[]
}

export const NO_GUESS: Guess = { translations: [], essential: [] }

/** Guesses where a lexicon has no answer. */
export interface BackOff {
  /** @param term As the analyzer of `from` makes it. */
  guess(term: string, from: TranslatedLanguage): Guess
}

/**
 * Translations by rule for terms that a lexicon does not know. German ones go through terms of the same family
 * that it does (exhumiert: exhumieren), else through a modifier and a head that it does
 * (Amazonaswald: Amazonas, Wald); English ones through what they are derived from (suburban: suburb).
 *
 * To be asked only where no translation is known, or none that occurs.
 */
export class BackOffLexicon implements BackOff {
  /** A question asks twice: in which language it is, and what its words are in the other. */
  private readonly guesses = {
    en: remembered((term) => this.newGuess(term, 'en')),
    de: remembered((term) => this.newGuess(term, 'de')),
  }

  constructor(private readonly lexicon: LexiconOfFamilies) {}

  guess(term: string, from: TranslatedLanguage): Guess {
    return this.guesses[from](term)
  }

  private newGuess(term: string, from: TranslatedLanguage): Guess {
    const relatives = from === 'de' ? this.relatives(term) : this.roots(term)
    if (relatives.length > 0 || from === 'en') {
      const translations = this.mixed(relatives, from, RELATIVE_TRUST / relatives.length)
      return { translations, essential: translations }
    }
    const parts = this.parts(term)
    return {
      translations: this.mixed(parts, from, PART_TRUST),
      essential: this.mixed(parts.slice(-1), from, PART_TRUST),
    }
  }

  /** German terms of the same family that the lexicon knows. */
  private relatives(term: string): readonly string[] {
    const { family } = analyzerFor('de')
    if (!family) return []
    return this.lexicon.family(family(term), family).filter((relative) => relative !== term)
  }

  /** What an English term is derived from, if the lexicon knows that and not the term: `faction` is no `fact`. */
  private roots(term: string): readonly string[] {
    if (this.knows(term, 'en')) return []
    return englishRoots(term)
      .filter((root) => this.knows(root, 'en'))
      .slice(0, 1)
  }

  /** Modifier and head, with the longest head that the lexicon knows; empty if there are none. */
  private parts(term: string): readonly string[] {
    for (let cut = MIN_MODIFIER; cut <= term.length - MIN_HEAD; cut++) {
      const head = term.slice(cut)
      if (!this.knows(head, 'de')) continue
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
      .find((modifier) => modifier.length >= MIN_MODIFIER && this.knows(modifier, 'de'))
  }

  private knows(term: string, from: TranslatedLanguage): boolean {
    return this.lexicon.translations(term, from).length > 0
  }

  /** The translations of several terms, all weighted alike. */
  private mixed(
    terms: readonly string[],
    from: TranslatedLanguage,
    weight: number,
  ): readonly Translation[] {
    const probabilities = new Map<string, number>()
    for (const known of terms)
      for (const { term, probability } of this.lexicon.translations(known, from))
        probabilities.set(term, (probabilities.get(term) ?? 0) + weight * probability)
    return [...probabilities]
      .map(([term, probability]) => ({ term, probability }))
      .sort((a, b) => b.probability - a.probability)
      .slice(0, MOST)
  }
}
