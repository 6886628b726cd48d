import type { InterfaceLanguage } from '../../interface/interface-language.js'

/** Languages that the pages themselves can be in. */
export const PAGE_LANGUAGES = ['en', 'de'] as const satisfies readonly InterfaceLanguage[]

export type PageLanguage = InterfaceLanguage
