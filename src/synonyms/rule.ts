import type { Entry } from '../entries/entry.js'
import type { Language } from '../language/language.js'

/**
 * Who asks for an entry of `from` also finds every entry of `to`, in passages of the language. In a group, where
 * all mean the same, the two are one list; no entry stands for itself.
 */
export interface SynonymRule {
  language: Language
  from: Entry[]
  to: Entry[]
}
