import { VarintReader } from '../../../store/bytes.js'
import { BLOCK, BlockList } from './block-list.js'
import { MANY } from './occurrence-writer.js'

/** Passages, ascending; the positions in `ids[i]` are `positions[starts[i]]` to before `positions[starts[i + 1]]`. */
export interface FormPositions {
  ids: Uint32Array
  starts: Uint32Array
  /** Ascending within a passage. */
  positions: Uint32Array
}

/** Where a word form occurs, as `writeOccurrences` writes it: read block by block. */
export class OccurrenceList {
  /** The passages; the payload is how often the form is there, {@link MANY} for as often or more. */
  readonly list: BlockList
  /** Where the starts of the blocks' positions stand, and where positions begin. */
  private readonly directory: number
  private readonly first: number

  /** @param length Number of passages that have the form. */
  constructor(
    private readonly bytes: Uint8Array,
    readonly length: number,
  ) {
    this.list = new BlockList(bytes, length)
    this.directory = this.list.size
    this.first = this.directory + (this.list.blocks > 1 ? this.list.blocks * 4 : 0)
  }

  /** The passages, and how often the form is in each. */
  frequencies(): { ids: Uint32Array; counts: Uint32Array } {
    const { passages, payloads } = this.list.readAll()
    const counts = Uint32Array.from(payloads)
    if (payloads.includes(MANY)) {
      const { starts } = this.positions()
      for (let i = 0; i < counts.length; i++) counts[i] = starts[i + 1]! - starts[i]!
    }
    return { ids: passages, counts }
  }

  positions(): FormPositions {
    const { passages, payloads } = this.list.readAll()
    const reader = new VarintReader(this.bytes, this.first)
    const starts = new Uint32Array(passages.length + 1)
    const positions: number[] = []
    for (let i = 0; i < passages.length; i++) {
      const count = countOf(payloads[i]!, reader)
      for (let n = 0, position = 0; n < count; n++) {
        position += reader.next()
        positions.push(position)
      }
      starts[i + 1] = positions.length
    }
    return { ids: passages, starts, positions: Uint32Array.from(positions) }
  }

  /**
   * Visits the positions of the form in some of the passages that have it; each by its place among them. Blocks without any of these are
   * not read.
   *
   * @param wanted Ascending.
   */
  positionsIn(wanted: Uint32Array, visit: (place: number, position: number) => void): void {
    const passages = new Uint32Array(BLOCK)
    const counts = new Uint8Array(BLOCK)
    for (let place = 0, next = 0; place < wanted.length; ) {
      const block = this.list.blockOf(wanted[place]!, next)
      if (block < next) {
        place++
        continue
      }
      const size = this.list.read(block, passages, counts)
      const reader = new VarintReader(this.bytes, this.startOf(block))
      for (let i = 0; i < size && place < wanted.length; i++) {
        while (place < wanted.length && wanted[place]! < passages[i]!) place++
        const isWanted = place < wanted.length && wanted[place] === passages[i]
        const count = countOf(counts[i]!, reader)
        for (let n = 0, position = 0; n < count; n++) {
          position += reader.next()
          if (isWanted) visit(place, position)
        }
      }
      while (place < wanted.length && wanted[place]! <= passages[size - 1]!) place++
      next = block + 1
    }
  }

  private startOf(block: number): number {
    if (this.list.blocks === 1) return this.first
    const { bytes, directory } = this
    const at = directory + block * 4
    const start =
      bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
    return this.first + (start >>> 0)
  }
}

function countOf(payload: number, reader: VarintReader): number {
  return payload === MANY ? reader.next() : payload
}
