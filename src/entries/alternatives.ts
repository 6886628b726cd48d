import { type Entry, entryKey, termsOf } from './entry.js'

/** Words of a query that are an entry, and what can stand for them. */
export interface EntryMatch {
  /** Places in the list of words: the first, and the one after the last. */
  from: number
  to: number
  /** In the order in which they were added; at least one, and none twice. */
  alternatives: readonly Entry[]
}

/** Which entries can stand for which. */
export class Alternatives {
  /** By the key of an entry, what stands for it, by key. */
  private readonly byKey = new Map<string, Map<string, Entry>>()
  /** The number of words in the longest entry that something stands for. */
  private longest = 0

  /** From now on each of `others` can stand for the entry. */
  add(entry: Entry, others: readonly Entry[]): void {
    const key = entryKey(termsOf(entry))
    const known = this.byKey.get(key) ?? new Map<string, Entry>()
    for (const other of others) {
      const otherKey = entryKey(termsOf(other))
      if (!known.has(otherKey)) known.set(otherKey, other)
    }
    this.byKey.set(key, known)
    this.longest = Math.max(this.longest, entry.words.length)
  }

  /**
   * The entries among words that stand side by side. The longest entry wins its words, among equally long ones
   * the first, so that no two matches overlap; they come in the order of the words.
   *
   * @param terms of the words in order: words of grammar included, hyphenated words one by one, compounds whole.
   */
  find(terms: readonly string[]): EntryMatch[] {
    const matches: EntryMatch[] = []
    const taken = new Set<number>()
    for (let length = Math.min(this.longest, terms.length); length > 0; length--)
      for (let from = 0; from + length <= terms.length; from++) {
        const to = from + length
        const alternatives = this.byKey.get(entryKey(terms.slice(from, to)))
        if (!alternatives?.size || overlaps(from, to, taken)) continue
        for (let place = from; place < to; place++) taken.add(place)
        matches.push({ from, to, alternatives: [...alternatives.values()] })
      }
    return matches.sort((a, b) => a.from - b.from)
  }
}

function overlaps(from: number, to: number, taken: ReadonlySet<number>): boolean {
  for (let place = from; place < to; place++) if (taken.has(place)) return true
  return false
}
