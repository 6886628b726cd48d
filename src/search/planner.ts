import { wordPrefix } from '../analysis/prefix.js'
import { analyzerFor } from '../analysis/registry.js'
import { LANGUAGES } from '../language/language.js'
import type { Query, QueryNode, Span, WordNode } from '../query/query.js'
import { Synonyms } from '../synonyms/synonyms.js'
import { mergeConditions } from './condition-nodes.js'
import { type EntryNodes, entryNodes, type WordLists } from './entry-nodes.js'
import type { LanguagePrefix, Plan, PlanNode, TermsNode } from './plan.js'
import { exactWord, partsOf, phrase, termsNode, wholeWord, withParts } from './word-nodes.js'
import { type ReadWord, readWords } from './words.js'

/** Shorter beginnings begin too much. */
const MIN_UNFINISHED = 2

export interface PlanOptions {
  synonyms?: Synonyms
  /** Translations that the owner of the corpus has written down. */
  glossary?: WordLists['glossary']
  /** The last word may be unfinished: it stands for all words that begin so as well. */
  prefix?: boolean
}

/**
 * Turns a query into a plan. Every word is analyzed in every language, and each language's terms are
 * looked up only in passages of that language. Words of grammar drop out, unless nothing else is left.
 */
export function planQuery(query: Query, options: PlanOptions = {}): Plan {
  const { synonyms = new Synonyms(), glossary, prefix = false } = options
  const lists = { synonyms, glossary }
  const plan: Plan = { wanted: [], related: [], boosting: [], required: [], excluded: [] }
  const grammar: ReadWord[] = []
  const unfinished = prefix ? unfinishedWord(query.clauses, query.text.length) : undefined
  const words: WordReader = (node) => wordsBelow(node, lists, unfinished)
  for (const clauses of runs(query.clauses))
    if (isWordRun(clauses)) grammar.push(...addWords(clauses, plan, lists, unfinished))
    else for (const clause of clauses) addClause(clause, plan, words)
  if (isEmpty(plan)) {
    // What carries meaning in the other language still lifts: `the war`.
    plan.wanted.push(...grammar.map(exactWord))
    plan.related.push(...plan.boosting.filter(isUnfinished))
  }
  return plan
}

function isEmpty({ wanted, required }: Plan): boolean {
  return wanted.length + required.filter((node) => node.type !== 'condition').length === 0
}

function isUnfinished(node: PlanNode): boolean {
  return node.type === 'terms' && node.unfinished.length > 0
}

/** Words that stand side by side as one run, everything else by itself. */
function runs(clauses: readonly QueryNode[]): QueryNode[][] {
  const found: QueryNode[][] = []
  for (const clause of clauses) {
    const run = found.at(-1)
    if (clause.type === 'word' && run?.[0]?.type === 'word') run.push(clause)
    else found.push([clause])
  }
  return found
}

function isWordRun(clauses: readonly QueryNode[]): clauses is WordNode[] {
  return clauses.every(({ type }) => type === 'word')
}

function addClause(clause: QueryNode, plan: Plan, words: WordReader): void {
  if (clause.type === 'not') plan.excluded.push(...operand(clause.child, excludedWords))
  else if (isLoose(clause)) plan.wanted.push(...operand(clause, words))
  else plan.required.push(...operand(clause, words))
}

/** Words, prefixes and choices among them are wanted; everything else is required. */
function isLoose(node: QueryNode): boolean {
  if (node.type === 'or') return node.children.every(isLoose)
  return node.type === 'word' || node.type === 'prefix'
}

