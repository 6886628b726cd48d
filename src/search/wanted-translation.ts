/** A translation that somebody wants for a word of the query, besides what is known. */
export interface WantedTranslation {
  word: string
  translation: string
}

/** How one is written, for those who have written something else. */
export const WANTED_TRANSLATION = 'a word and its translation: resistance:Gegenwehr'

/** Reads `word:translation`; undefined where it is not so. */
export function readWantedTranslation(text: string): WantedTranslation | undefined {
  const [word, translation, ...rest] = text.split(':').map((part) => part.trim())
  return word && translation && rest.length === 0 ? { word, translation } : undefined
}
