import {
  type AllNode,
  type Condition,
  leaves,
  type Plan,
  type PlanNode,
  type PrefixPlanNode,
  type TermsNode,
} from '../../../search/plan.js'

/** Words any of which is enough. */
export type Choice = readonly TermsNode[]

/** A plan that is nothing but words, choices among words, one prefix at most, conditions, and whatever is excluded. */
export interface AskedPlan {
  /** Of each of these, every hit has a word in its text. */
  required: readonly Choice[]
  wanted: readonly Choice[]
  /** A prefix that is wanted too, and its place among the words that are; undefined where there is none. */
  prefix: { node: PrefixPlanNode; place: number } | undefined
  related: readonly TermsNode[]
  boosting: readonly TermsNode[]
  conditions: readonly Condition[]
  /** The node of a query that is nothing but words with `AND` between them, and perhaps `NOT`; undefined for others. */
  joint: AllNode | undefined
}

/** Undefined for a plan that has anything else. */
export function askedPlan(plan: Plan, filters: readonly Condition[]): AskedPlan | undefined {
  const demanded = plan.required.filter((node) => !isCondition(node))
  const joint = jointNode(plan, demanded)
  const nodes = joint ? joint.nodes : demanded
  const required = nodes.filter((node) => node.type !== 'condition').map(wordsOf)
  const { related, boosting } = plan
  const prefix = prefixAmong(plan.wanted)
  const wanted = plan.wanted.filter((node) => node !== prefix?.node).map(wordsOf)
  const isSimple =
    required.length + wanted.length + related.length > 0 &&
    [...related, ...boosting].every(isWord) &&
    // A prefix has its place among single words.
    (!prefix || wanted.every(({ length }) => length === 1)) &&
    // Where all hits have other words, there is less to be gained.
    (!prefix || required.length === 0) &&
    plan.required.every((node) => demanded.includes(node) || node.type === 'condition') &&
    [...required, ...wanted].every(({ length }) => length > 0) &&
    (!joint || required.length > 0)
  if (!isSimple) return undefined
  const conditions = [...plan.required, ...nodes].flatMap((node) =>
    node.type === 'condition' ? [node.condition] : [],
  )
  // What every hit has is what makes it one, where there is nothing else.
  const isOne = joint !== undefined && required.length === 1
  return {
    required: isOne ? [] : required,
    wanted: isOne ? required : wanted,
    prefix,
    related: related.filter(isWord),
    boosting: boosting.filter(isWord),
    conditions: [...new Set([...conditions, ...filters])],
    joint,
  }
}

function jointNode(plan: Plan, demanded: readonly PlanNode[]): AllNode | undefined {
  const [all] = demanded
  const isAlone = plan.wanted.length + plan.related.length + plan.boosting.length === 0
  return isAlone && demanded.length === 1 && all?.type === 'all' ? all : undefined
}

/** The words of a node any of which is enough: one, or one and its parts, or several; none where a node is something else. */
function wordsOf(node: PlanNode): Choice {
  if (node.type === 'terms') return [node]
  if (node.type !== 'any' || node.best) return []
  const words = node.nodes.map(wordsOf)
  return words.every(({ length }) => length > 0) ? words.flat() : []
}

function prefixAmong(wanted: readonly PlanNode[]): AskedPlan['prefix'] {
  const place = wanted.findIndex(({ type }) => type === 'prefix')
  const node = wanted[place]
  return node?.type === 'prefix' ? { node, place } : undefined
}

function isWord(node: PlanNode): node is TermsNode {
  return node.type === 'terms'
}

function isCondition(node: PlanNode): boolean {
  return leaves([node]).every(({ type }) => type === 'condition')
}
