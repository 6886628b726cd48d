import { otherLanguage } from '../glossary/rule.js'
import { kept, remembered, rememberedLater } from '../memory/remembered.js'
import type { BackOff } from '../translation/back-off-lexicon.js'
import type { TranslatedLanguage, Translation, TranslationLexicon } from '../translation/lexicon.js'
import { withoutPartsOfCompounds } from '../translation/whole-compounds.js'
import { cognatesOf } from './cognate-words.js'
import type { Vocabulary } from './vocabulary.js'

/** Where a translation is from. */
export type TranslationSource =
  | 'table'
  | 'glossary'
  | 'request'
  | 'learned'
  | 'derived'
  | 'cognate'
  | 'parts'

/** What may be a translation of a word. */
export interface Candidate extends Translation {
  source: TranslationSource
}

/** More translations of a word are a thesaurus. */
const MOST = 5

/** What candidates are found in. */
export interface CandidateSources {
  vocabulary: Vocabulary
  lexicon: TranslationLexicon
  /** What passages of the collection that say the same have taught; goes before the lexicon. */
  learned: TranslationLexicon
  /** For words of which the lexicon knows nothing that occurs. */
  backOff: BackOff
}

/** Finds what terms may be in the other language, whatever a request wants. */
export class Candidates {
  private readonly known = {
    en: remembered((term) => kept(this.newWritten(term, 'en'))),
    de: remembered((term) => kept(this.newWritten(term, 'de'))),
  }
  private readonly alike = {
    en: rememberedLater(itself, (term) => this.newCognates(term, 'en')),
    de: rememberedLater(itself, (term) => this.newCognates(term, 'de')),
  }

  constructor(private readonly sources: CandidateSources) {}

  /** True for a term that has a translation which is no guess. */
  isKnown(term: string, from: TranslatedLanguage): boolean {
    const { learned, lexicon } = this.sources
    return [learned, lexicon].some((known) => known.translations(term, from).length > 0)
  }

  /** What the collection and the table say; the table has what the collection leaves. */
  written(term: string, from: TranslatedLanguage): readonly Candidate[] {
    return this.known[from](term)
  }

  private newWritten(term: string, from: TranslatedLanguage): Candidate[] {
    const learned = this.sources.learned.translations(term, from).slice(0, MOST)
    const rest = learned.reduce((left, { probability }) => left - probability, 1)
    const table = this.inTable(term, from).map((known) => ({
      ...known,
      probability: Math.max(0, rest) * known.probability,
    }))
    return [...learned.map(named('learned')), ...table.map(named('table'))]
  }

  /** What it is by rule, and the part of that without which the rest means something else. */
  derived(
    term: string,
    from: TranslatedLanguage,
  ): { translations: Candidate[]; essential: Candidate[] } {
    const { translations, essential } = this.sources.backOff.guess(term, from)
    return {
      translations: translations.map(named('derived')),
      essential: essential.map(named('derived')),
    }
  }

  /** Words of the collection that look like it, but those of which the lexicon knows better. */
  cognates(term: string, from: TranslatedLanguage): Promise<readonly Candidate[]> {
    return this.alike[from](term)
  }

  private async newCognates(term: string, from: TranslatedLanguage): Promise<readonly Candidate[]> {
    const { vocabulary, lexicon } = this.sources
    const language = otherLanguage(from)
    const alike = await cognatesOf(term, language, vocabulary)
    const isKnown = lexicon.translations(term, from).length > 0
    return alike
      .filter((word) => !isKnown || lexicon.translations(word.term, language).length === 0)
      .map(named('cognate'))
  }

  private inTable(term: string, from: TranslatedLanguage): Translation[] {
    const all = this.sources.lexicon.translations(term, from)
    return (from === 'en' ? withoutPartsOfCompounds(all) : all).slice(0, MOST)
  }
}

function itself(term: string): string {
  return term
}

function named(source: TranslationSource) {
  return (translation: Translation): Candidate => ({ ...translation, source })
}
