import type { CodeUnits } from '../../language/characters.js'
import { ByteWriter } from '../../store/bytes.js'
import { type PackedColumn, packList } from '../../store/packed-column.js'
import type { PagedColumn } from '../../store/paged-column.js'
import { LONGEST } from './letters.js'

/** A string is cut into so many pieces, as long as each other as far as that goes. */
const PIECES = 3

/**
 * What {@link PieceIndex} reads: places of strings by a hash of their length, the number of a piece and its letters, ascending, as
 * differences; and by hash in which byte these begin, the last being the end. There are as many hashes as a power of two.
 *
 * @param at The strings, by place; looked at before the next one is asked for.
 */
export function pieceColumns(
  count: number,
  at: (place: number) => CodeUnits,
): { starts: Uint32Array; places: Uint8Array } {
  const size = 2 ** Math.floor(Math.log2(Math.max(1, count)))
  const next = new Uint32Array(size)
  const hashes = new Uint32Array(PIECES * count)
  for (let place = 0; place < count; place++) {
    const { units, length } = at(place)
    for (let piece = 0, start = 0; piece < PIECES; piece++) {
      let mixture = seedOf(length, piece)
      for (const end = startOf(length, piece + 1); start < end; start++)
        mixture = mixed(mixture, units[start]!)
      const hash = hashed(mixture) & (size - 1)
      hashes[PIECES * place + piece] = hash
      next[hash]!++
    }
  }
  for (let hash = 1; hash < size; hash++) next[hash]! += next[hash - 1]!
  const places = new Uint32Array(hashes.length)
  // From behind: what was the end of the places of a hash is their beginning when all are there.
  for (let i = hashes.length - 1; i >= 0; i--) places[--next[hashes[i]!]!] = Math.floor(i / PIECES)
  return asDifferences(places, next)
}

/** @param starts Where the places of each hash begin. */
function asDifferences(places: Uint32Array, starts: Uint32Array) {
  const bytes = new ByteWriter(2 * places.length + 1)
  const byteStarts = new Uint32Array(starts.length + 1)
  for (let hash = 0; hash < starts.length; hash++) {
    const end = starts[hash + 1] ?? places.length
    let before = 0
    for (let i = starts[hash]!; i < end; i++) {
      bytes.varint(places[i]! - before)
      before = places[i]!
    }
    byteStarts[hash + 1] = bytes.length
  }
  return { starts: packList(byteStarts), places: bytes.result() }
}

/** Room for the hashes of each piece: two for each number of letters more or less before it. */
const MOST_HASHES = 2 * 5

/**
 * Finds strings that have a piece in common with a word. So do all that are one or two edits away: an edit is in one of
 * the three pieces, and of a swap across the end of a piece the next one has but its first letter (compare Li, Deng,
 * Wang and Feng, "Pass-Join: A Partition-based Method for Similarity Joins", 2011).
 */
export class PieceIndex {
  /** Of each piece, at {@link MOST_HASHES} times its number, what strings may have in its place; and how many these are. Kept, for words are looked up by hundreds. */
  private readonly hashes = new Uint32Array(PIECES * MOST_HASHES)
  private readonly counts = new Uint32Array(PIECES)

  /** @param starts As {@link pieceColumns} makes them, and the places. */
  constructor(
    private readonly starts: PackedColumn,
    private readonly places: PagedColumn<Uint8Array>,
  ) {}

  /**
   * Visits the places of strings that may be 1 to `limit` edits away, with the length that each has in that case. One may
   * come several times, and some are not.
   */
  candidates(wanted: string, limit: 1 | 2, visit: (place: number, length: number) => void): void {
    const longest = Math.min(wanted.length + limit, LONGEST - 1)
    for (let length = Math.max(0, wanted.length - limit); length <= longest; length++) {
      for (let piece = 0; piece < PIECES; piece++) this.hash(wanted, limit, length, piece)
      // With one edit, two pieces are as they were: the rarest two will do.
      const leftOut = limit === 1 ? this.mostFrequent() : PIECES
      for (let piece = 0; piece < PIECES; piece++)
        if (piece !== leftOut) this.visitPiece(piece, length, visit)
    }
  }

  /** Finds what strings of a length that are so near may have in place of one of their pieces. */
  private hash(wanted: string, limit: number, length: number, piece: number): void {
    const { hashes } = this
    const mask = this.starts.length - 2
    const [start, end] = [startOf(length, piece), startOf(length, piece + 1)]
    const longer = wanted.length - length
    const seed = seedOf(length, piece)
    const first = piece * MOST_HASHES
    let next = first
    for (let shift = -limit; shift <= limit; shift++) {
      // Letters more or less before the piece, and after it.
      const edits = Math.abs(shift) + Math.abs(longer - shift)
      const [from, to] = [start + shift, end + shift]
      if (edits > limit || from < 0 || to > wanted.length) continue
      hashes[next++] = hashFrom(seed, wanted, from, to) & mask
      if (edits === limit || piece === 0 || from === 0 || from === to) continue
      const swapped = mixed(seed, wanted.charCodeAt(from - 1))
      hashes[next++] = hashFrom(swapped, wanted, from + 1, to) & mask
    }
    this.counts[piece] = next - first
  }

  /** The piece that most strings have, as far as that can be told. */
  private mostFrequent(): number {
    let [most, piece] = [-1, 0]
    for (let each = 0; each < PIECES; each++) {
      const size = this.sizeOf(each)
      if (size < most) continue
      most = size
      piece = each
    }
    return piece
  }

  /** In bytes. */
  private sizeOf(piece: number): number {
    const { starts, hashes } = this
    const first = piece * MOST_HASHES
    let size = 0
    for (let i = first; i < first + this.counts[piece]!; i++)
      size += starts.at(hashes[i]! + 1) - starts.at(hashes[i]!)
    return size
  }

  private visitPiece(
    piece: number,
    length: number,
    visit: (place: number, length: number) => void,
  ): void {
    const { starts, hashes } = this
    const first = piece * MOST_HASHES
    for (let i = first; i < first + this.counts[piece]!; i++)
      this.visitPlaces(starts.at(hashes[i]!), starts.at(hashes[i]! + 1), length, visit)
  }

  /** Byte by byte, from page to page: lists are short, and a view of each would take longer to make than to read. */
  private visitPlaces(
    start: number,
    end: number,
    length: number,
    visit: (place: number, length: number) => void,
  ): void {
    const { places } = this
    for (let at = start, place = 0; at < end; ) {
      let byte = places.at(at++)
      let difference = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = places.at(at++)
        difference |= (byte & 127) << shift
      }
      place += difference
      visit(place, length)
    }
  }
}

/** Where a piece starts; the one after the last starts at the end. */
function startOf(length: number, piece: number): number {
  return Math.floor((length * piece) / PIECES)
}

/** FNV-1a (Fowler, Noll and Vo) over UTF-16 code units, 32 bits, with its high bits mixed into the low ones. */
function hashFrom(seed: number, text: string, start: number, end: number): number {
  let hash = seed
  for (let i = start; i < end; i++) hash = mixed(hash, text.charCodeAt(i))
  return hashed(hash)
}

function hashed(mixture: number): number {
  return (mixture ^ (mixture >>> 15)) >>> 0
}

function seedOf(length: number, piece: number): number {
  return mixed(0x811c9dc5, PIECES * length + piece)
}

function mixed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}
