import { GERMAN } from './de.js'
import { ENGLISH, type Texts } from './en.js'
import type { PageLanguage } from './language.js'

export type { Texts }

/** Everything that the pages say, by language. */
export const TEXTS: Readonly<Record<PageLanguage, Texts>> = { en: ENGLISH, de: GERMAN }
