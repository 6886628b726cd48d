import type { OpenPair, OpenWord } from './unexplained.js'

const ITERATIONS = 6
/** A word may have no counterpart with this weight, as much as a likely one at some distance. */
const NONE = 0.05
/** How strongly counterparts keep to the same relative place. */
const TENSION = 4

/** Expected number of passage pairs in which two terms stand for each other, by English and German term. */
export type LinkCounts = ReadonlyMap<string, ReadonlyMap<string, number>>

type Weights = Map<string, Map<string, number>>

/**
 * IBM Model 1 (Brown et al. 1993) over what is open in pairs of passages, in both directions at once: a link counts the product
 * of what both directions give it, which is the agreement of Liang, Taskar and Klein (2006). A link between words that stand at
 * other relative places counts less (after Dyer, Chahuneau and Smith 2013).
 */
export function linkWords(pairs: readonly OpenPair[]): LinkCounts {
  let counts: Weights | undefined
  for (let iteration = 0; iteration < ITERATIONS; iteration++) counts = expect(pairs, counts)
  return counts ?? new Map()
}

function expect(pairs: readonly OpenPair[], before: Weights | undefined): Weights {
  const [english, german] = before ? totals(before) : [new Map(), new Map()]
  const strength = (source: string, target: string): [number, number] => {
    if (!before) return [1, 1]
    const count = before.get(source)?.get(target) ?? 0
    return [count / (english.get(source) ?? 1), count / (german.get(target) ?? 1)]
  }
  const counts: Weights = new Map()
  for (const pair of pairs) addPair(pair, strength, counts)
  return counts
}

function addPair(
  { english, german }: OpenPair,
  strength: (english: string, german: string) => [number, number],
  counts: Weights,
): void {
  const cells = english.map((one) =>
    german.map((other) => {
      const near = nearness(one, other)
      return strength(one.term, other.term).map((value) => value * near) as [number, number]
    }),
  )
  const rows = cells.map((row) => row.reduce((sum, [toGerman]) => sum + toGerman, NONE))
  const columns = german.map((_, j) => cells.reduce((sum, row) => sum + row[j]![1], NONE))
  for (const [i, row] of cells.entries())
    for (const [j, [toGerman, toEnglish]] of row.entries()) {
      const agreed = (toGerman / rows[i]!) * (toEnglish / columns[j]!)
      if (agreed > 1e-6) add(counts, english[i]!.term, german[j]!.term, Math.sqrt(agreed))
    }
}

function nearness(one: OpenWord, other: OpenWord): number {
  return Math.exp(-TENSION * Math.abs(one.place - other.place))
}

function add(counts: Weights, english: string, german: string, count: number): void {
  const row = counts.get(english) ?? new Map<string, number>()
  row.set(german, (row.get(german) ?? 0) + count)
  counts.set(english, row)
}

/** Sums by English and by German term. */
function totals(counts: Weights): [Map<string, number>, Map<string, number>] {
  const [english, german] = [new Map<string, number>(), new Map<string, number>()]
  for (const [source, row] of counts)
    for (const [target, count] of row) {
      english.set(source, (english.get(source) ?? 0) + count)
      german.set(target, (german.get(target) ?? 0) + count)
    }
  return [english, german]
}
