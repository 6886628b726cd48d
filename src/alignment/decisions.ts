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

/** Numbers of passages: the first, and one past the last. */
interface Stretch {
  first: number
  end: number
}

/** Decisions on two documents, by the places of passages in them. */
export interface PairDecisions {
  confirmed: [number, number][]
  forbidden: [number, number][]
  /** Passages of the one and of the other without any counterpart, ascending. */
  alone: [number[], number[]]
}

/** What is decided on the passages of two documents. */
export function decisionsOn(
  one: Stretch,
  other: Stretch,
  { confirmed, forbidden, alone }: SettledDecisions,
): PairDecisions {
  const within = (passage: number, { first, end }: Stretch) => passage >= first && passage < end
  const places = (pairs: readonly (readonly [number, number])[]) =>
    pairs.flatMap(([a, b]): [number, number][] => {
      const [left, right] = a < b ? [a, b] : [b, a]
      if (!within(left, one) || !within(right, other)) return []
      return [[left - one.first, right - other.first]]
    })
  const aloneIn = (document: Stretch) =>
    [...alone]
      .filter((passage) => within(passage, document))
      .map((passage) => passage - document.first)
      .sort((a, b) => a - b)
  return {
    confirmed: places(confirmed),
    forbidden: places(forbidden),
    alone: [aloneIn(one), aloneIn(other)],
  }
}

/** As JSON; empty where nothing is decided. */
export function formatDecisions({ confirmed, forbidden, alone }: PairDecisions): string {
  const all = [confirmed, forbidden, ...alone]
  return all.every((list) => list.length === 0) ? '' : JSON.stringify(all)
}

const SAME_DOCUMENT =
  'Passages of one document are not aligned with each other; of those that stand here in a line, the pair is left out.'

function explainUnknown(id: string): string {
  return `There is no passage “${id}”: its words have changed, or the id is mistyped. It is left out; find the id of today with: fundstelle align --review.`
}

function allPairs(numbers: readonly number[]): [number, number][] {
  return numbers.flatMap((a, i) => numbers.slice(i + 1).map((b): [number, number] => [a, b]))
}
