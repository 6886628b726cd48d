import { analyzerFor } from '../analysis/registry.js'
import type { Glossary } from '../glossary/glossary.js'
import { otherLanguage } from '../glossary/rule.js'
import { LANGUAGES, type Language } from '../language/language.js'
import { Synonyms } from '../synonyms/synonyms.js'
import type { TranslatedLanguage } from '../translation/lexicon.js'
import type { CollectionTerms } from './collection-terms.js'
import { entryNodes } from './entry-nodes.js'
import type {
  PhrasePlanNode,
  PlanNode,
  PrefixPlanNode,
  TermAlternative,
  TermsNode,
} from './plan.js'
import type { QueryLanguage } from './query-language.js'
import type { Candidate, Candidates, TranslationSource } from './translation-candidates.js'
import type { Wishes } from './translation-wishes.js'
import type { Vocabulary } from './vocabulary.js'
import { bestOf, nodeOf, spanOf, termsNode } from './word-nodes.js'
import { contentTerms, readWords } from './words.js'

/** How a translation was found; the term that it is about is the alternative's. */
export interface Provenance {
  /** The word of the query. */
  word: string
  /** p(translation | word), 0 to 1. */
  probability: number
  source: TranslationSource
}

/** Translations below this probability are noise. */
const LEAST = 0.05
/**
 * Probabilities are taken to this power: a passage mostly has one of several translations, and would be
 * behind those that have the word in the query's own language.
 */
const FLATNESS = 0.6
/** What the translations of a word count that was taken for a mistake. */
const CORRECTED = 0.3
/** Cognates are only looked for where the query is surely in their language. */
const CERTAIN = 0.75
/** A query may well be in a language that is as probable as this. */
const LIKELY = 0.25
/** A query is hardly in a language that is less probable than this. */
const LEAST_LANGUAGE = 0.1

/** So many of the words that begin with a prefix are translated, by language: the most frequent ones. */
const MOST_COMPLETIONS = 5

/** A translation that excludes what an excluded word excludes. */
const SURE = 0.5

/** What a translator goes by. */
export interface TranslatorSources {
  vocabulary: Vocabulary
  terms: CollectionTerms
  candidates: Candidates
  glossary: Pick<Glossary, 'find'>
}

/** Translates the words of one query. */
export class Translator {
  constructor(
    private readonly language: QueryLanguage,
    private readonly wishes: Wishes,
    /** True where only passages in the other language are wanted. */
    private readonly onlyOther: boolean,
    private readonly sources: TranslatorSources,
  ) {}

  /** The languages that the query may be in. */
  get likely(): Language[] {
    return LANGUAGES.filter((language) => language === 'und' || this.language[language] >= LIKELY)
  }

  /** The language that hits are in when only the other language is wanted. */
  get target(): TranslatedLanguage {
    return this.language.en >= this.language.de ? 'de' : 'en'
  }

  /** The node with its translations: evidence adds up by probability (Darwish and Oard 2003). */
  async translated(node: TermsNode): Promise<TermsNode> {
    if (this.isKnownWhole(node) || !(await this.hasHead(node))) return node
    const own = node.alternatives.filter(
      ({ origin }) => origin === 'asked' || origin === 'correction',
    )
    const found = node.inGlossary
      ? own.map((asked) => this.alternatives(asked, node, this.requested(asked)))
      : await Promise.all(own.map((asked) => this.translationsOf(asked, own, node)))
    return { ...node, alternatives: [...node.alternatives, ...strongest(found.flat())] }
  }

  /** True for a part of a compound that is translated as a whole: its parts would count the same twice. */
  private isKnownWhole({ partOf, alternatives }: TermsNode): boolean {
    const language = alternatives[0]?.language
    if (partOf === null || language === undefined || language === 'und') return false
    return contentTerms(language, partOf).some((term) =>
      this.sources.candidates.isKnown(term, language),
    )
  }

  /** False for a part of a compound whose head means nothing that occurs: a Jahrmarkt is a market and not a year. */
  private async hasHead({ partOf, alternatives }: TermsNode): Promise<boolean> {
    const [part] = alternatives
    if (partOf === null || part === undefined) return true
    const tokens = analyzerFor(part.language).analyze(partOf)
    const head = tokens.findLast(({ kind }) => kind === 'part')
    if (head === undefined || head.term === part.term) return true
    const asked = { ...part, term: head.term }
    return this.occur(await this.translationsOf(asked, [asked], { word: head.form, partOf }))
  }

  /**
   * A phrase or what the glossary has for it, else in the other language its words near each other; the phrase
   * alone where a word has no translation.
   */
  async translatedPhrase(node: PhrasePlanNode): Promise<PlanNode> {
    if (node.origin !== 'asked' || node.sequences[0]!.words.length < 2) return node
    const { reads, entries } = this.readPhrase(node)
    const written = entries.whole(termsNode({ ...reads[0]!, ...spanOf(node), word: node.word }))
    if (written.length > 0) return bestOf([node, ...written], node)
    const words = reads.flatMap((read, place) =>
      read.isGrammar ? [] : [entries.withWords(termsNode(read), place)],
    )
    const nodes = await Promise.all(words.map((word) => this.onlyTranslated(word)))
    const isTranslated = nodes.some(({ alternatives }) =>
      alternatives.some(({ origin }) => origin === 'translation'),
    )
    if (!isTranslated || nodes.some(({ alternatives }) => alternatives.length === 0)) return node
    return bestOf([node, { type: 'near', ...spanOf(node), word: node.word, nodes }], node)
  }

