import type { Entry } from '../entries/entry.js'
import type { Glossary } from '../glossary/glossary.js'
import { LANGUAGES, type Language } from '../language/language.js'
import type { Span } from '../query/query.js'
import type { Synonyms } from '../synonyms/synonyms.js'
import type { PhrasePlanNode, PlanNode, TermAlternative, TermsNode } from './plan.js'
import type { Provenance } from './translations.js'
import { bestOf, spanOf } from './word-nodes.js'
import { type ReadWord, tokenIn } from './words.js'

/** What the owner of a corpus has written down about words. */
export interface WordLists {
  synonyms: Synonyms
  /** Undefined where nothing is to be translated. */
  glossary: Pick<Glossary, 'find'> | undefined
}

/** What a synonym counts, as a share of the word that was asked for. */
const SYNONYM_WEIGHT = 0.7

/** An entry that stands for a word, in the language of the passages where it is looked for. */
interface Found {
  language: Language
  entry: Entry
  origin: 'synonym' | 'translation'
  /** The words of the query that it stands for. */
  words: string
}

/** What lists have for words that stand side by side in a query. */
export interface EntryNodes {
  /** A word with its synonyms and the glossary's translations. What stands for several words stands for each of them. */
  enriched(node: TermsNode, place: number): PlanNode
  /** A word with those of its entries that are single words. */
  withWords(node: TermsNode, place: number): TermsNode
  /** True where the glossary translates the word, which goes before all other translations. */
  inGlossary(place: number): boolean
  /** What stands for all of the words together. */
  whole(node: TermsNode): PlanNode[]
}

/** @param reads The words in order, words of grammar included. */
export function entryNodes(reads: readonly ReadWord[], lists: WordLists): EntryNodes {
  const matches = LANGUAGES.flatMap((language) => {
    const terms = reads.map((read) => tokenIn(language, read)?.term ?? '')
    return matchesOf(language, terms, lists).map((match) => ({
      ...match,
      words: reads
        .slice(match.from, match.to)
        .map(({ word }) => word)
        .join(' '),
    }))
  })
  const found = (covers: (match: { from: number; to: number }) => boolean): Found[] =>
    matches
      .filter(covers)
      .flatMap(({ alternatives, ...match }) => alternatives.map((entry) => ({ ...match, entry })))
  const at = (place: number) => found(({ from, to }) => from <= place && place < to)
  const isTranslation = ({ origin }: Found) => origin === 'translation'
  return {
    enriched: (node, place) => addEntries(node, at(place)),
    withWords: (node, place) => addWords(node, at(place).filter(isSingle)),
    inGlossary: (place) => at(place).some(isTranslation),
    whole: (node) =>
      found(({ from, to }) => from === 0 && to === reads.length).map((each) =>
        isSingle(each)
          ? { ...node, alternatives: [alternative(each)], inGlossary: isTranslation(each) }
          : sequence(each, node),
      ),
  }
}

function matchesOf(language: Language, terms: readonly string[], lists: WordLists) {
  return [
    ...lists.synonyms
      .find(language, terms)
      .map((match) => ({ ...match, origin: 'synonym' as const })),
    ...(lists.glossary?.find(language, terms) ?? []).map((match) => ({
      ...match,
      origin: 'translation' as const,
    })),
  ]
}

function isSingle({ entry }: Found): boolean {
  return entry.words.length === 1
}

function addEntries(node: TermsNode, found: readonly Found[]): PlanNode {
  if (found.length === 0) return node
  const inGlossary = found.some(({ origin }) => origin === 'translation')
  const own = { ...addWords(node, found.filter(isSingle)), inGlossary }
  const phrases = found.filter((each) => !isSingle(each))
  return bestOf([own, ...phrases.map((each) => sequence(each, node))], node)
}

function addWords(node: TermsNode, found: readonly Found[]): TermsNode {
  if (found.length === 0) return node
  return {
    ...node,
    alternatives: [...node.alternatives, ...found.map(alternative)],
    inGlossary: found.some(({ origin }) => origin === 'translation'),
  }
}

function alternative({ language, entry, origin, words }: Found): TermAlternative {
  const { term } = entry.words[0]!
  if (origin === 'synonym') return { language, term, weight: SYNONYM_WEIGHT, form: null, origin }
  return { language, term, weight: 1, form: null, origin, provenance: written(words) }
}

/** Several words that stand for one: next to each other, in any of their forms. */
function sequence({ language, entry, origin, words }: Found, span: Span): PhrasePlanNode {
  const terms = entry.words.map(({ term }) => ({ term }))
  return {
    type: 'phrase',
    ...spanOf(span),
    word: entry.text,
    sequences: [{ language, words: terms }],
    origin,
    weight: origin === 'synonym' ? SYNONYM_WEIGHT : 1,
    ...(origin === 'translation' ? { provenance: written(words) } : {}),
  }
}

function written(word: string): Provenance {
  return { word, probability: 1, source: 'glossary' }
}
