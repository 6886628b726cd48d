import type { WordPrefix } from '../analysis/prefix.js'
import type { Language } from '../language/language.js'
import type { Span } from '../query/query.js'
import type { Provenance } from './translations.js'

/**
 * Why a term stands for a word of the query: it is the word's own; it is the word as names are spelled
 * elsewhere (`Muller` for Müller), which counts only where it is a name; or it was found for the word.
 */
export type Origin =
  | 'asked'
  | 'respelled'
  | 'relative'
  | 'compound'
  | 'synonym'
  | 'completion'
  | 'correction'
  | 'translation'

/** One term that stands for a word of the query in the passages of one language. */
export interface TermAlternative {
  language: Language
  term: string
  /** Its share of the word's evidence, 0 to 1. */
  weight: number
  /** The spelling that was asked for; passages that have it come before those with other forms. */
  form: string | null
  origin: Origin
  /** How it was found; present for translations. */
  provenance?: Provenance
}

/** The beginning of a word, as a language folds it. */
export interface LanguagePrefix {
  language: Language
  prefix: WordPrefix
}

/** A word: passages that have any of its terms. */
export interface TermsNode extends Span {
  type: 'terms'
  word: string
  /** Where the word is only a part of a compound in the query: that compound. */
  partOf: string | null
  alternatives: readonly TermAlternative[]
  /** Its place among the words of the query, words of grammar included; null where that says nothing. */
  place: number | null
  /** True where the glossary translates it, which goes before all other translations. */
  inGlossary: boolean
  /** Where the word may be unfinished: what it is the beginning of. */
  unfinished: LanguagePrefix[]
}

/** `prefix*`: passages with a form that begins so, folded as each language folds. */
export interface PrefixPlanNode extends Span {
  type: 'prefix'
  word: string
  prefixes: LanguagePrefix[]
}

/** A word of a phrase: by its form, folded as its language folds, or by its term. */
export type SequenceWord = { fold: string } | { term: string }

/** Words that must stand next to each other, in this order. */
export interface PhrasePlanNode extends Span {
  type: 'phrase'
  word: string
  /** At most one by language. */
  sequences: { language: Language; words: SequenceWord[] }[]
  /** A phrase that stands for a word of the query counts less than the word. */
  origin: 'asked' | 'synonym' | 'translation'
  /** Its share of what a phrase that was asked for counts, 0 to 1. */
  weight: number
  /** How it was found; present for translations. */
  provenance?: Provenance
}

/** Words near each other in any order, for a phrase in the other language. */
export interface NearNode extends Span {
  type: 'near'
  /** The phrase. */
  word: string
  nodes: TermsNode[]
}

/** Passages that match at least one. */
export interface AnyNode extends Span {
  type: 'any'
  nodes: PlanNode[]
  /** True where the nodes are ways to say one thing: the best of them counts, not their sum. */
  best: boolean
}

/** Passages that match all of `nodes` and none of `without`. */
export interface AllNode extends Span {
  type: 'all'
  nodes: PlanNode[]
  without: PlanNode[]
}

/** Passages for which a condition on their metadata holds; adds nothing to the score. */
export interface ConditionNode extends Span {
  type: 'condition'
  condition: Condition
}

export type PlanLeaf = TermsNode | PrefixPlanNode | PhrasePlanNode | ConditionNode
export type PlanNode = PlanLeaf | AnyNode | AllNode | NearNode

/** A condition on a passage or its document. Values are compared folded: case and diacritics do not count. */
export type Condition = ValuesCondition | DateCondition

/** A document of this time; ISO 8601 dates or parts of them, inclusive, null for an end that is open. */
export interface DateCondition {
  field: 'date'
  from: string | null
  to: string | null
}

/** Holds where any of the values does. */
export interface ValuesCondition {
  field: 'lang' | 'kind' | 'speaker' | 'doc' | 'tag'
  values: string[]
}

/** What to look for, in terms an engine knows: no query syntax, no analysis left to do. */
export interface Plan {
  /** Each adds to the score. Without `required`, a hit matches at least one of them. */
  wanted: PlanNode[]
  /** Like `wanted`, but not counted when passages with all wanted words go first: parts of compounds. */
  related: PlanNode[]
  /** Add to the score of passages that are hits anyway. */
  boosting: PlanNode[]
  /** Every hit matches all of them; they add to the score. */
  required: PlanNode[]
  /** No hit matches any of them. */
  excluded: PlanNode[]
}

/** The nodes without children below some nodes, in order. */
export function leaves(nodes: readonly PlanNode[]): PlanLeaf[] {
  const found: PlanLeaf[] = []
  addLeaves(nodes, found)
  return found
}

// Asked of each plan several times: no lists in between.
function addLeaves(nodes: readonly PlanNode[], found: PlanLeaf[]): void {
  for (const node of nodes)
    if (node.type === 'any' || node.type === 'all' || node.type === 'near')
      addLeaves(node.nodes, found)
    else found.push(node)
}

/** What is done to the leaves of a plan: each becomes another node. */
export interface LeafChanges {
  terms(node: TermsNode): Promise<PlanNode>
  phrase(node: PhrasePlanNode): Promise<PlanNode>
  prefix(node: PrefixPlanNode): Promise<PlanNode>
}

/** The plan with every word, phrase and prefix replaced. @param excluded What is done to those that are excluded. */
export async function mapLeaves(
  plan: Plan,
  found: LeafChanges,
  excluded: LeafChanges,
): Promise<Plan> {
  // One after the other, so that what has to be left undone does not depend on who had the next turn.
  const mapAll = async (nodes: readonly PlanNode[], change: LeafChanges) => {
    const mapped: PlanNode[] = []
    for (const node of nodes) mapped.push(await map(node, change))
    return mapped
  }
  const map = async (node: PlanNode, change: LeafChanges): Promise<PlanNode> => {
    if (node.type === 'terms') return change.terms(node)
    if (node.type === 'phrase') return change.phrase(node)
    if (node.type === 'prefix') return change.prefix(node)
    if (node.type === 'any') return { ...node, nodes: await mapAll(node.nodes, change) }
    if (node.type !== 'all') return node
    const nodes = await mapAll(node.nodes, change)
    return { ...node, nodes, without: await mapAll(node.without, excluded) }
  }
  return {
    wanted: await mapAll(plan.wanted, found),
    related: await mapAll(plan.related, found),
    boosting: await mapAll(plan.boosting, found),
    required: await mapAll(plan.required, found),
    excluded: await mapAll(plan.excluded, excluded),
  }
}
