import type { Language } from '../../language/language.js'
import { mapTerms, type Plan } from '../../search/plan.js'
import type { LanguageIndex } from './language-index.js'

/** Keeps an alternative that is for names only if the index has its term, and always with a capital. */
export function settlePlan(plan: Plan, indexes: readonly LanguageIndex[]): Plan {
  const isName = (language: Language, term: string) => {
    const field = indexes.find((index) => index.language === language)?.textField
    const forms = field?.formsOf(term) ?? []
    return forms.length > 0 && forms.every((form) => field!.forms.caseOf(form) !== 'lower')
  }
  return mapTerms(plan, (node) => ({
    ...node,
    alternatives: node.alternatives.filter(
      ({ language, term, nameOnly }) => !nameOnly || isName(language, term),
    ),
  }))
}
