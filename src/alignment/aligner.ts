import type { PassageLink } from './align.js'
import { BestFirst } from './best-first.js'
import { confidenceOf, type LinkFeatures } from './confidence.js'
import type { Likeness } from './likeness.js'
import { Partners } from './partners.js'
import { Rivals } from './rivals.js'
import { neighbourSupport } from './support.js'

/** Pairs less alike than this are not looked at. */
const FLOOR = 0.04
/** Best partners of a passage that are looked at. */
const MAX_CANDIDATES = 6
/** What the neighbours' support counts beside likeness in the choice of candidates. */
const SUPPORT_WEIGHT = 0.1
const MAX_LENGTH_FEATURE = 2

/** Only what somebody has confirmed is certain. */
const MAX_ESTIMATE = 0.999

/** A pair of passages that may become a link. */
export interface Candidate {
  row: number
  column: number
  features: LinkFeatures
  confidence: number
}

/** Turns likeness into links, the surest first. */
export class Aligner {
  private readonly alike: Float32Array
  private readonly support: Float32Array
  private readonly rowRivals: Rivals
  private readonly columnRivals: Rivals
  private readonly left: Partners
  private readonly right: Partners
  private readonly confirmed: PassageLink[] = []
  /** Cells that are decided. */
  private readonly settled = new Set<number>()

  constructor(
    private readonly likeness: Likeness,
    private readonly declared: boolean,
  ) {
    const { rows, columns, forward, backward } = likeness
    this.left = new Partners(forward)
    this.right = new Partners(backward)
    this.rowRivals = new Rivals(rows)
    this.columnRivals = new Rivals(columns)
    this.alike = Float32Array.from({ length: rows * columns }, (_, cell) => this.compare(cell))
    this.support = neighbourSupport(
      rows,
      columns,
      (row, column) => this.alike[row * columns + column]!,
    )
  }

  /** Takes a link for given. */
  confirm(left: number, right: number): void {
    this.settled.add(this.cellOf(left, right))
    this.confirmed.push({ left, right, confidence: 1 })
    this.accept(left, right)
  }

  /** Rules a link out. */
  forbid(left: number, right: number): void {
    this.settled.add(this.cellOf(left, right))
  }

  /**
   * All links, the confirmed ones included.
   *
   * @param threshold Links as sure as this explain words of their passages.
   * @param floor Links less sure than this are left out.
   */
  links(threshold: number, floor: number): PassageLink[] {
    const links = [...this.confirmed]
    this.takeEach((candidate) => {
      const { row: left, column: right, confidence } = candidate
      const estimate = Math.min(MAX_ESTIMATE, confidence)
      if (confidence >= floor) links.push({ left, right, confidence: estimate })
      return confidence >= threshold
    })
    return links.sort((a, b) => a.left - b.left || a.right - b.right)
  }

  /** Goes through the candidates, the surest first; those for which `accepts` is true count as links from then on. */
  takeEach(accepts: (candidate: Candidate) => boolean): void {
    const queue = new BestFirst<Candidate>(({ confidence }) => confidence)
    const byRow = new Map<number, Candidate[]>()
    const byColumn = new Map<number, Candidate[]>()
    for (const candidate of this.candidates()) {
      queue.add(candidate)
      append(byRow, candidate.row, candidate)
      append(byColumn, candidate.column, candidate)
    }
    for (let taken = queue.take(); taken; taken = queue.take()) {
      this.settled.add(this.cellOf(taken.row, taken.column))
      if (!accepts(taken)) continue
      this.accept(taken.row, taken.column)
      for (const other of [...byRow.get(taken.row)!, ...byColumn.get(taken.column)!])
        if (!this.settled.has(this.cellOf(other.row, other.column)) && this.reconsider(other))
          queue.add(other)
    }
  }

  private accept(row: number, column: number): void {
    this.left.add(row, column)
    this.right.add(column, row)
  }

  private candidates(): Candidate[] {
    const { rows, columns } = this.likeness
    const chosen = new Set<number>()
    const choose = (length: number, cellAt: (place: number) => number) => {
      const cells: number[] = []
      for (let place = 0; place < length; place++)
        if (this.alike[cellAt(place)]! > FLOOR) cells.push(cellAt(place))
      cells.sort((a, b) => this.ranking(b) - this.ranking(a) || a - b)
      for (const cell of cells.slice(0, MAX_CANDIDATES)) chosen.add(cell)
    }
    for (let row = 0; row < rows; row++) choose(columns, (column) => this.cellOf(row, column))
    for (let column = 0; column < columns; column++) choose(rows, (row) => this.cellOf(row, column))
    return [...chosen]
      .filter((cell) => !this.settled.has(cell))
      .sort((a, b) => a - b)
      .map((cell) => this.examine(Math.floor(cell / columns), cell % columns))
  }

  private ranking(cell: number): number {
    return this.alike[cell]! + SUPPORT_WEIGHT * this.support[cell]!
  }

  private cellOf(row: number, column: number): number {
    return row * this.likeness.columns + column
  }

  /** Mean of both directions; remembered as a rival of the others in its row and column. */
  private compare(cell: number): number {
    const { likeness } = this
    const [row, column] = [Math.floor(cell / likeness.columns), cell % likeness.columns]
    const alike = (likeness.rightSaysLeft(row, column) + likeness.leftSaysRight(row, column)) / 2
    this.rowRivals.add(row, column, alike)
    this.columnRivals.add(column, row, alike)
    return alike
  }

  /** True where a link taken up in the meantime has changed how sure it is. */
  private reconsider(candidate: Candidate): boolean {
    const { confidence } = candidate
    Object.assign(candidate, this.examine(candidate.row, candidate.column))
    return candidate.confidence !== confidence
  }

  private examine(row: number, column: number): Candidate {
    const { likeness, left, right } = this
    const cell = this.cellOf(row, column)
    const [one, other] = [likeness.rightSaysLeft(row, column), likeness.leftSaysRight(row, column)]
    const rowLead = this.alike[cell]! - this.rowRivals.besides(row, column)
    const columnLead = this.alike[cell]! - this.columnRivals.besides(column, row)
    const fresh = Math.min(left.freshShare(row, column), right.freshShare(column, row))
    const features: LinkFeatures = {
      more: Math.max(one, other),
      less: Math.min(one, other),
      support: this.support[cell]!,
      lead: Math.max(rowLead, columnLead),
      leadLess: Math.min(rowLead, columnLead),
      fresh,
      second: Number(fresh < 1),
      beside: Number(left.isBeside(row, column) || right.isBeside(column, row)),
      length: Math.min(
        MAX_LENGTH_FEATURE,
        Math.abs(Math.log(likeness.relativeLength(row, column))),
      ),
      declared: Number(this.declared),
      heading: likeness.heading(row, column),
      speaker: likeness.speaker(row, column),
    }
    return { row, column, features, confidence: confidenceOf(features) }
  }
}

function append<Entry>(lists: Map<number, Entry[]>, key: number, entry: Entry): void {
  const list = lists.get(key)
  if (list) list.push(entry)
  else lists.set(key, [entry])
}
