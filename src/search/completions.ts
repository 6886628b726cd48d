import type { TermAlternative, TermsNode } from './plan.js'
import type { Vocabulary } from './vocabulary.js'

/** How many of the words that begin so are searched, by language: the most frequent ones. */
const MOST = 20
/** What a completed word counts, as a share of one that was typed whole. */
const COMPLETION_WEIGHT = 0.5

/** The node with the terms of the words that it may be the beginning of. */
export async function completed(node: TermsNode, vocabulary: Vocabulary): Promise<TermsNode> {
  if (node.unfinished.length === 0) return node
  const words = await Promise.all(
    node.unfinished.map(({ language, prefix }) => vocabulary.completions(language, prefix, MOST)),
  )
  const alternatives = [...node.alternatives]
  const isKnown = (language: string, term: string) =>
    alternatives.some((known) => known.language === language && known.term === term)
  for (const { language, term } of words.flat())
    if (!isKnown(language, term)) alternatives.push(completion(language, term))
  return { ...node, alternatives }
}

function completion(language: TermAlternative['language'], term: string): TermAlternative {
  return { language, term, weight: COMPLETION_WEIGHT, form: null, origin: 'completion' }
}
