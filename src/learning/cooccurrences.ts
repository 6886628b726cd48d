import type { OpenPair, OpenWord } from './unexplained.js'

/** No further link. */
const END = 0xffffffff

/**
 * The links that there can be: each English with each German word of a pair of passages, by number. Each has a count. Sums are added
 * up in the order in which links got one, so that they are the same to the last bit whatever the numbers.
 */
export class Cooccurrences {
  private readonly english: string[] = []
  private readonly german: string[] = []
  /** By number of a link, its words. */
  private readonly sources: number[] = []
  private readonly targets: number[] = []
  /** By pair: its links row by row, and the number of its German words. */
  private readonly pairs: { links: Uint32Array; width: number }[]
  private readonly values: Float64Array
  /** English words that have links with counts, in order; of each the first and the last of these links, and of each link the next. */
  private rows: number[] = []
  private readonly first: Uint32Array
  private readonly last: Uint32Array
  private readonly next: Uint32Array

  constructor(pairs: readonly OpenPair[]) {
    const numbers = { english: new Map<string, number>(), german: new Map<string, number>() }
    const known: Map<number, number>[] = []
    this.pairs = pairs.map(({ english, german }) => {
      const targets = german.map((word) => numberOf(word, numbers.german, this.german))
      const links = english.flatMap((word) => {
        const source = numberOf(word, numbers.english, this.english)
        known[source] ??= new Map()
        return targets.map((target) => this.linkOf(source, target, known[source]!))
      })
      return { links: Uint32Array.from(links), width: german.length }
    })
    this.values = new Float64Array(this.sources.length)
    this.next = new Uint32Array(this.sources.length)
    this.first = new Uint32Array(this.english.length).fill(END)
    this.last = new Uint32Array(this.english.length)
  }

  /** The links of a pair: of its first English word with all German ones, of the second one, and so on. */
  linksOf(pair: number): Uint32Array {
    return this.pairs[pair]!.links
  }

  /** Number of German words of a pair. */
  widthOf(pair: number): number {
    return this.pairs[pair]!.width
  }

  add(link: number, count: number): void {
    if (this.values[link] === 0) this.append(link)
    this.values[link]! += count
  }

  /** Of each link, its share of all of its English word, and of its German word. */
  strengths(): { toGerman: Float64Array; toEnglish: Float64Array } {
    const { values, sources, targets } = this
    const [english, german] = this.totals()
    const toGerman = values.map((count, link) => count / (english[sources[link]!]! || 1))
    const toEnglish = values.map((count, link) => count / (german[targets[link]!]! || 1))
    return { toGerman, toEnglish }
  }

  /** Takes all counts away. */
  clear(): void {
    this.values.fill(0)
    this.first.fill(END)
    this.rows = []
  }

  counts(): Map<string, Map<string, number>> {
    const counts = new Map<string, Map<string, number>>()
    for (const source of this.rows) {
      const row = new Map<string, number>()
      for (const link of this.row(source))
        row.set(this.german[this.targets[link]!]!, this.values[link]!)
      counts.set(this.english[source]!, row)
    }
    return counts
  }

  private totals(): [Float64Array, Float64Array] {
    const english = new Float64Array(this.english.length)
    const german = new Float64Array(this.german.length)
    for (const source of this.rows)
      for (const link of this.row(source)) {
        english[source]! += this.values[link]!
        german[this.targets[link]!]! += this.values[link]!
      }
    return [english, german]
  }

  private *row(source: number): Generator<number> {
    for (let link = this.first[source]!; link !== END; link = this.next[link]!) yield link
  }

  private append(link: number): void {
    const source = this.sources[link]!
    if (this.first[source] === END) {
      this.rows.push(source)
      this.first[source] = link
    } else this.next[this.last[source]!] = link
    this.last[source] = link
    this.next[link] = END
  }

  private linkOf(source: number, target: number, row: Map<number, number>): number {
    const known = row.get(target)
    if (known !== undefined) return known
    row.set(target, this.sources.length)
    this.targets.push(target)
    return this.sources.push(source) - 1
  }
}

function numberOf({ term }: OpenWord, numbers: Map<string, number>, terms: string[]): number {
  const known = numbers.get(term)
  if (known !== undefined) return known
  numbers.set(term, terms.length)
  return terms.push(term) - 1
}
