/**
 * The translation lexicon by itself, for browsers and other programs: `fundstelle/lexicon`. The bytes to read are in
 * `fundstelle/lexicon/en-de.bin`.
 */
export type { TranslatedLanguage, Translation, TranslationLexicon } from './translation/lexicon.js'
export { LexiconError } from './translation/lexicon-error.js'
export type { LexiconHeader, LexiconSource } from './translation/packed-format.js'
export { PackedLexicon } from './translation/packed-lexicon.js'
