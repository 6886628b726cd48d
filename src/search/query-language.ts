import { wordPrefix } from '../analysis/prefix.js'
import { analyzerFor } from '../analysis/registry.js'
import { rememberedLater } from '../memory/remembered.js'
import type { PhraseNode, PrefixNode, Query, QueryNode, WordNode } from '../query/query.js'
import type { BackOff } from '../translation/back-off-lexicon.js'
import type { TranslatedLanguage, TranslationLexicon } from '../translation/lexicon.js'
import type { Vocabulary } from './vocabulary.js'
import { type ReadWord, readWords, tokenIn } from './words.js'

/** How probably a query is in each language; the two add up to 1. */
export type QueryLanguage = Record<TranslatedLanguage, number>

/** Evidence in nats of log odds. */
const GRAMMAR = 3
const UMLAUT = 3
const KNOWN = 1.5
/** Of a word that the lexicon does not know, but its parts or relatives. */
const GUESSED = 1
const MOST_FREQUENCY = 2

/** What tells languages apart. */
export interface LanguageSources {
  vocabulary: Vocabulary
  lexicon: TranslationLexicon
  backOff: BackOff
}

/**
 * Tells in which language queries were written. The words that are to be found decide: words of grammar and German letters, in which
 * language the collection has a word, and in which a translation is known. Never certain: a film title or
 * a name says nothing, and then both directions are tried.
 */
export class QueryLanguages {
  private readonly voteFor = rememberedLater(
    ({ word }: ReadWord) => word,
    (word) => voteFor(word, this.sources),
  )

  constructor(private readonly sources: LanguageSources) {}

  async of(query: Query): Promise<QueryLanguage> {
    const asked = nodesAsked(query)
    let odds = asked.some((node) => /[äöüß]/i.test(node.text)) ? -UMLAUT : 0
    for (const node of asked)
      if (node.type !== 'prefix')
        for (const word of readWords(node)) odds += await this.voteFor(word)
    for (const node of asked)
      if (node.type === 'prefix') odds += await voteForPrefix(node, this.sources.vocabulary)
    const en = 1 / (1 + Math.exp(-odds))
    return { en, de: 1 - en }
  }
}

type TextNode = WordNode | PrefixNode | PhraseNode

/** What is to be found; what is excluded where there is nothing else. */
function nodesAsked({ clauses }: Query): TextNode[] {
  const asked = clauses.flatMap(wantedTexts)
  if (asked.length > 0) return asked
  return clauses.flatMap((clause) => (clause.type === 'not' ? wantedTexts(clause.child) : []))
}

function wantedTexts(node: QueryNode): TextNode[] {
  if (node.type === 'or' || node.type === 'and') return node.children.flatMap(wantedTexts)
  return node.type === 'word' || node.type === 'prefix' || node.type === 'phrase' ? [node] : []
}

/** Positive for English, negative for German. */
async function voteFor(word: ReadWord, sources: LanguageSources): Promise<number> {
  const [english, german] = [tokenIn('en', word)!, tokenIn('de', word)!]
  if (english.functionWord || german.functionWord)
    return GRAMMAR * (Number(english.functionWord) - Number(german.functionWord))
  const { vocabulary } = sources
  const en = await vocabulary.frequency('en', english.term)
  const de = await vocabulary.frequency('de', german.term)
  return byFrequency(en, de) + byKnowledge(english.term, german.term, word.parts, sources)
}

/** By the most frequent word of each language that begins so. */
async function voteForPrefix({ text }: PrefixNode, vocabulary: Vocabulary): Promise<number> {
  const [en, de] = await Promise.all(
    (['en', 'de'] as const).map(async (language) => {
      const prefix = wordPrefix(text, analyzerFor(language))
      const [first] = await vocabulary.completions(language, prefix, 1)
      return first?.passages ?? 0
    }),
  )
  return byFrequency(en!, de!)
}

function byFrequency(en: number, de: number): number {
  const odds = Math.log((en + 0.5) / (de + 0.5))
  return Math.max(-MOST_FREQUENCY, Math.min(MOST_FREQUENCY, odds))
}

/** Which side of the lexicon knows a word; where neither does, which knows something of it. */
function byKnowledge(
  english: string,
  german: string,
  parts: ReadWord['parts'],
  { lexicon, backOff }: LanguageSources,
): number {
  const knows = (term: string, from: TranslatedLanguage) =>
    lexicon.translations(term, from).length > 0
  const known = Number(knows(english, 'en')) - Number(knows(german, 'de'))
  if (known !== 0 || knows(english, 'en')) return KNOWN * known
  const guesses = (term: string, from: TranslatedLanguage) =>
    backOff.guess(term, from).translations.length > 0
  const isCompound = parts.length > 0 && parts.every(({ term }) => knows(term, 'de'))
  const isGerman = isCompound || guesses(german, 'de')
  return GUESSED * (Number(guesses(english, 'en')) - Number(isGerman))
}
