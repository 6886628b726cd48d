import type { TermAlternative, TermsNode } from './plan.js'
import type { Vocabulary } from './vocabulary.js'

/** What a word counts that is derived from the one asked for, or from the same: Aufnahme for aufnehmen. */
const RELATIVE_WEIGHT = 0.4

/** Shorter terms begin too many words by chance. */
const MIN_MODIFIER = 5

/** The node with the words of the collection that belong to the same families, or begin with it. */
export async function withRelatives(node: TermsNode, vocabulary: Vocabulary): Promise<TermsNode> {
  const asked = node.alternatives.filter(({ origin }) => origin === 'asked')
  const relatives = await Promise.all(asked.map((each) => relativesOf(each, vocabulary)))
  return { ...node, alternatives: [...node.alternatives, ...relatives.flat()] }
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
