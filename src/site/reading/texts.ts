import type { InterfaceLanguage } from '../../interface/interface-language.js'
import { GERMAN_READING } from './texts-de.js'
import { ENGLISH_READING, type ReadingTexts } from './texts-en.js'

export type { ReadingTexts }

/** What the pages for reading say, by language. */
export const READING_TEXTS: Readonly<Record<InterfaceLanguage, ReadingTexts>> = {
  en: ENGLISH_READING,
  de: GERMAN_READING,
}
