/** Numbers of a piece. */
const PIECE = 3
/** Shared by all that have no piece, and never added to. */
const NONE: number[] = []

/**
 * Builds a text out of pieces of another one and remembers where each piece came from, so that an
 * offset of the result leads back to the original.
 */
export class SourceMap {
  /** Of each piece, where it begins in the text and in the original, and its length. Most maps have one piece, and many are made. */
  private numbers = NONE

  /** Records that `length` code units at `target` were copied from `source`. In ascending order. */
  add(target: number, source: number, length: number): void {
    const { numbers } = this
    if (numbers.length === 0) {
      this.numbers = [target, source, length]
      return
    }
    const last = numbers.length - PIECE
    const before = numbers[last + 2]!
    if (numbers[last]! + before === target && numbers[last + 1]! + before === source)
      numbers[last + 2] = before + length
    else numbers.push(target, source, length)
  }

  /** The original's offset for an offset of the text; within inserted text, that of the piece before. */
  toSource(offset: number): number {
    const at = this.pieceAt(offset)
    if (at < 0) return 0
    const [target, source, length] = [
      this.numbers[at]!,
      this.numbers[at + 1]!,
      this.numbers[at + 2]!,
    ]
    return source + Math.min(Math.max(offset - target, 0), length)
  }

  /** Adds the pieces that another map has for `[start, end)` of its text, which stands `shift` further on in this one. */
  append(other: SourceMap, start: number, end: number, shift: number): void {
    const { numbers } = other
    for (let at = Math.max(other.pieceAt(start), 0); at < numbers.length; at += PIECE) {
      const [target, source, length] = [numbers[at]!, numbers[at + 1]!, numbers[at + 2]!]
      if (target >= end) return
      const from = Math.max(target, start)
      const to = Math.min(target + length, end)
      if (from < to) this.add(from + shift, source + from - target, to - from)
    }
  }

  /** Where the last piece stands in the list that starts at or before `offset`; the first one where none does; below 0 without pieces. */
  private pieceAt(offset: number): number {
    const { numbers } = this
    let low = 0
    let high = numbers.length / PIECE - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (numbers[PIECE * middle]! <= offset) low = middle
      else high = middle - 1
    }
    return high < 0 ? -1 : PIECE * low
  }
}
