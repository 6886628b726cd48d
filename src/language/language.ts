/** BCP 47 tags of the languages a passage can be in; `und` (undetermined) where nothing tells. */
export const LANGUAGES = ['en', 'de', 'und'] as const

export type Language = (typeof LANGUAGES)[number]

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'German',
  und: 'Neither English nor German',
}

/** Which language a text is in, and how sure that is (0 to 1). */
export interface LanguageGuess {
  language: Language
  confidence: number
}

const NAMES = new Map<string, Language>([
  ['en', 'en'],
  ['eng', 'en'],
  ['english', 'en'],
  ['englisch', 'en'],
  ['de', 'de'],
  ['deu', 'de'],
  ['ger', 'de'],
  ['german', 'de'],
  ['deutsch', 'de'],
  ['und', 'und'],
])

/** The language of a tag or an English or German name, in any case; a region (en-GB, de_AT) does not matter. */
export function languageNamed(name: string): Language | undefined {
  return NAMES.get(name.toLowerCase().replace(/[-_].*$/s, ''))
}
