import type { Explanation } from '../../search/engine.js'
import type { Accumulator, Scores } from './accumulator.js'

/** The passages that match a node of a plan, each once, with its score there. */
export interface Clause extends Scores {
  /** Why a passage has its score; undefined for a passage that does not match. */
  explain(id: number): Explanation | undefined
  /** No passage scores more here. */
  bound: number
  /** What the title and headings above a passage add where its text does not match. */
  context?: ContextClause
}

/** The part of a clause that comes from titles and headings. */
export interface ContextClause {
  /** The score of a passage whose text does not match; 0 where its title and headings do not either. */
  score(id: number): number
  explain(id: number): Explanation
}

export function emptyClause(): Clause {
  return { ids: new Uint32Array(), scores: new Float64Array(), bound: 0, explain: () => undefined }
}

/** An explanation whose value is the sum of its parts. */
export function explainSum(description: string, parts: Explanation[]): Explanation {
  return { description, value: parts.reduce((sum, part) => sum + part.value, 0), parts }
}

/** Passages of at least one clause; scores add up. */
export function union(name: string, clauses: readonly Clause[], sums: Accumulator): Clause {
  for (const clause of clauses) sums.addScores(clause)
  return combined(name, clauses, sums.drain())
}

/** Passages of every clause and of none of `without`; scores add up. */
export function intersection(
  name: string,
  clauses: readonly Clause[],
  without: readonly Clause[],
  sums: Accumulator,
): Clause {
  for (const clause of clauses) sums.addAll(clause.ids, 1)
  for (const clause of without) sums.addAll(clause.ids, Number.NEGATIVE_INFINITY)
  const counted = sums.drain()
  const all = counted.ids.filter((_, i) => counted.scores[i] === clauses.length)
  const inAll = new Set(all)
  for (const { ids, scores } of clauses)
    for (let i = 0; i < ids.length; i++) if (inAll.has(ids[i]!)) sums.add(ids[i]!, scores[i]!)
  return combined(name, clauses, sums.drain())
}

function combined(name: string, clauses: readonly Clause[], scores: Scores): Clause {
  return {
    ...scores,
    bound: clauses.reduce((sum, { bound }) => sum + bound, 0),
    explain(id) {
      if (!scores.ids.includes(id)) return undefined
      return explainSum(
        name,
        clauses.flatMap((clause) => clause.explain(id) ?? []),
      )
    },
  }
}
