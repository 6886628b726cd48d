import { normalForm } from '../analysis/fold.js'
import { analyzerFor } from '../analysis/registry.js'
import type { Token } from '../analysis/token.js'
import type { Language } from '../language/language.js'
import type { IndexedPassage } from './engine.js'
import type { Searcher } from './searcher.js'
import type { Suggestion } from './suggest.js'

/** How much of a collection to look at for examples. */
const DOCUMENTS = 50
const PASSAGES_EACH = 20
const FALLBACK = ['lang:en', 'lang:de', 'date:2000..']

/**
 * Three queries that find something in this collection: a German noun, two English words, a phrase.
 * @param names normal forms of words in the names of speakers, which are no such noun
 */
export async function exampleQueries(
  searcher: Searcher,
  names: ReadonlySet<string>,
): Promise<string[]> {
  const passages = await sample(searcher)
  const english = passages.filter(({ language }) => language === 'en')
  const german = passages.filter(({ language }) => language === 'de')
  const found = [
    longest(german.flatMap(nouns).filter((noun) => !names.has(normalForm(noun)))),
    mostFrequent(english.flatMap((passage) => pairs(passage, false))),
    quoted(mostFrequent(passages.flatMap((passage) => pairs(passage, true)))),
  ]
  return [...found.filter((query) => query !== undefined), ...FALLBACK].slice(0, 3)
}

/** Those of some queries that find something in passages of these languages. */
export async function thatFind(
  queries: readonly string[],
  searcher: Searcher,
  lang: readonly Language[],
): Promise<Suggestion[]> {
  const found = await Promise.all(
    queries.map((query) => searcher.search(query, { lang: [...lang], limit: 0 })),
  )
  return queries
    .map((text, i): Suggestion => {
      return { text, type: 'query', passages: found[i]!.total, document: null }
    })
    .filter(({ passages }) => passages > 0)
}

async function sample({ engine }: Searcher): Promise<IndexedPassage[]> {
  const documents = (await engine.documents()).slice(0, DOCUMENTS)
  const passages = await Promise.all(
    documents.map(({ id }) => engine.passagesOf(id, 0, PASSAGES_EACH)),
  )
  return passages.flat()
}

/** Long words with a capital inside a sentence: in German, nouns rather than names. */
function nouns({ text, language }: IndexedPassage): string[] {
  const tokens = analyzerFor(language).analyze(text)
  return tokens
    .filter(
      (token) => token.kind === 'word' && isCapital(text, token) && token.end - token.start > 9,
    )
    .map(({ start, end }) => text.slice(start, end))
}

/** Neighbouring words with weight, either two names or two words in lower case. */
function pairs({ text, language }: IndexedPassage, names: boolean): string[] {
  const tokens = analyzerFor(language)
    .analyze(text)
    .filter((token) => token.kind === 'word')
  return tokens.flatMap((token, i) => {
    const next = tokens[i + 1]
    if (!next || text.slice(token.end, next.start) !== ' ') return []
    const fits = [token, next].every(
      (word) => !word.functionWord && word.form.length > 3 && isCapital(text, word) === names,
    )
    return fits ? [text.slice(token.start, next.end)] : []
  })
}

function isCapital(text: string, { start }: Token): boolean {
  const first = text.charAt(start)
  return first !== first.toLowerCase()
}

function quoted(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `"${text}"`
}

/** The longest of the strings that occur three times or more, else the most frequent. */
function longest(strings: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const string of strings) counts.set(string, (counts.get(string) ?? 0) + 1)
  const usual = [...counts].filter(([, times]) => times >= 3).map(([string]) => string)
  if (usual.length === 0) return mostFrequent(strings)
  return usual.reduce((best, string) => (string.length > best.length ? string : best))
}

/** The string that occurs most often, at least twice; the first such in the order of the texts. */
function mostFrequent(strings: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const string of strings) counts.set(string, (counts.get(string) ?? 0) + 1)
  let best: string | undefined
  for (const [string, times] of counts)
    if (times > (best === undefined ? 1 : counts.get(best)!)) best = string
  return best
}
