import { analyzerFor } from '../analysis/registry.js'
import type { Language } from '../language/language.js'
import { isSearchable } from '../query/characters.js'
import { parseQuery } from '../query/parse.js'
import type { Entry } from './entry.js'
import { quote } from './fault.js'

/** A longer entry is a sentence, or a list without its commas. */
const MAX_WORDS = 10

/** Signs with which other programs write groups and rules. */
const FOREIGN_SIGN = /[=<>→;]/

/**
 * Reads an entry as a query is read, and analyzes its words; a string says why it cannot be an entry.
 *
 * @param notation How the file at hand writes what other programs write with signs; the end of a sentence.
 */
export function readEntry(text: string, language: Language, notation: string): Entry | string {
  if (!isSearchable(text)) return `${quote(text)} has no word in it and is left out.`
  if (FOREIGN_SIGN.test(text)) return `${quote(text)} is left out: ${notation}.`
  const { clauses, diagnostics } = parseQuery(text)
  const plain = clauses.flatMap((clause) => (clause.type === 'word' ? [clause.text] : []))
  if (diagnostics.length > 0 || plain.length < clauses.length)
    return `${quote(text)} is left out: it has a sign or a word of the query language in it; write plain words only.`
  return analyzeEntry(text, plain, language)
}

function analyzeEntry(text: string, plain: readonly string[], language: Language) {
  const words = plain
    .flatMap((word) => analyzerFor(language).analyze(word))
    .filter(({ kind }) => kind === 'word')
    .map(({ term, form, functionWord }) => ({ term, form, functionWord }))
  if (words.every(({ functionWord }) => functionWord))
    return `${quote(text)} is left out: it has only words of grammar, which are not searched.`
  if (words.length > MAX_WORDS)
    return `${quote(text)} is left out: an entry has at most ${MAX_WORDS} words, not ${words.length}.`
  return { text, words }
}
