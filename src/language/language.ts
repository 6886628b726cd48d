/** BCP 47 tags of the languages a passage can be in; `und` (undetermined) where nothing tells. */
export const LANGUAGES = ['en', 'de', 'und'] as const

export type Language = (typeof LANGUAGES)[number]

/** Which language a text is in, and how sure that is (0 to 1). */
export interface LanguageGuess {
  language: Language
  confidence: number
}
