/** The least share of a document's telling words that another one has in common with it. */
const MIN_SHARE = 0.04
/**
 * Versions have so many times as much in common as the document has with the others on average; where there are fewer
 * others, they may all be about the same.
 */
const ABOVE_AVERAGE = 2
const MIN_OTHERS = 50
/** So many are remembered of each document that asks; among them may be the best of one that is found. */
const MAX_REMEMBERED = 12
/** What nearly was enough, and some more than are remembered, may be enough once other documents have changed. */
const NEARLY = 0.9
const MAX_KEPT = 16

/** A document that another one is like, and how much of its telling words it has, 0 to 1. */
export interface NearDocument {
  /** Its place among those that can be found. */
  place: number
  share: number
}

/** What the words of a document say for those that can be found. */
export interface AskedDocument {
  /** The most that its words can say for one. */
  total: number
  /** What they say for all together. */
  all: number
  /** Those for which they say most, these first; of equal ones, the first place first. */
  candidates: readonly { place: number; sum: number }[]
  /** For no other one do they say more than this. */
  leftOut: number
}

/** Keeps of all documents for which words say something those that may be near. */
export class Candidates {
  private readonly found: { place: number; sum: number }[] = []
  private leftOut = 0
  private readonly least: number

  /** @param others How many documents can be found besides one. */
  constructor(
    private readonly total: number,
    private readonly all: number,
    others: number,
  ) {
    const average = others < MIN_OTHERS ? 0 : (ABOVE_AVERAGE * all) / (others + ABOVE_AVERAGE)
    this.least = NEARLY * Math.max(MIN_SHARE * total, average)
  }

  add(place: number, sum: number): void {
    if (sum >= this.least) this.found.push({ place, sum })
    else if (sum > this.leftOut) this.leftOut = sum
  }

  result(): AskedDocument {
    const { total, all, leftOut } = this
    return cut({ total, all, candidates: this.found.sort(byRank), leftOut })
  }
}

/** How other documents have changed: what the words of a document say for these. */
export interface ChangedOthers {
  /** What they said for each of those that have gone. */
  gone: Float64Array
  /** Those that have come, by their places of today. */
  come: AskedDocument['candidates']
  /** How much more they can say for one, and say for all of those together that are the same; and for one of them at most. */
  total: number
  all: number
  most: number
  /** How much more they say for each of these, by places of today; missing where that is nothing. */
  more?: Float64Array
}

/**
 * The same document after some of the others were changed.
 *
 * @param placeOf The place of today by that of before; -1 for what has gone.
 */
export function withOthers(
  asked: AskedDocument,
  placeOf: (before: number) => number,
  { gone, come, total, all, most, more }: ChangedOthers,
): AskedDocument {
  const leftOut = asked.leftOut + most
  const still = asked.candidates.flatMap(({ place, sum }) => {
    const today = placeOf(place)
    const now = sum + (more?.[today] ?? 0)
    return today < 0 || now <= 0 ? [] : [{ place: today, sum: now }]
  })
  const added = come.filter(({ sum }) => sum > leftOut)
  // Of equal ones, another may come first: one that was changed may have another place than before.
  const candidates = [...still, ...added].sort(byRank)
  const sumOfGone = gone.reduce((sum, each) => sum + each, 0)
  const sumOfCome = come.reduce((sum, each) => sum + each.sum, 0)
  return cut({
    total: asked.total + total,
    all: asked.all - sumOfGone + sumOfCome + all,
    candidates,
    leftOut,
  })
}

function cut(asked: AskedDocument): AskedDocument {
  const { candidates } = asked
  if (candidates.length <= MAX_KEPT) return asked
  const leftOut = Math.max(asked.leftOut, candidates[MAX_KEPT]!.sum)
  return { ...asked, candidates: candidates.slice(0, MAX_KEPT), leftOut }
}

function byRank(a: { place: number; sum: number }, b: { place: number; sum: number }): number {
  return b.sum - a.sum || a.place - b.place
}

/** The documents that have the largest share of a document's words, by weight. */
export function nearestOf(asked: AskedDocument, others: number): NearDocument[] {
  return asked.candidates
    .filter(({ sum }) => isNear(sum, asked, others))
    .slice(0, MAX_REMEMBERED)
    .map(({ place, sum }) => ({ place, share: sum / asked.total }))
}

/** True where no document that was left out can be among the nearest. */
export function isCertain(asked: AskedDocument, others: number): boolean {
  const { candidates, leftOut } = asked
  if (leftOut === 0 || !isNear(leftOut, asked, others)) return true
  return candidates.length >= MAX_REMEMBERED && candidates[MAX_REMEMBERED - 1]!.sum > leftOut
}

function isNear(sum: number, { total, all }: AskedDocument, others: number): boolean {
  const share = sum / total
  if (share < MIN_SHARE) return false
  // Well above that of the others.
  return others < MIN_OTHERS || share * others >= ABOVE_AVERAGE * (all / total - share)
}
