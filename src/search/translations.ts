import { analyzerFor } from '../analysis/registry.js'
import type { TranslatedLanguage, TranslationLexicon } from '../translation/lexicon.js'
import type { PhrasePlanNode, PlanNode, TermAlternative, TermsNode } from './plan.js'
import type { QueryLanguage } from './query-language.js'
import { bestOf, spanOf, termsNode } from './word-nodes.js'
import { isGrammar, readWords } from './words.js'

/** Where a translation is from. */
export type TranslationSource = 'table' | 'glossary' | 'request' | 'cognate' | 'parts'

/** How a translation was found; the term that it is about is the alternative's. */
export interface Provenance {
  /** The word of the query. */
  word: string
  /** p(translation | word), 0 to 1. */
  probability: number
  source: TranslationSource
}

/** Translations below this probability are noise, and more of them are a thesaurus. */
const LEAST = 0.05
const MOST = 5
/**
 * Probabilities are taken to this power: a passage mostly has one of several translations, and would be
 * behind those that have the word in the query's own language.
 */
const FLATNESS = 0.6
/** A query is hardly in a language that is less probable than this. */
const LEAST_LANGUAGE = 0.1

const OTHER: Record<TranslatedLanguage, TranslatedLanguage> = { en: 'de', de: 'en' }

/** A translation that excludes what an excluded word excludes. */
const SURE = 0.5

/** What a request says about translations. */
export interface TranslationWishes {
  /** Words that must not be used as translations. */
  without: readonly string[]
  /** Translations for words of the query, besides what is known. */
  with: readonly { word: string; translation: string }[]
}

/** Translates the words of one query. */
export class Translator {
  private readonly refused: ReadonlySet<string>
  private readonly forced = new Map<string, Set<string>>()

  constructor(
    private readonly lexicon: TranslationLexicon,
    private readonly language: QueryLanguage,
    wishes: TranslationWishes,
    private readonly onlyOther: boolean,
  ) {
    this.refused = new Set(
      wishes.without.flatMap((word) => keysOf('en', word).concat(keysOf('de', word))),
    )
    for (const { word, translation } of wishes.with) this.force(word, translation)
  }

  /** The language that hits are in when only the other language is wanted. */
  get target(): TranslatedLanguage {
    return this.language.en >= this.language.de ? 'de' : 'en'
  }

  /** The node with its translations: evidence adds up by probability (Darwish and Oard 2003). */
  translated(node: TermsNode): TermsNode {
    if (node.inGlossary) return node
    const own = node.alternatives.filter(
      ({ origin }) => origin === 'asked' || origin === 'correction',
    )
    const found = own.flatMap((alternative) => this.translationsOf(alternative, node))
    return { ...node, alternatives: [...node.alternatives, ...strongest(found)] }
  }

  /** A phrase, or in the other language its words near each other; the phrase alone where a word has no translation. */
  translatedPhrase(node: PhrasePlanNode): PlanNode {
    if (node.origin !== 'asked' || node.sequences[0]!.words.length < 2) return node
    const reads = readWords({ type: 'word', text: node.word, ...spanOf(node) })
    const words = reads.filter((read) => !isGrammar(read)).map(termsNode)
    const nodes = words.map((word) => this.onlyTranslated(word))
    const isTranslated = nodes.some(({ alternatives }) =>
      alternatives.some(({ origin }) => origin === 'translation'),
    )
    if (!isTranslated || nodes.some(({ alternatives }) => alternatives.length === 0)) return node
    return bestOf([node, { type: 'near', ...spanOf(node), word: node.word, nodes }], node)
  }

  /** What an excluded word excludes: in the other language what is surely meant by it, if only that is asked for. */
  withSureTranslations(node: PlanNode): PlanNode {
    if (!this.onlyOther || node.type !== 'terms') return node
    const sure = this.translated(node).alternatives.filter(
      ({ provenance }) => !provenance || provenance.probability >= SURE,
    )
    return { ...node, alternatives: sure }
  }

  /** A word of a phrase in the language that the query is not in; a name is itself there. */
  private onlyTranslated(word: TermsNode): TermsNode {
    const to = this.target
    const { alternatives } = this.translated(word)
    const inOther = alternatives.filter(({ language }) => language === to)
    const translated = inOther.filter(({ origin }) => origin === 'translation')
    return { ...word, place: null, alternatives: translated.length > 0 ? translated : inOther }
  }

  private translationsOf(
    asked: TermAlternative,
    { word, partOf }: Pick<TermsNode, 'word' | 'partOf'>,
  ): TermAlternative[] {
    const from = asked.language
    if (from === 'und') return []
    const to = OTHER[from]
    const forced = [...(this.forced.get(key(from, asked.term)) ?? [])].map((term) => ({
      term,
      probability: 1,
      source: 'request' as const,
    }))
    const known = this.lexicon
      .translations(asked.term, from)
      .filter(({ probability }) => probability >= LEAST)
      .slice(0, MOST)
      .map((translation) => ({ ...translation, source: 'table' as const }))
    const likely = this.language[from] >= LEAST_LANGUAGE ? this.language[from] : 0
    return [...forced, ...known]
      .filter(({ term, source }) => source === 'request' || !this.refused.has(key(to, term)))
      .map(({ term, probability, source }) => ({
        language: to,
        term,
        weight: asked.weight * probability ** FLATNESS * (source === 'request' ? 1 : likely),
        form: null,
        origin: 'translation' as const,
        provenance: partOf
          ? { word: partOf, probability, source: 'parts' as const }
          : { word, probability, source },
      }))
      .filter(({ weight }) => weight > 0)
  }

  private force(word: string, translation: string): void {
    for (const from of ['en', 'de'] as const)
      for (const own of keysOf(from, word)) {
        const terms = this.forced.get(own) ?? new Set()
        for (const term of termsOf(OTHER[from], translation)) terms.add(term)
        this.forced.set(own, terms)
      }
  }
}

/** Of translations that have one term, found in several ways, the most probable. */
function strongest(found: readonly TermAlternative[]): TermAlternative[] {
  const byTerm = new Map<string, TermAlternative>()
  for (const alternative of found) {
    const name = key(alternative.language, alternative.term)
    const known = byTerm.get(name)
    if (!known || alternative.weight > known.weight) byTerm.set(name, alternative)
  }
  return [...byTerm.values()]
}

function termsOf(language: TranslatedLanguage, text: string): string[] {
  return analyzerFor(language)
    .analyze(text)
    .filter(({ kind, functionWord }) => kind === 'word' && !functionWord)
    .map(({ term }) => term)
}

function keysOf(language: TranslatedLanguage, text: string): string[] {
  return termsOf(language, text).map((term) => key(language, term))
}

function key(language: string, term: string): string {
  return `${language} ${term}`
}
