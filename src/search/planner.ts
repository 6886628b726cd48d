import { foldDiacritics } from '../analysis/fold.js'
import { HOMOGRAPHS } from '../analysis/homographs.js'
import { wordPrefix } from '../analysis/prefix.js'
import { analyzerFor } from '../analysis/registry.js'
import type { Token } from '../analysis/token.js'
import { LANGUAGES, type Language } from '../language/language.js'
import type { Query, QueryNode, Span, WordNode } from '../query/query.js'
import type {
  Condition,
  ConditionNode,
  PhrasePlanNode,
  Plan,
  PlanNode,
  TermAlternative,
  TermsNode,
  ValuesCondition,
} from './plan.js'
import { spellingVariants } from './variants.js'

/** What a part of a compound in the query counts, as a share of a word. */
const PART_WEIGHT = 0.8

/** A word of the query as each language reads it. */
interface ReadWord extends Span {
  word: string
  /** The tokens at this place, by language: one word, and joined wholes that cover it. */
  tokens: Map<Language, Token[]>
  /** The parts that a language finds in it; empty unless it is a compound. */
  parts: { language: Language; term: string; form: string }[]
  /** How many words the joined whole has; 1 without hyphens. */
  siblings: number
}

/**
 * Turns a query into a plan. Every word is analyzed in every language, and each language's terms are
 * looked up only in passages of that language. Words of grammar drop out, unless nothing else is left.
 */
export function planQuery({ clauses }: Query, conditions: readonly Condition[] = []): Plan {
  const plan: Plan = { wanted: [], related: [], boosting: [], required: [], excluded: [] }
  const grammar: ReadWord[] = []
  for (const clause of clauses) {
    if (clause.type === 'word') addWord(clause, plan, grammar)
    else if (clause.type === 'not') plan.excluded.push(...operand(clause.child, wholeWord))
    else if (isLoose(clause)) plan.wanted.push(...operand(clause))
    else plan.required.push(...operand(clause))
  }
  if (plan.wanted.length + plan.required.filter((node) => node.type !== 'condition').length === 0) {
    // What carries meaning in the other language still lifts: `the war`.
    plan.wanted.push(...grammar.map(exactWord))
  }
  const nowhere = { start: 0, end: 0 }
  for (const condition of conditions)
    plan.required.push({ type: 'condition', condition, ...nowhere })
  return plan
}

/** Words, prefixes and choices among them are wanted; everything else is required. */
function isLoose(node: QueryNode): boolean {
  if (node.type === 'or') return node.children.every(isLoose)
  return node.type === 'word' || node.type === 'prefix'
}

function addWord(clause: WordNode, plan: Plan, grammar: ReadWord[]): void {
  for (const read of readWords(clause)) {
    const node = termsNode(read)
    if (!isGrammar(read)) {
      plan.wanted.push(node)
      plan.related.push(...partsOf(read))
    } else {
      grammar.push(read)
      if (node.alternatives.length > 0) plan.boosting.push(node)
    }
  }
}

/**
 * A node below an operator. Empty where nothing in it can be searched.
 *
 * @param wordNode How a word is found there.
 */
function operand(node: QueryNode, wordNode = wordOrParts): PlanNode[] {
  const { start, end } = node
  switch (node.type) {
    case 'word':
      return all(readWords(node).map(wordNode), [], node)
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
      const nodes = mergeConditions(node.children.flatMap((child) => operand(child, wordNode)))
      return nodes.length > 1 ? [{ type: 'any', start, end, nodes }] : nodes
    }
    case 'and': {
      const excluded = node.children.flatMap((child) => (child.type === 'not' ? [child.child] : []))
      const nodes = node.children
        .filter((child) => child.type !== 'not')
        .flatMap((child) => operand(child, wordNode))
      const without = excluded.flatMap((child) => operand(child, wholeWord))
      return all(nodes, without, node)
    }
    case 'not':
      return []
  }
}

/** Alternatives on one field as one condition with several values: one pass over the documents. */
function mergeConditions(nodes: readonly PlanNode[]): PlanNode[] {
  const merged: PlanNode[] = []
  for (const node of nodes) {
    const place = merged.findIndex((other) => sharesField(other, node))
    if (place < 0) merged.push(node)
    else merged[place] = withValuesOf(merged[place] as ValuesNode, node as ValuesNode)
  }
  return merged
}

type ValuesNode = ConditionNode & { condition: ValuesCondition }

function sharesField(a: PlanNode, b: PlanNode): boolean {
  if (a.type !== 'condition' || b.type !== 'condition') return false
  return a.condition.field !== 'date' && a.condition.field === b.condition.field
}

function withValuesOf(node: ValuesNode, { end, condition }: ValuesNode): ConditionNode {
  const values = [...node.condition.values, ...condition.values]
  return { ...node, end, condition: { ...node.condition, values } }
}

