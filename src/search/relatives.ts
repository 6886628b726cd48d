import { analyzerFor } from '../analysis/registry.js'
import type { Language } from '../language/language.js'
import type { TermAlternative } from './plan.js'
import type { Vocabulary } from './vocabulary.js'

/** What a word counts that is derived from the one asked for, or from the same: Aufnahme for aufnehmen. */
const RELATIVE_WEIGHT = 0.4

/** Shorter terms begin too many words by chance. */
const MIN_MODIFIER = 5

/** The words of the collection that belong to the same family as one that was asked for, or begin with it. */
export async function relativesOf(
  asked: TermAlternative,
  vocabulary: Vocabulary,
): Promise<TermAlternative[]> {
  const { language, term } = asked
  if (!hasRelatives(language)) return []
  const family = await vocabulary.relatives(language, term)
  const compounds = term.length < MIN_MODIFIER ? [] : await vocabulary.compoundsOf(language, term)
  return [
    ...family.map((relative) => standIn(asked, relative, RELATIVE_WEIGHT, 'relative')),
    ...compounds.map((whole) =>
      standIn(asked, whole, (RELATIVE_WEIGHT * term.length) / whole.length, 'compound'),
    ),
  ]
}

/** False where neither families nor compounds are known. */
function hasRelatives(language: Language): boolean {
  const { family, links } = analyzerFor(language)
  return family !== null || links.length > 0
}

function standIn(
  { language, weight }: TermAlternative,
  term: string,
  share: number,
  origin: 'relative' | 'compound',
): TermAlternative {
  return { language, term, weight: weight * share, form: null, origin }
}
