/** The languages in which people are spoken to. */
export const INTERFACE_LANGUAGES = ['en', 'de'] as const

export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number]
