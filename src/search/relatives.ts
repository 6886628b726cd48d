import type { TermAlternative, TermsNode } from './plan.js'
import type { Vocabulary } from './vocabulary.js'

/** What a word counts that is derived from the one asked for, or from the same: Aufnahme for aufnehmen. */
const RELATIVE_WEIGHT = 0.4

/** The node with the words of the collection that belong to the same families. */
export async function withRelatives(node: TermsNode, vocabulary: Vocabulary): Promise<TermsNode> {
  const asked = node.alternatives.filter(({ origin }) => origin === 'asked')
  const relatives = await Promise.all(asked.map((each) => relativesOf(each, vocabulary)))
  return { ...node, alternatives: [...node.alternatives, ...relatives.flat()] }
}

async function relativesOf(
  { language, term, weight }: TermAlternative,
  vocabulary: Vocabulary,
): Promise<TermAlternative[]> {
  const relatives = await vocabulary.relatives(language, term)
  return relatives.map((relative) => ({
    language,
    term: relative,
    weight: weight * RELATIVE_WEIGHT,
    form: null,
    origin: 'relative',
  }))
}
