import { LONGEST } from './letters.js'

/** A string is cut into so many pieces, as long as each other as far as that goes. */
const PIECES = 3

/** What {@link PieceIndex} reads: places of strings by a hash of their length, the number of a piece and its letters. */
export interface PieceColumns {
  /** By hash: where its places begin; the last is the end. One less than their number is a power of two. */
  starts: Uint32Array
  places: Uint32Array
}

export function pieceColumns(strings: readonly string[]): PieceColumns {
  const size = 2 ** Math.floor(Math.log2(Math.max(1, strings.length)))
  const starts = new Uint32Array(size + 1)
  const hashes = new Uint32Array(PIECES * strings.length)
  for (const [place, string] of strings.entries())
    for (let piece = 0; piece < PIECES; piece++) {
      const [start, end] = pieceOf(string.length, piece)
      const hash = hashOf(string.length, piece, string, start, end) & (size - 1)
      hashes[PIECES * place + piece] = hash
      starts[hash + 1]!++
    }
  for (let hash = 0; hash < size; hash++) starts[hash + 1]! += starts[hash]!
  const next = starts.slice()
  const places = new Uint32Array(hashes.length)
  for (let i = 0; i < hashes.length; i++) places[next[hashes[i]!]!++] = Math.floor(i / PIECES)
  return { starts, places }
}

/**
 * Finds strings that have a piece in common with a word. So do all that are one or two edits away: an edit is in one of
 * the three pieces, and of a swap across the end of a piece the next one has but its first letter (compare Li, Deng,
 * Wang and Feng, "Pass-Join: A Partition-based Method for Similarity Joins", 2011).
 */
export class PieceIndex {
  constructor(private readonly columns: PieceColumns) {}

  /** Calls `visit` with the places of strings that may be 1 to `limit` edits away; one may come several times, and some are not. */
  candidates(wanted: string, limit: 1 | 2, visit: (place: number) => void): void {
    const longest = Math.min(wanted.length + limit, LONGEST - 1)
    for (let length = Math.max(0, wanted.length - limit); length <= longest; length++)
      // With one edit, two of the pieces are as they were; the first is the shortest.
      for (let piece = PIECES - limit - 1; piece < PIECES; piece++)
        this.visitPiece(wanted, limit, length, piece, visit)
  }

  private visitPiece(
    wanted: string,
    limit: number,
    length: number,
    piece: number,
    visit: (place: number) => void,
  ): void {
    const [start, end] = pieceOf(length, piece)
    const longer = wanted.length - length
    for (let shift = -limit; shift <= limit; shift++) {
      // Letters more or less before the piece, and after it.
      const edits = Math.abs(shift) + Math.abs(longer - shift)
      const [from, to] = [start + shift, end + shift]
      if (edits > limit || from < 0 || to > wanted.length) continue
      this.visitHash(hashOf(length, piece, wanted, from, to), visit)
      if (edits === limit || piece === 0 || from === to) continue
      const swapped = wanted.charAt(from - 1) + wanted.slice(from + 1, to)
      this.visitHash(hashOf(length, piece, swapped, 0, swapped.length), visit)
    }
  }

  private visitHash(hash: number, visit: (place: number) => void): void {
    const { starts, places } = this.columns
    const bucket = hash & (starts.length - 2)
    for (let i = starts[bucket]!; i < starts[bucket + 1]!; i++) visit(places[i]!)
  }
}

function pieceOf(length: number, piece: number): [start: number, end: number] {
  return [Math.floor((length * piece) / PIECES), Math.floor((length * (piece + 1)) / PIECES)]
}

/** FNV-1a (Fowler, Noll and Vo) over UTF-16 code units, 32 bits, with its high bits mixed into the low ones. */
function hashOf(length: number, piece: number, text: string, start: number, end: number): number {
  let hash = Math.imul(0x811c9dc5 ^ (PIECES * length + piece), 0x01000193)
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
