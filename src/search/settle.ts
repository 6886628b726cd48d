import { LANGUAGES } from '../language/language.js'
import type { TranslationLexicon } from '../translation/lexicon.js'
import type { Budget } from './budget.js'
import type { CollectionTerms } from './collection-terms.js'
import { completed } from './completions.js'
import { type Correction, corrected } from './corrections.js'
import { leaves, mapLeaves, type Plan, type TermsNode } from './plan.js'
import type { Translator } from './translations.js'
import type { Vocabulary } from './vocabulary.js'

/** Steps to look up what stands for a word, in the other language too, and the most frequent words that begin so, about. */
const WORD = 5_000
const TRANSLATED_WORD = 12_000
const PREFIX = 50_000

/** A plan with the collection's own words in it, and what was taken for a mistake. */
export interface SettledPlan {
  plan: Plan
  corrections: Correction[]
}

/** What plans are settled with. */
export interface SettlingSources {
  vocabulary: Vocabulary
  terms: CollectionTerms
  /** Tells words from mistakes, also where nothing is to be translated. */
  lexicon: TranslationLexicon
}

/**
 * Fits a plan to the words of a collection: other spellings stay where they are names, relatives join, an
 * unfinished word gets the words that begin so, translations join, and one that finds nothing, or next to nothing, the words like it.
 */
export async function settlePlan(
  plan: Plan,
  { vocabulary, terms, lexicon }: SettlingSources,
  translator: Translator | undefined,
  budget: Budget,
): Promise<SettledPlan> {
  const corrections: Correction[] = []
  const compounds = await knownCompounds(plan, vocabulary)
  // What is required is required as it was asked; words of grammar have no relatives.
  const alone = new Set(leaves([...plan.required, ...plan.boosting]))
  const settleWord = async (asked: TermsNode): Promise<TermsNode> => {
    await budget.pause()
    if (!budget.allows(translator ? TRANSLATED_WORD : WORD)) return asked
    const named = await terms.withoutFalseNames(asked)
    const node = alone.has(asked) ? named : await terms.withRelatives(named)
    const known = translator ? await translator.translated(node) : node
    const complete = await completed(known, vocabulary)
    const isCompound = compounds.has(asked.start)
    const { node: mended, correction } = await corrected(complete, vocabulary, {
      isCompound,
      budget,
      languages: translator?.likely ?? LANGUAGES,
      lexicon,
    })
    if (!correction) return complete
    corrections.push(correction)
    return translator ? translator.translated(mended) : mended
  }
  const settled = await mapLeaves(
    plan,
    {
      terms: settleWord,
      phrase: async (node) => {
        await budget.pause()
        return translator ? translator.translatedPhrase(node) : node
      },
      prefix: async (node) => {
        await budget.pause()
        return translator && budget.allows(PREFIX) ? translator.translatedPrefix(node) : node
      },
    },
    {
      terms: async (node) => {
        const named = await terms.withoutFalseNames(node)
        return translator ? translator.withSureTranslations(named) : named
      },
      phrase: async (node) => (translator ? translator.withSureTranslations(node) : node),
      prefix: async (node) => node,
    },
  )
  return {
    plan: settled,
    corrections: corrections.sort((a, b) => a.start - b.start),
  }
}

/** Where compounds begin whose parts all occur: they may be rare, but they are no mistakes. */
async function knownCompounds(plan: Plan, vocabulary: Vocabulary): Promise<Set<number>> {
  const known = new Map<number, boolean>()
  for (const node of leaves([...plan.related, ...plan.wanted, ...plan.required])) {
    if (node.type !== 'terms' || node.partOf === null) continue
    const { language, term } = node.alternatives[0]!
    const occurs = (await vocabulary.frequency(language, term)) > 0
    known.set(node.start, occurs && (known.get(node.start) ?? true))
  }
  return new Set([...known].filter(([, all]) => all).map(([start]) => start))
}
