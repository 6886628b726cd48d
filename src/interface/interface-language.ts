/** The languages in which people are spoken to. */
export type InterfaceLanguage = 'en' | 'de'
