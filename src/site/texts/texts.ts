import type { InterfaceLanguage } from '../../interface/interface-language.js'
import { GERMAN } from './de.js'
import { ENGLISH, type Texts } from './en.js'

export type { Texts }

/** Everything that the pages say, by language. */
export const TEXTS: Readonly<Record<InterfaceLanguage, Texts>> = { en: ENGLISH, de: GERMAN }
