import type { TermPair } from './pack.js'

/** How often an English and a German term were linked, each link weighted by its probability. */
export interface LinkCount {
  english: string
  german: string
  count: number
}

export interface PruningSettings {
  /** Links seen less often are left out. */
  minCount: number
  /** Translations with a smaller share of a term's links are left out. */
  minProbability: number
  /** Links seen less often than this may be mistakes: they need a share of `minUnsureProbability`. */
  sureCount: number
  minUnsureProbability: number
  /** Of each term at most so many translations are kept. */
  most: number
  /** Power to which shares are raised: under 1, the probabilities of a term become more alike. */
  flattening: number
}

/**
 * Lexical probabilities from link counts: the shares of a term's links, flattened, since they are those of
 * the training texts and too sure of themselves for others. What is left after pruning is shared out
 * anew, so that the translations of each term add up to 1.
 */
export function prune(counts: readonly LinkCount[], settings: PruningSettings): TermPair[] {
  const toGerman = kept(counts, ({ english }) => english, settings)
  const toEnglish = kept(counts, ({ german }) => german, settings)
  return counts
    .map((link) => ({
      english: link.english,
      german: link.german,
      toGerman: toGerman.get(link) ?? 0,
      toEnglish: toEnglish.get(link) ?? 0,
    }))
    .filter((pair) => pair.toGerman > 0 || pair.toEnglish > 0)
}

/** The probability of each link that is kept, given the term on the side that `termOf` names. */
function kept(
  counts: readonly LinkCount[],
  termOf: (link: LinkCount) => string,
  settings: PruningSettings,
): Map<LinkCount, number> {
  const probabilities = new Map<LinkCount, number>()
  for (const links of groupedBy(counts, termOf).values()) {
    const all = links.reduce((sum, { count }) => sum + count, 0)
    const best = links
      .filter(({ count }) => isKept(count, count / all, settings))
      .sort((a, b) => b.count - a.count)
      .slice(0, settings.most)
    const flattened = best.map(({ count }) => count ** settings.flattening)
    const total = flattened.reduce((sum, weight) => sum + weight, 0)
    for (const [i, link] of best.entries()) probabilities.set(link, flattened[i]! / total)
  }
  return probabilities
}

function isKept(count: number, share: number, settings: PruningSettings): boolean {
  const { minCount, minProbability, sureCount, minUnsureProbability } = settings
  return count >= minCount && share >= (count < sureCount ? minUnsureProbability : minProbability)
}

function groupedBy(
  counts: readonly LinkCount[],
  termOf: (link: LinkCount) => string,
): Map<string, LinkCount[]> {
  const groups = new Map<string, LinkCount[]>()
  for (const link of counts) {
    const term = termOf(link)
    const group = groups.get(term)
    if (group) group.push(link)
    else groups.set(term, [link])
  }
  return groups
}
