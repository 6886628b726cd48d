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
  /** Of each term at most so many translations are kept. */
  most: number
}

/**
 * Lexical probabilities from link counts: the share of a term's links. What is left after pruning is
 * shared out anew, so that the translations of each term add up to 1.
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
  { minCount, minProbability, most }: PruningSettings,
): Map<LinkCount, number> {
  const probabilities = new Map<LinkCount, number>()
  for (const links of groupedBy(counts, termOf).values()) {
    const all = sumOf(links)
    const best = links
      .filter(({ count }) => count >= minCount && count / all >= minProbability)
      .sort((a, b) => b.count - a.count)
      .slice(0, most)
    const rest = sumOf(best)
    for (const link of best) probabilities.set(link, link.count / rest)
  }
  return probabilities
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

function sumOf(links: readonly LinkCount[]): number {
  return links.reduce((total, { count }) => total + count, 0)
}