/** Adds a run of words; returns those of grammar among them. */
function addWords(
  clauses: readonly WordNode[],
  plan: Plan,
  lists: WordLists,
  unfinished: WordNode | undefined,
): ReadWord[] {
  const reads = clauses.flatMap(readWords)
  const entries = entryNodes(reads, lists)
  for (const [place, read] of reads.entries()) {
    const node = { ...termsNode(read), place: clauses[0]!.start + place }
    if (read.end === unfinished?.end) node.unfinished = beginningsOf(read, unfinished)
    if (!read.isGrammar) {
      plan.wanted.push(entries.enriched(node, place))
      plan.related.push(...partNodes(read, entries, place))
    } else if (node.alternatives.length + node.unfinished.length > 0) plan.boosting.push(node)
  }
  return reads.filter(({ isGrammar }) => isGrammar)
}

/** The parts of a compound; where the glossary translates it, that goes for its parts as well. */
function partNodes(read: ReadWord, entries: EntryNodes, place: number): TermsNode[] {
  return partsOf(read).map((part) => ({ ...part, inGlossary: entries.inGlossary(place) }))
}

/** The last word of a query, if nothing comes after it. */
function unfinishedWord(nodes: readonly QueryNode[], end: number): WordNode | undefined {
  const last = nodes.at(-1)
  if (last?.type === 'or' || last?.type === 'and') return unfinishedWord(last.children, end)
  return last?.type === 'word' && last.end === end ? last : undefined
}

/** What the last word is the beginning of: by itself, and with what hyphens join to it. */
function beginningsOf({ word }: ReadWord, { text }: WordNode): LanguagePrefix[] {
  return [...new Set([word, text])]
    .filter(({ length }) => length >= MIN_UNFINISHED)
    .flatMap(prefixesOf)
}

/** How a word below an operator becomes nodes. */
type WordReader = (node: WordNode) => PlanNode[]

function wordsBelow(
  node: WordNode,
  lists: WordLists,
  unfinished: WordNode | undefined,
): PlanNode[] {
  const reads = readWords(node)
  const entries = entryNodes(reads, lists)
  return reads.map((read, place) => {
    if (read.isGrammar) return exactWord(read)
    const beginnings = read.end === unfinished?.end ? beginningsOf(read, unfinished) : []
    const word = entries.enriched({ ...termsNode(read), unfinished: beginnings }, place)
    return withParts(word, partNodes(read, entries, place), read)
  })
}

/** What is excluded is the word itself. */
function excludedWords(node: WordNode): PlanNode[] {
  return readWords(node).map(wholeWord)
}

/** A node below an operator. Empty where nothing in it can be searched. */
function operand(node: QueryNode, words: WordReader): PlanNode[] {
  const { start, end } = node
  switch (node.type) {
    case 'word':
      return all(words(node), [], node)
    case 'prefix':
      return [{ type: 'prefix', start, end, word: node.text, prefixes: prefixesOf(node.text) }]
    case 'phrase':
      return phrase(node.text, node)
    case 'field':
      return [
        { type: 'condition', start, end, condition: { field: node.field, values: [node.value] } },
      ]
    case 'date': {
      const { from, to } = node
      return [{ type: 'condition', start, end, condition: { field: 'date', from, to } }]
    }
    case 'or': {
      const nodes = mergeConditions(node.children.flatMap((child) => operand(child, words)))
      return nodes.length > 1 ? [{ type: 'any', start, end, nodes, best: false }] : nodes
    }
    case 'and': {
      const excluded = node.children.flatMap((child) => (child.type === 'not' ? [child.child] : []))
      const nodes = node.children
        .filter((child) => child.type !== 'not')
        .flatMap((child) => operand(child, words))
      const without = excluded.flatMap((child) => operand(child, excludedWords))
      return all(nodes, without, node)
    }
    case 'not':
      return []
  }
}

function all(nodes: PlanNode[], without: PlanNode[], { start, end }: Span): PlanNode[] {
  if (nodes.length <= 1 && without.length === 0) return nodes
  return nodes.length === 0 ? [] : [{ type: 'all', start, end, nodes, without }]
}

function prefixesOf(text: string): LanguagePrefix[] {
  return LANGUAGES.map((language) => ({
    language,
    prefix: wordPrefix(text, analyzerFor(language)),
  }))
}
