import type { PagedColumn } from '../../store/paged-column.js'
import { LONGEST } from './letters.js'

/** A string is cut into so many pieces, as long as each other as far as that goes. */
const PIECES = 3

/**
 * What {@link PieceIndex} reads: places of strings by a hash of their length, the number of a piece and its letters; and
 * by hash where these begin, the last being the end. There are as many hashes as a power of two.
 *
 * @param at The strings, by place.
 */
export function pieceColumns(
  count: number,
  at: (place: number) => string,
): { starts: Uint32Array; places: Uint32Array } {
  const size = 2 ** Math.floor(Math.log2(Math.max(1, count)))
  const starts = new Uint32Array(size + 1)
  const hashes = new Uint32Array(PIECES * count)
  for (let place = 0; place < count; place++) {
    const string = at(place)
    for (let piece = 0; piece < PIECES; piece++) {
      const [start, end] = pieceOf(string.length, piece)
      const hash = hashOf(string.length, piece, string, start, end) & (size - 1)
      hashes[PIECES * place + piece] = hash
      starts[hash + 1]!++
    }
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
  /** @param starts As {@link pieceColumns} makes them, and the places. */
  constructor(
    private readonly starts: PagedColumn<Uint32Array>,
    private readonly places: PagedColumn<Uint32Array>,
  ) {}

  /**
   * Visits the places of strings that may be 1 to `limit` edits away, with the length that each has in that case. One may
   * come several times, and some are not.
   */
  candidates(wanted: string, limit: 1 | 2, visit: (place: number, length: number) => void): void {
    const { starts, places } = this
    const longest = Math.min(wanted.length + limit, LONGEST - 1)
    for (let length = Math.max(0, wanted.length - limit); length <= longest; length++)
      for (const bucket of this.bucketsFor(wanted, limit, length))
        for (const place of places.range(starts.at(bucket), starts.at(bucket + 1)))
          visit(place, length)
  }

  /** Where strings of a length are that may be so near. */
  private bucketsFor(wanted: string, limit: number, length: number): number[] {
    const mask = this.starts.length - 2
    const [first, second, third] = Array.from({ length: PIECES }, (_, piece) =>
      hashesFor(wanted, limit, length, piece).map((hash) => hash & mask),
    ) as [number[], number[], number[]]
    if (limit === 2) return [...first, ...second, ...third]
    // With one edit, two pieces are as they were: the rarest two will do.
    const [rarest, rarer] = [first, second, third]
      .map((buckets) => ({ buckets, size: this.sizeOf(buckets) }))
      .sort((a, b) => a.size - b.size)
    return [...rarest!.buckets, ...rarer!.buckets]
  }

  private sizeOf(buckets: readonly number[]): number {
    const { starts } = this
    return buckets.reduce((sum, bucket) => sum + starts.at(bucket + 1) - starts.at(bucket), 0)
  }
}

/** Of what strings of a length may have in place of one of their pieces. */
function hashesFor(wanted: string, limit: number, length: number, piece: number): number[] {
  const [start, end] = pieceOf(length, piece)
  const longer = wanted.length - length
  const hashes: number[] = []
  for (let shift = -limit; shift <= limit; shift++) {
    // Letters more or less before the piece, and after it.
    const edits = Math.abs(shift) + Math.abs(longer - shift)
    const [from, to] = [start + shift, end + shift]
    if (edits > limit || from < 0 || to > wanted.length) continue
    hashes.push(hashOf(length, piece, wanted, from, to))
    if (edits === limit || piece === 0 || from === to) continue
    const swapped = wanted.charAt(from - 1) + wanted.slice(from + 1, to)
    hashes.push(hashOf(length, piece, swapped, 0, swapped.length))
  }
  return hashes
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
