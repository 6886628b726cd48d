import { foldDiacritics, normalForm } from '../analysis/fold.js'
import { wordPrefix } from '../analysis/prefix.js'
import { analyzerFor } from '../analysis/registry.js'
import { LANGUAGES, type Language } from '../language/language.js'
import { parseQuery } from '../query/parse.js'
import type { QueryNode } from '../query/query.js'
import type { IndexedDocument } from './engine.js'
import type { Vocabulary, VocabularyWord } from './vocabulary.js'
import { contentTerms } from './words.js'

/** Something to ask for, as the beginning of it has been typed. */
export interface Suggestion {
  /** The whole query to ask, or the document's title. */
  text: string
  /** A query with its last word completed, or a document by its title. */
  type: 'query' | 'document'
  /** Number of passages: those with the last word, or those of the document. */
  passages: number
  /** Null for a query. */
  document: { id: string; title: string } | null
}

/** Words that are looked at for each that is shown, and words before the last one that it must stand beside. */
const CANDIDATES = 4
const MOST_BEFORE = 3
/** Letters that must be there before a title is suggested. */
const MIN_TITLE = 2
/** How many suggestions are titles at most, of those asked for. */
const TITLE_SHARE = 0.4

/**
 * Completions of the last word of a query, those first that most passages have beside the words before it.
 *
 * @param query What was typed; after a space there is nothing to complete.
 */
export async function completeQuery(
  query: string,
  vocabulary: Vocabulary,
  limit: number,
  languages: readonly Language[] = LANGUAGES,
): Promise<Suggestion[]> {
  const start = query.search(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*$/u)
  // The value of a field is no word of the texts.
  if (start < 0 || /\p{L}:["„“]?$/u.test(query.slice(0, start))) return []
  const { clauses } = parseQuery(query)
  if (isValue(clauses, start)) return []
  const typed = query.slice(start)
  const before = wordsBefore(clauses, query, start)
  const words = await Promise.all(
    languages.map(async (language) => {
      const prefix = wordPrefix(typed, analyzerFor(language))
      // More than asked for: several can be forms of one word.
      const found = await vocabulary.completions(language, prefix, CANDIDATES * limit)
      const terms = contentTerms(language, before).slice(-MOST_BEFORE)
      const together = terms.length === 0 ? found : await vocabulary.beside(found, terms)
      return { found, together }
    }),
  )
  const together = words.flatMap((each) => each.together)
  const found = together.length > 0 ? together : words.flatMap((each) => each.found)
  return distinct(spelledAlike(found, typed))
    .slice(0, limit)
    .map(({ display, passages }) => ({
      text: query.slice(0, start) + display,
      type: 'query',
      passages,
      document: null,
    }))
}

/** True for a place in the value of a field. */
function isValue(nodes: readonly QueryNode[], place: number): boolean {
  return nodes.some((node) => {
    if (node.start > place || node.end <= place) return false
    if (node.type === 'field' || node.type === 'date') return true
    return isValue(childrenOf(node), place)
  })
}

/** What is asked for before a place beside all else: nothing of what is excluded there, or only one of several, unless that has not come to its end. */
function wordsBefore(nodes: readonly QueryNode[], query: string, place: number): string {
  return nodes
    .filter(({ start }) => start < place)
    .map((node) => {
      if (node.type === 'field' || node.type === 'date') return ''
      const children = childrenOf(node)
      if (children.length === 0) return query.slice(node.start, Math.min(node.end, place))
      const asked = node.type === 'and' ? children : children.filter(({ end }) => end > place)
      return wordsBefore(asked, query, place)
    })
    .join(' ')
}

function childrenOf(node: QueryNode): readonly QueryNode[] {
  if (node.type === 'not') return [node.child]
  return node.type === 'and' || node.type === 'or' ? node.children : []
}

/** Umlauts that were typed are meant, where a word begins so. */
function spelledAlike(words: VocabularyWord[], typed: string): VocabularyWord[] {
  const form = normalForm(typed)
  const exact = words.filter((word) => word.form.startsWith(form))
  return foldDiacritics(form) === form || exact.length === 0 ? words : exact
}

/** Of words with one term the most frequent form; what both languages have once, as most often written. */
function distinct(words: readonly VocabularyWord[]): { display: string; passages: number }[] {
  const terms = new Set<string>()
  const byForm = new Map<string, { display: string; passages: number }>()
  for (const { language, term, form, display, passages } of byFrequency(words)) {
    if (terms.has(`${language} ${term}`)) continue
    terms.add(`${language} ${term}`)
    const known = byForm.get(form)
    if (known) known.passages += passages
    else byForm.set(form, { display, passages })
  }
  return byFrequency([...byForm.values()])
}

function byFrequency<Word extends { display: string; passages: number }>(words: readonly Word[]) {
  return [...words].sort((a, b) => b.passages - a.passages || (a.display < b.display ? -1 : 1))
}

/** The titles of a collection, to be found by the beginning of any of their words. */
export class TitleIndex {
  /** From each word of each title on, folded, in order. */
  private readonly entries: { fold: string; document: IndexedDocument }[]

  constructor(documents: readonly IndexedDocument[]) {
    this.entries = documents
      .flatMap((document) => {
        const fold = foldTitle(document.title)
        return Array.from(fold.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu), ({ index }) => ({
          fold: fold.slice(index),
          document,
        }))
      })
      .sort((a, b) => (a.fold < b.fold ? -1 : Number(a.fold > b.fold)))
  }

  /** Documents with a title in which the words come as typed, those with most passages first. */
  find(typed: string, limit: number): Suggestion[] {
    const fold = foldTitle(typed).trim()
    if (fold.length < MIN_TITLE) return []
    const found = new Set<IndexedDocument>()
    for (let i = this.firstNotBelow(fold); this.entries[i]?.fold.startsWith(fold); i++)
      found.add(this.entries[i]!.document)
    return [...found]
      .sort((a, b) => b.passageCount - a.passageCount || (a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .map(({ id, title, passageCount }) => ({
        text: title,
        type: 'document',
        passages: passageCount,
        document: { id, title },
      }))
  }

  private firstNotBelow(fold: string): number {
    let low = 0
    let high = this.entries.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.entries[middle]!.fold < fold) low = middle + 1
      else high = middle
    }
    return low
  }
}

function foldTitle(title: string): string {
  return foldDiacritics(normalForm(title)).replace(/\s+/g, ' ')
}

/** Completed queries first, then titles; without titles the queries take their room. */
export function mixed(queries: Suggestion[], titles: Suggestion[], limit: number): Suggestion[] {
  const room = Math.min(titles.length, Math.round(limit * TITLE_SHARE))
  const first = queries.slice(0, Math.max(limit - room, 0))
  return [...first, ...titles.slice(0, limit - first.length)]
}
