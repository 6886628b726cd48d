import type { Language } from '../../language/language.js'
import { mapTerms, type Plan, type TermAlternative } from '../../search/plan.js'
import type { FieldIndex } from './field-index.js'
import type { LanguageIndex } from './language-index.js'

/** What a word counts that is derived from the one asked for, or from the same: Aufnahme for aufnehmen. */
const RELATIVE_WEIGHT = 0.4

/**
 * The plan with what only the index knows. An alternative for names stays only if the index has its
 * term, and always with a capital. Words of the same family join, except below operators, which ask
 * for the word itself.
 */
export function settlePlan(plan: Plan, indexes: readonly LanguageIndex[]): Plan {
  const fields = new Map(indexes.map(({ language, textField }) => [language, textField]))
  const names = mapTerms(plan, (node) => ({
    ...node,
    alternatives: node.alternatives.filter(
      ({ language, term, nameOnly }) => !nameOnly || isName(fields.get(language), term),
    ),
  }))
  const { wanted, related } = mapTerms(names, (node) => ({
    ...node,
    alternatives: [...node.alternatives, ...relativesOf(node.alternatives, fields)],
  }))
  return { ...names, wanted, related }
}

function isName(field: FieldIndex | undefined, term: string): boolean {
  const forms = field?.formsOf(term) ?? []
  return forms.length > 0 && forms.every((form) => field!.isName(form))
}

function relativesOf(
  alternatives: readonly TermAlternative[],
  fields: ReadonlyMap<Language, FieldIndex>,
): TermAlternative[] {
  return alternatives
    .filter(({ nameOnly }) => !nameOnly)
    .flatMap(({ language, term, weight }) =>
      (fields.get(language)?.relatives(term) ?? []).map((relative) => ({
        language,
        term: relative,
        weight: weight * RELATIVE_WEIGHT,
        form: null,
        nameOnly: false,
      })),
    )
}
