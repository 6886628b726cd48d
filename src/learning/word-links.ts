import { Cooccurrences } from './cooccurrences.js'
import type { OpenPair } from './unexplained.js'

const ITERATIONS = 6
/** A word may have no counterpart with this weight, as much as a likely one at some distance. */
const NONE = 0.05
/** How strongly counterparts keep to the same relative place. */
const TENSION = 4
/** Less than this is as good as nothing. */
const LEAST = 1e-6

/** Expected number of passage pairs in which two terms stand for each other, by English and German term. */
export type LinkCounts = ReadonlyMap<string, ReadonlyMap<string, number>>

/**
 * IBM Model 1 (Brown et al. 1993) over what is open in pairs of passages, in both directions at once: a link counts the product
 * of what both directions give it, which is the agreement of Liang, Taskar and Klein (2006). A link between words that stand at
 * other relative places counts less (after Dyer, Chahuneau and Smith 2013).
 */
export function linkWords(pairs: readonly OpenPair[]): LinkCounts {
  const all = new Cooccurrences(pairs)
  const nearness = pairs.map(nearnessOf)
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const strengths = iteration === 0 ? undefined : all.strengths()
    all.clear()
    for (const [i, near] of nearness.entries()) addPair(all, i, near, strengths)
  }
  return all.counts()
}

/** How near each English word is to each German one, row by row. */
function nearnessOf({ english, german }: OpenPair): Float64Array {
  const near = new Float64Array(english.length * german.length)
  let cell = 0
  for (const one of english)
    for (const other of german)
      near[cell++] = Math.exp(-TENSION * Math.abs(one.place - other.place))
  return near
}

/** @param strengths Of all links in both directions; the first time, all are alike. */
function addPair(
  all: Cooccurrences,
  pair: number,
  near: Float64Array,
  strengths: { toGerman: Float64Array; toEnglish: Float64Array } | undefined,
): void {
  const links = all.linksOf(pair)
  const width = all.widthOf(pair)
  const toGerman = strengths ? weighted(near, links, strengths.toGerman) : near
  const toEnglish = strengths ? weighted(near, links, strengths.toEnglish) : near
  const rows = new Float64Array(width === 0 ? 0 : links.length / width).fill(NONE)
  const columns = new Float64Array(width).fill(NONE)
  for (let cell = 0, row = 0; row < rows.length; row++)
    for (let column = 0; column < width; column++, cell++) {
      rows[row]! += toGerman[cell]!
      columns[column]! += toEnglish[cell]!
    }
  for (let cell = 0, row = 0; row < rows.length; row++)
    for (let column = 0; column < width; column++, cell++) {
      const agreed = (toGerman[cell]! / rows[row]!) * (toEnglish[cell]! / columns[column]!)
      if (agreed > LEAST) all.add(links[cell]!, Math.sqrt(agreed))
    }
}

function weighted(near: Float64Array, links: Uint32Array, strength: Float64Array): Float64Array {
  const weights = new Float64Array(near.length)
  for (let cell = 0; cell < near.length; cell++)
    weights[cell] = strength[links[cell]!]! * near[cell]!
  return weights
}
