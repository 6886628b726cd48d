import type { Language } from '../language/language.js'
import type { TranslationLexicon } from '../translation/lexicon.js'
import { Coverage } from './coverage.js'
import type { Evidence, PassageEvidence } from './evidence.js'

/** A document's passages as evidence, in order. */
export interface DocumentEvidence {
  language: Language
  passages: readonly PassageEvidence[]
}

/** How much two documents' passages say the same, pair by pair. */
export class Likeness {
  readonly rows: number
  readonly columns: number
  readonly forward: Coverage
  readonly backward: Coverage
  /** Characters on the right for one on the left: what the two languages, and this translator, need. */
  readonly lengthRatio: number
  private readonly headings: Float32Array
  private readonly usualForward: Float32Array
  private readonly usualBackward: Float32Array

  constructor(
    readonly left: DocumentEvidence,
    readonly right: DocumentEvidence,
    lexicon: TranslationLexicon,
  ) {
    const { passages: from, language } = left
    const { passages: to, language: other } = right
    this.rows = from.length
    this.columns = to.length
    this.forward = new Coverage(from, to, lexicon, { from: language, to: other })
    this.backward = new Coverage(to, from, lexicon, { from: other, to: language })
    this.usualForward = usual(this.forward, this.rows)
    this.usualBackward = usual(this.backward, this.columns)
    this.lengthRatio = lengthOf(to) / Math.max(1, lengthOf(from))
    this.headings = headingLikeness(left, right, lexicon)
  }

  /** How much more of a left passage the right one says than another passage would; 0 to 1. */
  rightSaysLeft(row: number, column: number): number {
    const value = this.forward.values[row * this.columns + column]!
    return excess(value, this.usualForward[row]!)
  }

  leftSaysRight(row: number, column: number): number {
    const value = this.backward.values[column * this.rows + row]!
    return excess(value, this.usualBackward[column]!)
  }

  /** Likeness of the headings above, 0 to 1; 0 where there are none. */
  heading(row: number, column: number): number {
    return this.headings[row * this.columns + column]!
  }

  /** 1 where the same person speaks, -1 where another does, 0 where that is not known. */
  speaker(row: number, column: number): number {
    const [one, other] = [this.left.passages[row]!.speaker, this.right.passages[column]!.speaker]
    if (!one || !other) return 0
    const names = new Set(one.terms.map(({ surface }) => surface))
    return other.terms.some(({ surface }) => names.has(surface)) ? 1 : -1
  }

  /** Length of the right passage as a multiple of what the left one's leads to expect. */
  relativeLength(row: number, column: number): number {
    const expected = this.left.passages[row]!.length * this.lengthRatio
    return this.right.passages[column]!.length / Math.max(1, expected)
  }
}

function lengthOf(passages: readonly Evidence[]): number {
  return passages.reduce((sum, { length }) => sum + length, 0)
}

function excess(value: number, usual: number): number {
  return Math.max(0, (value - usual) / (1 - usual))
}

/** Coverage between passages that have nothing to do with each other, where there are too few to tell. */
const CHANCE = 0.08

/** Mean of the lower half of a text's coverages: what any passage of the other document says of it. */
function usual({ values, columns }: Coverage, rows: number): Float32Array {
  return Float32Array.from({ length: rows }, (_, row) => {
    const own = values.slice(row * columns, (row + 1) * columns).sort()
    const lower = own.subarray(0, columns >> 1)
    // As if three passages more had been looked at.
    return (lower.reduce((sum, value) => sum + value, 0) + 3 * CHANCE) / (lower.length + 3)
  })
}

function headingLikeness(
  left: DocumentEvidence,
  right: DocumentEvidence,
  lexicon: TranslationLexicon,
): Float32Array {
  const cells = new Float32Array(left.passages.length * right.passages.length)
  const [from, to] = [distinctHeadings(left), distinctHeadings(right)]
  if (from.list.length === 0 || to.list.length === 0) return cells
  const languages = { from: left.language, to: right.language }
  const swapped = { from: right.language, to: left.language }
  const forward = new Coverage(from.list, to.list, lexicon, languages).values
  const backward = new Coverage(to.list, from.list, lexicon, swapped).values
  for (const [row, one] of from.numbers.entries())
    for (const [column, other] of to.numbers.entries()) {
      if (one < 0 || other < 0) continue
      const [a, b] = [
        forward[one * to.list.length + other]!,
        backward[other * from.list.length + one]!,
      ]
      cells[row * to.numbers.length + column] = a + b > 0 ? (2 * a * b) / (a + b) : 0
    }
  return cells
}

/** Each heading once, and which one each passage has; -1 for none. */
function distinctHeadings({ passages }: DocumentEvidence) {
  const list: Evidence[] = []
  const known = new Map<string, number>()
  const numbers = passages.map(({ heading }) => {
    if (!heading || heading.terms.length === 0) return -1
    const key = heading.terms.map(({ term }) => term).join('\0')
    const number = known.get(key) ?? list.push(heading) - 1
    known.set(key, number)
    return number
  })
  return { list, numbers }
}
