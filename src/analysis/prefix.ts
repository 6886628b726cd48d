import type { Analyzer } from './analyzer.js'
import { foldDiacritics, normalForm, spellOut } from './fold.js'

/** The beginning of words, as one language folds it. */
export interface WordPrefix {
  fold: string
  /**
   * Where the folding loses what tells words apart (`ae` would be `a`, `d'A` would be `da`): the beginning
   * with its umlauts spelled out, its hyphens and apostrophes kept.
   */
  spelling: string | null
}

/** A hyphen in a beginning with fewer letters counts: `E-M` does not begin Empfang, `E-Mail` begins Emails. */
const MIN_JOINED = 4

/** @param text What a word begins with, as typed. */
export function wordPrefix(text: string, { fold }: Pick<Analyzer, 'fold'>): WordPrefix {
  const form = normalForm(text)
  const folded = fold(form)
  const joined = form.includes("'") || (form.includes('-') && folded.length < MIN_JOINED)
  const shortened = !folded.endsWith(foldDiacritics(form).slice(-1))
  return { fold: folded, spelling: joined || shortened ? spellOut(form) : null }
}

/** True for a form that begins so. */
export function hasPrefix(
  form: string,
  prefix: WordPrefix,
  { fold }: Pick<Analyzer, 'fold'>,
): boolean {
  if (prefix.spelling !== null && !spellOut(form).startsWith(prefix.spelling)) return false
  return fold(form).startsWith(prefix.fold)
}
