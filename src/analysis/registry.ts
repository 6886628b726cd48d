import type { Language } from '../language/language.js'
import type { Analyzer } from './analyzer.js'
import { german } from './lang/de/analyzer.js'
import { english } from './lang/en/analyzer.js'
import { undetermined } from './lang/und/analyzer.js'

const ANALYZERS: Record<Language, Analyzer> = { en: english, de: german, und: undetermined }

/** The analyzer of a language. */
export function analyzerFor(language: Language): Analyzer {
  return ANALYZERS[language]
}
