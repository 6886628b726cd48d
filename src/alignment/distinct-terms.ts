import type { Evidence } from './evidence.js'
import type { TermKeyTable } from './term-keys.js'

/** The distinct terms of some texts, in the order in which they come. */
export interface DistinctTerms {
  /** By text, the places of its terms among the distinct ones, in order. */
  rows: readonly Uint32Array[]
  /** By place: the number of the term as it came first, and in how many texts it is. */
  terms: readonly number[]
  counts: readonly number[]
}

/** Finds the distinct terms of texts. */
export class TermCounter {
  /** By string, one more than the place of its term; 0 in between. */
  private places = new Int32Array(0)

  constructor(private readonly keys: TermKeyTable) {}

  distinct(texts: readonly Evidence[]): DistinctTerms {
    const { keys } = this
    const numbers = texts.map(({ terms }) => keys.ofAll(terms))
    if (this.places.length < keys.size) this.places = new Int32Array(2 * keys.size)
    const { places } = this
    const terms: number[] = []
    const counts: number[] = []
    const rows = numbers.map((own) => {
      const row = new Uint32Array(own.length)
      for (let i = 0; i < own.length; i++) {
        const string = keys.terms[own[i]!]!
        if (places[string] === 0) {
          places[string] = terms.push(own[i]!)
          counts.push(0)
        }
        row[i] = places[string]! - 1
        counts[row[i]!]!++
      }
      return row
    })
    for (const term of terms) places[keys.terms[term]!] = 0
    return { rows, terms, counts }
  }
}
