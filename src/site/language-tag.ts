import type { Language } from '../language/language.js'

/** The value of `lang`: empty where the language is not known, as HTML has it. */
export function languageTag(language: Language | null): string {
  return language === null || language === 'und' ? '' : language
}
