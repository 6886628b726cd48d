import { analyzerFor } from '../analysis/registry.js'
import type { Language } from '../language/language.js'
import type { TermAlternative, TermsNode } from './plan.js'
import type { Vocabulary } from './vocabulary.js'

/** What a word counts that is derived from the one asked for, or from the same: Aufnahme for aufnehmen. */
const RELATIVE_WEIGHT = 0.4

/** Shorter terms begin too many words by chance. */
const MIN_MODIFIER = 5

/** The node with the words of the collection that belong to the same families, or begin with it. */
export async function withRelatives(node: TermsNode, vocabulary: Vocabulary): Promise<TermsNode> {
  const alternatives = [...node.alternatives]
  for (const each of node.alternatives)
    if (each.origin === 'asked' && hasRelatives(each.language))
      alternatives.push(...(await relativesOf(each, vocabulary)))
  return { ...node, alternatives }
}

/** False where neither families nor compounds are known. */
function hasRelatives(language: Language): boolean {
  const { family, links } = analyzerFor(language)
  return family !== null || links.length > 0
}

async function relativesOf(
  asked: TermAlternative,
  vocabulary: Vocabulary,
): Promise<TermAlternative[]> {
  const { language, term } = asked
  const family = await vocabulary.relatives(language, term)
  const compounds = term.length < MIN_MODIFIER ? [] : await vocabulary.compoundsOf(language, term)
  return [
    ...family.map((relative) => standIn(asked, relative, RELATIVE_WEIGHT, 'relative')),
    ...compounds.map((whole) =>
      standIn(asked, whole, (RELATIVE_WEIGHT * term.length) / whole.length, 'compound'),
    ),
  ]
}

function standIn(
  { language, weight }: TermAlternative,
  term: string,
  share: number,
  origin: 'relative' | 'compound',
): TermAlternative {
  return { language, term, weight: weight * share, form: null, origin }
}
