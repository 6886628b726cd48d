import { analyzerFor } from '../analysis/registry.js'
import type { Token } from '../analysis/token.js'
import type { Query, QueryNode } from '../query/query.js'
import type { TranslatedLanguage, TranslationLexicon } from '../translation/lexicon.js'
import type { Vocabulary } from './vocabulary.js'

/** How probably a query is in each language; the two add up to 1. */
export type QueryLanguage = Record<TranslatedLanguage, number>

/** Evidence in nats of log odds. */
const GRAMMAR = 3
const UMLAUT = 3
const KNOWN = 1.5
const MOST_FREQUENCY = 2

/**
 * In which language a query was written. The words that are to be found decide: words of grammar and German letters, in which
 * language the collection has a word, and in which a translation is known. Never certain: a film title or
 * a name says nothing, and then both directions are tried.
 */
export async function languageOfQuery(
  query: Query,
  vocabulary: Vocabulary,
  lexicon: TranslationLexicon,
): Promise<QueryLanguage> {
  const text = wordsAsked(query)
  const [english, german] = [wordsOf(text, 'en'), wordsOf(text, 'de')]
  const votes = await Promise.all(
    english.map((word, i) => voteFor(word, german[i]!, vocabulary, lexicon)),
  )
  const umlauts = /[äöüß]/i.test(text) ? -UMLAUT : 0
  const odds = votes.reduce((sum, vote) => sum + vote, umlauts)
  const en = 1 / (1 + Math.exp(-odds))
  return { en, de: 1 - en }
}

/** The words that are to be found; those that are excluded where there are no others. */
function wordsAsked({ clauses }: Query): string {
  const asked = clauses.flatMap(wantedTexts)
  const excluded = clauses.flatMap((clause) =>
    clause.type === 'not' ? wantedTexts(clause.child) : [],
  )
  return (asked.length > 0 ? asked : excluded).join(' ')
}

function wantedTexts(node: QueryNode): string[] {
  if (node.type === 'or' || node.type === 'and') return node.children.flatMap(wantedTexts)
  const isText = node.type === 'word' || node.type === 'prefix' || node.type === 'phrase'
  return isText ? [node.text] : []
}

/** The words of a text, as many and in the same places whatever the language. */
function wordsOf(text: string, language: TranslatedLanguage): Token[] {
  return analyzerFor(language)
    .analyze(text)
    .filter(({ kind }) => kind === 'word')
}

/** Positive for English, negative for German. */
async function voteFor(
  english: Token,
  german: Token,
  vocabulary: Vocabulary,
  lexicon: TranslationLexicon,
): Promise<number> {
  if (english.functionWord || german.functionWord)
    return GRAMMAR * (Number(english.functionWord) - Number(german.functionWord))
  const [en, de] = await Promise.all([
    vocabulary.frequency('en', english.term),
    vocabulary.frequency('de', german.term),
  ])
  const frequency = Math.log((en + 0.5) / (de + 0.5))
  const bounded = Math.max(-MOST_FREQUENCY, Math.min(MOST_FREQUENCY, frequency))
  return (
    bounded + KNOWN * (isKnown(english.term, 'en', lexicon) - isKnown(german.term, 'de', lexicon))
  )
}

function isKnown(term: string, from: TranslatedLanguage, lexicon: TranslationLexicon): number {
  return Number(lexicon.translations(term, from).length > 0)
}
