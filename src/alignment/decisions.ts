/** What somebody has written in an `alignment.yaml`: ids of passages, and where it stands. */
export interface Decisions {
  /** Passages of different documents that say the same: each belongs to each. */
  confirmed: Decision[]
  /** Passages that do not belong together; one alone has no counterpart at all. */
  forbidden: Decision[]
}

export interface Decision {
  line: number
  ids: string[]
}

export const NO_DECISIONS: Decisions = { confirmed: [], forbidden: [] }

/** Decisions by passage numbers. */
export interface SettledDecisions {
  confirmed: (readonly [number, number])[]
  forbidden: (readonly [number, number])[]
  /** Passages without any counterpart. */
  alone: Set<number>
}

/**
 * Finds the passages of decisions.
 *
 * @param numberOf A passage's number, or undefined where there is none with the id.
 * @param documentOf The number of the document that a passage is in.
 */
export function settleDecisions(
  { confirmed, forbidden }: Decisions,
  numberOf: (id: string) => number | undefined,
  documentOf: (passage: number) => number,
): { decisions: SettledDecisions; faults: { line: number; message: string }[] } {
  const faults: { line: number; message: string }[] = []
  const numbers = ({ line, ids }: Decision): number[] =>
    ids.flatMap((id) => {
      const number = numberOf(id)
      if (number === undefined) faults.push({ line, message: explainUnknown(id) })
      return number ?? []
    })
  const pairs = (decision: Decision) => {
    const found = allPairs(numbers(decision))
    const within = found.find(([a, b]) => documentOf(a) === documentOf(b))
    if (within) faults.push({ line: decision.line, message: SAME_DOCUMENT })
    return found.filter(([a, b]) => documentOf(a) !== documentOf(b))
  }
  const alone = forbidden.filter(({ ids }) => ids.length === 1).flatMap(numbers)
  const decisions = {
    confirmed: confirmed.flatMap(pairs),
    forbidden: forbidden.filter(({ ids }) => ids.length > 1).flatMap(pairs),
    alone: new Set(alone),
  }
  return { decisions, faults: faults.sort((a, b) => a.line - b.line) }
}

const SAME_DOCUMENT =
  'Passages of one document are not aligned with each other; of those that stand here in a line, the pair is left out.'

function explainUnknown(id: string): string {
  return `There is no passage “${id}”: its words have changed, or the id is mistyped. It is left out; find the id of today with: fundstelle align --review.`
}

function allPairs(numbers: readonly number[]): [number, number][] {
  return numbers.flatMap((a, i) => numbers.slice(i + 1).map((b): [number, number] => [a, b]))
}
