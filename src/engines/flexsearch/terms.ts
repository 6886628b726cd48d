import { LANGUAGES } from '../../language/language.js'
import type { Explanation } from '../../search/engine.js'
import type { TermAlternative, TermsNode } from '../../search/plan.js'
import { concatenate } from './accumulator.js'
import { inverseDocumentFrequency } from './bm25.js'
import { Clause, type ContextClause } from './clause.js'
import type { FieldIndex } from './field-index.js'
import type { LanguageIndex } from './language-index.js'
import type { EngineParts } from './parts.js'
import { heaviest, WordInLanguage } from './word.js'

/** A word as a clause: its passages in every language. A passage is in one language's index only. */
export function wordClause(node: TermsNode, parts: EngineParts): Clause {
  const { store, indexes, sums } = parts
  const idf = idfOf(node, parts)
  /** By place in {@link LANGUAGES}. */
  const words = LANGUAGES.map((language) => {
    const index = indexes.find((candidate) => candidate.language === language)
    return index && new WordInLanguage(node, index, store, idf)
  })
  const all = words.filter((word) => word !== undefined)
  const { ids, scores } = concatenate(all.map((word) => word.scores(sums)))
  return new Clause({
    ids,
    scores,
    bound: Math.max(0, ...all.map(({ bound }) => bound)),
    explain: (id) => words[store.language[id]!]!.explain(id),
    context: all.some(({ hasContext }) => hasContext)
      ? new WordContext(words, store.language)
      : undefined,
  })
}

/** What stands beside passages of all languages. A class, so that its calls stay fast: there is one per hit. */
class WordContext implements ContextClause {
  /** @param words By place in {@link LANGUAGES}. */
  constructor(
    private readonly words: readonly (WordInLanguage | undefined)[],
    private readonly languageOf: Uint8Array,
  ) {}

  score(id: number): number {
    return this.words[this.languageOf[id]!]!.contextScore(id)
  }

  explain(id: number): Explanation {
    return this.words[this.languageOf[id]!]!.explainContext(id)
  }
}

/** The weight of a word: its inverse document frequency. */
export function idfOf(node: TermsNode, parts: EngineParts): number {
  return inverseDocumentFrequency(documentFrequency(node, parts), parts.store.passageCount)
}

/**
 * In how many passages of all languages a word is, by any of its terms. One number for all languages: a
 * false friend that is rare in the wrong language must not outweigh the word in the right one. Corrections
 * count only for a word that is nowhere: they must not make a rare word common.
 */
function documentFrequency(node: TermsNode, parts: EngineParts): number {
  const certain = node.alternatives.filter(({ origin }) => origin !== 'correction')
  return frequencyOf(certain, parts) || frequencyOf(node.alternatives, parts)
}

function frequencyOf(alternatives: readonly TermAlternative[], { indexes }: EngineParts): number {
  const sum = (pick: (index: LanguageIndex) => FieldIndex) =>
    different(alternatives).reduce((total, { language, term, weight }) => {
      const index = indexes.find((candidate) => candidate.language === language)
      return total + (index ? weight * pick(index).frequency(term) : 0)
    }, 0)
  // A word that no text has is as rare as the sections that have it.
  return sum(({ textField }) => textField) || sum(({ contextField }) => contextField)
}

/** The alternatives without those that another one makes superfluous. */
function different(alternatives: readonly TermAlternative[]): TermAlternative[] {
  return LANGUAGES.flatMap((language) =>
    heaviest(alternatives.filter((alternative) => alternative.language === language)),
  )
}