function all(nodes: PlanNode[], without: PlanNode[], { start, end }: Span): PlanNode[] {
  if (nodes.length <= 1 && without.length === 0) return nodes
  return nodes.length === 0 ? [] : [{ type: 'all', start, end, nodes, without }]
}

/** A word by its terms, or by its form where it is a word of grammar. */
function wholeWord(read: ReadWord): PlanNode {
  return isGrammar(read) ? exactWord(read) : termsNode(read)
}

/** The same, or a compound by its parts: what a word finds by itself, it finds below an operator. */
function wordOrParts(read: ReadWord): PlanNode {
  const word = wholeWord(read)
  const parts = isGrammar(read) ? [] : partsOf(read)
  return parts.length === 0 ? word : { type: 'any', ...spanOf(read), nodes: [word, ...parts] }
}

function termsNode(read: ReadWord): TermsNode {
  const alternatives = alternativesOf(read)
  return { type: 'terms', ...spanOf(read), word: read.word, partOf: null, alternatives }
}

/** The parts of a compound, each a word of its own that counts less. */
function partsOf(read: ReadWord): TermsNode[] {
  return read.parts.map(({ language, term, form }) => ({
    type: 'terms',
    ...spanOf(read),
    word: form,
    partOf: read.word,
    alternatives: [{ language, term, weight: PART_WEIGHT, form: null, nameOnly: false }],
  }))
}

function readWords({ text, start }: WordNode): ReadWord[] {
  const analyzed = LANGUAGES.map((language) => {
    const tokens = analyzerFor(language).analyze(text)
    return { language, tokens }
  })
  const words = analyzed[0]!.tokens.filter((token) => token.kind === 'word')
  return words.map((word) => ({
    word: text.slice(word.start, word.end),
    start: start + word.start,
    end: start + word.end,
    tokens: new Map(
      analyzed.map(({ language, tokens }) => [
        language,
        tokens.filter((token) => token.start <= word.start && token.end >= word.end),
      ]),
    ),
    parts: analyzed.flatMap(({ language, tokens }) =>
      tokens
        .filter(({ kind, start, end }) => kind === 'part' && start >= word.start && end <= word.end)
        .map(({ term, form }) => ({ language, term, form })),
    ),
    siblings: words.length,
  }))
}

/** True for a word that is grammar in English or German, whatever it is in the other. */
function isGrammar({ tokens }: Pick<ReadWord, 'tokens'>): boolean {
  return [...tokens.values()].some((own) => own.some((token) => token.functionWord))
}

function alternativesOf({ tokens, siblings }: ReadWord): TermAlternative[] {
  const grammar = isGrammar({ tokens })
  return [...tokens].flatMap(([language, own]) => {
    const usable = own.filter((token) =>
      grammar
        ? !token.functionWord && language !== 'und' && HOMOGRAPHS.has(token.form)
        : !token.functionWord,
    )
    return usable.flatMap((token) => {
      const { term, form } = token
      const weight = (token.kind === 'joined' ? 1 / siblings : 1) * likelihood(language, form)
      return [{ language, term, weight, form, nameOnly: false }, ...nameVariants(language, token)]
    })
  })
}

/** What a word with German letters counts in passages of other languages: `Füße` is hardly English `fuss`. */
const FOREIGN_LETTERS = 0.5

function likelihood(language: Language, form: string): number {
  return language !== 'de' && /[äöüß]/.test(form) ? FOREIGN_LETTERS : 1
}

/**
 * English stems keep `ue` (value, blue), so that Mueller and Müller differ there; names are found under
 * their other spellings too. German terms fold these spellings already.
 */
function nameVariants(language: Language, { form, kind }: Token): TermAlternative[] {
  if (language !== 'en' || kind !== 'word') return []
  return spellingVariants(foldDiacritics(form)).flatMap((variant) =>
    analyzerFor(language)
      .analyze(variant)
      .map(({ term }) => ({ language, term, weight: 1, form: null, nameOnly: true })),
  )
}

function exactWord(read: ReadWord): PhrasePlanNode {
  return phrase(read.word, read)[0] as PhrasePlanNode
}

function phrase(text: string, { start, end }: Span): PlanNode[] {
  const sequences = LANGUAGES.map((language) => {
    const analyzer = analyzerFor(language)
    const words = analyzer.analyze(text).filter((token) => token.kind === 'word')
    return { language, folds: words.map(({ form }) => analyzer.fold(form)) }
  })
  if (sequences[0]!.folds.length === 0) return []
  return [{ type: 'phrase', start, end, word: text, sequences }]
}

function prefixesOf(text: string) {
  return LANGUAGES.map((language) => ({
    language,
    prefix: wordPrefix(text, analyzerFor(language)),
  }))
}

function spanOf({ start, end }: Span): Span {
  return { start, end }
}
