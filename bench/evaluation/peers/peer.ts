import { analyzerFor } from '../../../src/analysis/registry.js'
import type { Language } from '../../../src/language/language.js'
import type { Collection, JudgedPassage } from '../collection.js'
import { DEPTH, type Question, type Run } from '../system.js'

/**
 * How a peer analyzes: as its makers recommend for a language, or not at all, because it gets the terms of
 * our analyzer with spaces between them.
 */
export type Setup = 'en' | 'de' | 'terms'

/** Whose analysis: the peer's for the language, or ours. */
export type Analysis = 'language' | 'terms'

export interface ScoredPassage {
  /** Place in the list that was indexed. */
  number: number
  score: number
}

/** All passages that have any word of a text, best first. */
export type Ask = (words: string) => ScoredPassage[] | Promise<ScoredPassage[]>

export interface Peer {
  name: string
  index(texts: readonly string[], setup: Setup): Promise<Ask> | Ask
}

/**
 * Peers know one language per index: a collection of both is two indexes, both are asked, and the
 * better score is first. A pool is a filter, as it is for Fundstelle: idf stays that of all passages.
 */
export async function runPeer(
  peer: Peer,
  analysis: Analysis,
  { passages }: Collection,
  questions: readonly Question[],
): Promise<Run> {
  const found = new Map<string, { passage: JudgedPassage; score: number }[]>()
  for (const [language, own] of byLanguage(passages)) {
    const prepare = (text: string) => prepared(text, language, analysis)
    const texts = own.map((passage) => prepare(searchableText(passage)))
    const ask = await peer.index(texts, analysis === 'terms' ? 'terms' : setupFor(language))
    for (const { id, words, pool } of questions) {
      const hits = (await ask(prepare(words)))
        .map(({ number, score }) => ({ passage: own[number]!, score }))
        .filter(({ passage }) => pool === undefined || passage.pool === pool)
      found.set(id, [...(found.get(id) ?? []), ...hits.slice(0, DEPTH)])
    }
  }
  return new Map([...found].map(([id, hits]) => [id, best(hits)]))
}

function best(hits: readonly { passage: JudgedPassage; score: number }[]): string[] {
  const sorted = [...hits].sort((a, b) => b.score - a.score)
  return sorted.slice(0, DEPTH).map(({ passage }) => passage.id)
}

function byLanguage(passages: readonly JudgedPassage[]): Map<Language, readonly JudgedPassage[]> {
  const languages = [...new Set(passages.map(({ lang }) => lang))].sort()
  return new Map(languages.map((lang) => [lang, passages.filter((p) => p.lang === lang)]))
}

/** Title and headings stand before the text where Fundstelle indexes them as well. */
export function searchableText({ context, text }: JudgedPassage): string {
  return context === undefined ? text : `${context}\n${text}`
}

/** The few passages in no known language are taken for English. */
export function setupFor(language: Language): 'en' | 'de' {
  return language === 'de' ? 'de' : 'en'
}

/** A text for a peer; as terms, what Fundstelle searches: stems and parts of compounds, no words of grammar. */
export function prepared(text: string, language: Language, analysis: Analysis): string {
  if (analysis === 'language') return text
  return analyzerFor(language)
    .analyze(text)
    .filter(({ functionWord }) => !functionWord)
    .map(({ term }) => term)
    .join(' ')
}
