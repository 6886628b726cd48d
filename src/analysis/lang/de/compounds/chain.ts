import { lastCost, leftCost, type Units } from './units.js'

/** One part of a split as it is written, link element included: `word.slice(start, end)`. */
export interface Segment {
  start: number
  end: number
}

export interface Chain {
  segments: Segment[]
  /** Negative log probability, in nats. */
  cost: number
}

export const MAX_PARTS = 4
/** Longest form in the lexicon, link element included. */
export const MAX_FORM = 18
const MIN_FORM = 3
/** What an inflection costs that the lexicon does not list for the last part. */
const INFLECTION_COST = 2.5
const INFLECTIONS = ['innen', 'in', 'es', 's', 'en', 'e', 'ern', 'er', 'n']
const MIN_INFLECTED = 4
const WITHOUT_UMLAUT = new Map([
  ['ä', 'a'],
  ['ö', 'o'],
  ['ü', 'u'],
])

/** The form with its last umlaut undone: `türm` is `turm`. */
function withoutUmlaut(form: string): string {
  for (let i = form.length - 1; i > 0; i--) {
    const plain = WITHOUT_UMLAUT.get(form[i]!)
    if (plain) return form.slice(0, i) + plain + form.slice(i + 1)
  }
  return form
}

/** Bit n for length n: every one, where nothing is known. */
function lengthsAt(word: string, at: number, units: Units): number {
  return units.lengthsAt ? units.lengthsAt(word, at) : -1
}

/** The cost of a form as the last part; 0 if neither it nor the word it may inflect is known as one. */
export function costAsLast(form: string, units: Units): number {
  const lengths = lengthsAt(form, 0, units)
  const known = lengths & (1 << form.length) ? lastCost(units.get(form) ?? 0) : 0
  if (known) return known
  let best = 0
  for (const ending of INFLECTIONS) {
    const length = form.length - ending.length
    if (length < MIN_INFLECTED || !form.endsWith(ending)) continue
    const base = form.slice(0, length)
    let cost = lengths & (1 << length) ? lastCost(units.get(base) ?? 0) : 0
    if (!cost && ending[0] === 'e') cost = costWithoutUmlaut(base, units)
    if (cost && (!best || cost < best)) best = cost
  }
  return best && best + INFLECTION_COST
}

function costWithoutUmlaut(base: string, units: Units): number {
  const form = withoutUmlaut(base)
  if (form === base) return 0
  return lengthsAt(form, 0, units) & (1 << form.length) ? lastCost(units.get(form) ?? 0) : 0
}

/** Of one table at a time, kept for the next word: making them anew would take as long as filling them. */
let spareCosts = new Float64Array((MAX_PARTS + 1) * 80)
let spareStarts = new Int16Array(spareCosts.length)

/** Cheapest costs by (number of parts, position), and where the last of these parts begins. */
class Table {
  private readonly width: number
  private readonly costs: Float64Array
  private readonly starts: Int16Array

  constructor(readonly length: number) {
    this.width = length + 1
    const size = (MAX_PARTS + 1) * this.width
    if (spareCosts.length < size) {
      spareCosts = new Float64Array(size)
      spareStarts = new Int16Array(size)
    }
    this.costs = spareCosts.fill(Number.POSITIVE_INFINITY, 0, size)
    this.starts = spareStarts
    this.costs[0] = 0
  }

  reaches(position: number): boolean {
    for (let count = 0; count < MAX_PARTS; count++) {
      if (this.cost(count, position) < Number.POSITIVE_INFINITY) return true
    }
    return false
  }

  /** Offers one more part to every chain that ends where the part begins. */
  add(start: number, end: number, cost: number): void {
    for (let count = 0; count < MAX_PARTS; count++) {
      const total = this.cost(count, start) + cost
      if (total >= this.cost(count + 1, end)) continue
      this.costs[(count + 1) * this.width + end] = total
      this.starts[(count + 1) * this.width + end] = start
    }
  }

  best(): Chain | undefined {
    let best = 2
    for (let count = 3; count <= MAX_PARTS; count++) {
      if (this.cost(count, this.length) < this.cost(best, this.length)) best = count
    }
    const cost = this.cost(best, this.length)
    return cost === Number.POSITIVE_INFINITY ? undefined : { segments: this.trace(best), cost }
  }

  private cost(count: number, position: number): number {
    return this.costs[count * this.width + position]!
  }

  private trace(count: number): Segment[] {
    const segments: Segment[] = []
    for (let end = this.length; count > 0; count--) {
      const start = this.starts[count * this.width + end]!
      segments.unshift({ start, end })
      end = start
    }
    return segments
  }
}

/**
 * The cheapest way to write a word as two to {@link MAX_PARTS} known forms in a row: Viterbi's
 * algorithm over (parts so far, position), so the time grows with the word's length times
 * {@link MAX_FORM}, whatever the letters.
 */
export function cheapestChain(word: string, units: Units): Chain | undefined {
  const table = new Table(word.length)
  for (let start = 0; start <= word.length - MIN_FORM; start++) {
    if (!table.reaches(start)) continue
    const furthest = Math.min(start + MAX_FORM, word.length - MIN_FORM)
    const lengths = lengthsAt(word, start, units)
    if (lengths === 0 && word.length - start > MAX_FORM) continue
    for (let end = start + MIN_FORM; end <= furthest; end++) {
      if ((lengths & (1 << (end - start))) === 0) continue
      const cost = leftCost(units.get(word.slice(start, end)) ?? 0)
      if (cost) table.add(start, end, cost)
    }
    if (start === 0 || word.length - start > MAX_FORM) continue
    const cost = costAsLast(word.slice(start), units)
    if (cost) table.add(start, word.length, cost)
  }
  return table.best()
}
