import type { Entry } from '../entries/entry.js'
import { LANGUAGES, type Language } from '../language/language.js'
import type { Synonyms } from '../synonyms/synonyms.js'
import type { PhrasePlanNode, PlanNode, TermAlternative, TermsNode } from './plan.js'
import { anyOf, spanOf } from './word-nodes.js'
import { type ReadWord, termIn } from './words.js'

/** What a synonym counts, as a share of the word that was asked for. */
const SYNONYM_WEIGHT = 0.7

/** A synonym, in the language of the passages where it is looked for. */
interface Found {
  language: Language
  entry: Entry
}

/**
 * Adds their synonyms to words that stand side by side in a query. What stands for several words
 * stands for each of them.
 *
 * @param reads The words in order, words of grammar included.
 */
export function withSynonyms(reads: readonly ReadWord[], synonyms: Synonyms) {
  const found = reads.map((): Found[] => [])
  for (const language of LANGUAGES) {
    const terms = reads.map((read) => termIn(language, read))
    for (const { from, to, alternatives } of synonyms.find(language, terms))
      for (let place = from; place < to; place++)
        found[place]!.push(...alternatives.map((entry) => ({ language, entry })))
  }
  return (node: TermsNode, place: number): PlanNode => addSynonyms(node, found[place]!)
}

function addSynonyms(node: TermsNode, found: readonly Found[]): PlanNode {
  const words = found.filter(({ entry }) => entry.words.length === 1)
  const phrases = found.filter(({ entry }) => entry.words.length > 1)
  const alternatives = [...node.alternatives, ...words.map(alternative)]
  return anyOf([{ ...node, alternatives }, ...phrases.map((each) => sequence(each, node))], node)
}

function alternative({ language, entry }: Found): TermAlternative {
  const { term } = entry.words[0]!
  return { language, term, weight: SYNONYM_WEIGHT, form: null, origin: 'synonym' }
}

/** Several words that stand for one: next to each other, in any of their forms. */
function sequence({ language, entry }: Found, node: TermsNode): PhrasePlanNode {
  const words = entry.words.map(({ term }) => ({ term }))
  return {
    type: 'phrase',
    ...spanOf(node),
    word: entry.text,
    sequences: [{ language, words }],
    origin: 'synonym',
  }
}