  /** A prefix, or what the most frequent words that begin so are in the other language. */
  async translatedPrefix(node: PrefixPlanNode): Promise<PlanNode> {
    const word = `${node.word}*`
    const found = await Promise.all(
      node.prefixes.map(async ({ language, prefix }) => {
        const words = await this.sources.vocabulary.completions(language, prefix, MOST_COMPLETIONS)
        return words.flatMap(({ term }) => {
          const begun = { language, term, weight: 1, form: null, origin: 'completion' as const }
          return this.alternatives(begun, { word, partOf: null }, this.written(begun))
        })
      }),
    )
    const alternatives = strongest(found.flat())
    if (alternatives.length === 0) return node
    return bestOf([node, nodeOf(word, alternatives, node)], node)
  }

  /** What an excluded word excludes: in the other language what is surely meant by it, if only that is asked for. */
  async withSureTranslations(node: TermsNode | PhrasePlanNode): Promise<PlanNode> {
    if (!this.onlyOther) return node
    const { entries, reads } = this.readPhrase(node)
    const written = reads.length === 0 ? [] : entries.whole(termsNode(reads[0]!))
    if (written.length > 0) return bestOf([node, ...written], node)
    if (node.type === 'phrase') return node
    const { alternatives } = await this.translated(node)
    const sure = alternatives.filter(
      ({ provenance }) => !provenance || provenance.probability >= SURE,
    )
    return { ...node, alternatives: sure }
  }

  /** The words of a phrase, or of a word, and what the glossary has for them. */
  private readPhrase(node: PhrasePlanNode | TermsNode) {
    const reads = readWords({ text: node.word, start: node.start })
    const { glossary } = this.sources
    return { reads, entries: entryNodes(reads, { synonyms: new Synonyms(), glossary }) }
  }

  /** A word of a phrase in the language that the query is not in; a name is itself there. */
  private async onlyTranslated(word: TermsNode): Promise<TermsNode> {
    const to = this.target
    const { alternatives } = await this.translated(await this.sources.terms.withoutFalseNames(word))
    const inOther = alternatives.filter(({ language }) => language === to)
    const translated = inOther.filter(({ origin }) => origin === 'translation')
    return { ...word, place: null, alternatives: translated.length > 0 ? translated : inOther }
  }

  /** What is known of a term. */
  private written(asked: TermAlternative): readonly Candidate[] {
    const { term, language } = asked
    if (language === 'und') return []
    const known = this.sources.candidates.written(term, language)
    const requested = this.requested(asked)
    return requested.length === 0 ? known : [...requested, ...known]
  }

  /** What the request says. */
  private requested({ term, language }: TermAlternative): Candidate[] {
    if (language === 'und') return []
    return this.wishes
      .translations(term, language)
      .map((translation) => ({ term: translation, probability: 1, source: 'request' }))
  }

  /**
   * What is known of a word; where nothing of that occurs, nor the word itself, what can be guessed:
   * relatives and parts, then cognates.
   */
  private async translationsOf(
    asked: TermAlternative,
    own: readonly TermAlternative[],
    node: Pick<TermsNode, 'word' | 'partOf'>,
  ): Promise<TermAlternative[]> {
    const from = asked.language
    if (from === 'und') return []
    // A word that is hardly in this language has no translations but those that are wanted.
    if (this.probability(from) === 0 && this.requested(asked).length === 0) return []
    const known = this.alternatives(asked, node, this.written(asked))
    const itself = own.filter(({ language }) => language === otherLanguage(from))
    if (await this.occur([...known, ...itself])) return known
    const { translations, essential } = this.sources.candidates.derived(asked.term, from)
    if (await this.occur(this.alternatives(asked, node, essential)))
      return this.alternatives(asked, node, translations)
    // A word that nothing is known of may as well be mistyped.
    if (this.language[from] < CERTAIN) return []
    return this.alternatives(asked, node, await this.sources.candidates.cognates(asked.term, from))
  }

  /** True if any of them occurs. */
  private async occur(alternatives: readonly TermAlternative[]): Promise<boolean> {
    const { vocabulary } = this.sources
    for (const { language, term } of alternatives)
      if ((await vocabulary.frequency(language, term)) > 0) return true
    return false
  }

  /** How probably the query is in a language, 0 where it hardly is. */
  private probability(language: TranslatedLanguage): number {
    return this.language[language] >= LEAST_LANGUAGE ? this.language[language] : 0
  }

  private alternatives(
    asked: TermAlternative,
    { word, partOf }: Pick<TermsNode, 'word' | 'partOf'>,
    candidates: readonly Candidate[],
  ): TermAlternative[] {
    if (asked.language === 'und') return []
    const from = asked.language
    const language = otherLanguage(from)
    const certainty = asked.origin === 'correction' ? CORRECTED : 1
    const likely = certainty * this.probability(from)
    return candidates
      .filter(({ probability }) => probability >= LEAST)
      .filter(({ term, source }) => source === 'request' || !this.wishes.refuses(term, language))
      .map(({ term, probability, source }) => ({
        language,
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

function key(language: string, term: string): string {
  return `${language} ${term}`
}
