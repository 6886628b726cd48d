import { LANGUAGES, type Language } from '../../../language/language.js'
import type { Condition, TermsNode } from '../../../search/plan.js'
import type { Clause } from '../clause.js'
import type { EngineParts } from '../parts.js'
import { WordClause } from '../terms.js'
import type { AskedPlan } from './asked-plan.js'
import { AskedPrefix } from './asked-prefix.js'
import { AskedWord, type Role } from './asked-word.js'
import { type CountedPrefix, CountedPrefixClause } from './counted-prefix.js'

/** A word of a plan as a clause, what it is for, and what it is in a language, by its place: more than one where others may be meant in some passages. */
export interface AskedClause {
  clause: Clause
  role: Role
  inLanguage(place: number): readonly AskedWord[]
}

/** The words of a plan. */
export function clausesOf(
  { required, wanted, related, boosting, joint }: AskedPlan,
  parts: EngineParts,
): AskedClause[] {
  const clause = (node: TermsNode, role: Role): AskedClause => {
    const made = new WordClause(node, parts)
    const inLanguage = (place: number) => {
      const word = made.words[place]
      return word && word.bound > 0 ? AskedWord.of(word, role) : []
    }
    return { clause: made, role, inLanguage }
  }
  const isFree = required.length === 0
  const role = { counted: false, finding: isFree, required: false, group: -1 }
  return [
    ...required.flatMap((nodes, group) =>
      nodes.map((node) => clause(node, { counted: !joint, finding: true, required: true, group })),
    ),
    ...wanted.flatMap((nodes, place) =>
      nodes.map((node) => clause(node, { ...role, counted: true, group: required.length + place })),
    ),
    ...related.map((node) => clause(node, role)),
    ...boosting.map((node) => clause(node, { ...role, finding: false })),
  ]
}

export function prefixClauseOf(
  prefix: CountedPrefix,
  { wanted }: AskedPlan,
  parts: EngineParts,
): AskedClause {
  const { most } = prefix
  const role = { counted: true, finding: true, required: false, group: wanted.length }
  return {
    clause: new CountedPrefixClause(prefix.node, most, parts),
    role,
    inLanguage: (place) => {
      const index = parts.indexes.find(({ language }) => language === LANGUAGES[place])
      return index ? [new AskedPrefix(prefix, role, most, index, parts)] : []
    },
  }
}

/** By language, the words that can match in passages that meet all conditions. */
export function wordsWhere(
  conditions: readonly Condition[],
  asked: readonly AskedClause[],
): readonly (readonly AskedWord[])[] {
  return LANGUAGES.map((language, place) =>
    conditions.every((condition) => isMetBy(language, condition)) ? wordsIn(asked, place) : [],
  )
}

/** False where no passage of a language can meet a condition. */
function isMetBy(language: Language, condition: Condition): boolean {
  return condition.field !== 'lang' || condition.values.includes(language)
}

/** The words that can match in a language, by its place among all. */
function wordsIn(asked: readonly AskedClause[], place: number): AskedWord[] {
  return asked.flatMap(({ inLanguage }) => inLanguage(place))
}
