import { VarintReader } from '../../../store/bytes.js'
import { placeFrom } from '../../../store/place-from.js'
import { BlockList } from './block-list.js'
import { EXPECTED_COUNTS, MANY } from './occurrence-writer.js'
import type { PlacedPositions } from './placed-positions.js'

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

  /**
   * @param bytes Of the list, and `BEHIND` others after it at least.
   * @param length Number of passages that have the form.
   */
  constructor(
    private readonly bytes: Uint8Array,
    readonly length: number,
  ) {
    this.list = new BlockList(bytes, length, EXPECTED_COUNTS)
    this.directory = this.list.size
    this.first = this.directory + (this.list.blocks > 1 ? this.list.blocks * 4 : 0)
  }

  /** Bytes that it takes in memory, once it has been read. */
  get memory(): number {
    return this.list.memory
  }

  /** The passages, and how often the form is in each. */
  frequencies(): { ids: Uint32Array; counts: Uint8Array | Uint32Array } {
    const { passages, payloads } = this.list.readAll()
    if (!payloads.includes(MANY)) return { ids: passages, counts: payloads }
    const counts = new Uint32Array(payloads.length)
    const { starts } = this.positions()
    for (let i = 0; i < counts.length; i++) counts[i] = starts[i + 1]! - starts[i]!
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
   * Adds the positions of the form in some of the passages that have it, in their order. Blocks without any of these are not read.
   *
   * @param wanted Ascending.
   */
  positionsIn(wanted: Uint32Array, found: PlacedPositions): void {
    const { list } = this
    for (let place = 0, next = 0; place < wanted.length; ) {
      const block = list.blockOf(wanted[place]!, next)
      if (block < next) {
        place++
        continue
      }
      const end = placeFrom(wanted, list.firstOf(block + 1), place)
      this.positionsInBlock(block, wanted, place, end, found)
      place = end
      next = block + 1
    }
  }

  /** Of passages of which some may be in a block: those from a place to before another. */
  private positionsInBlock(
    block: number,
    wanted: Uint32Array,
    from: number,
    to: number,
    found: PlacedPositions,
  ): void {
    const { passages, payloads } = this.list
    let entry = this.list.load(block)
    const end = entry + this.list.sizeOf(block)
    let at = this.startOf(block)
    for (let place = from; place < to; place++) {
      const id = wanted[place]!
      for (; entry < end && passages[entry]! < id; entry++) at = this.after(payloads[entry]!, at)
      if (entry === end) return
      if (passages[entry] === id) at = this.take(payloads[entry++]!, at, place, found)
    }
  }

  /** Adds the positions of a passage, which begin at `at`. Returns where they end. */
  private take(payload: number, at: number, place: number, found: PlacedPositions): number {
    const { bytes } = this
    let count = this.countAt(payload, at)
    let next = this.startAt(payload, at)
    found.reserve(count)
    const { places, positions } = found
    for (let position = 0; count > 0; count--) {
      let byte = bytes[next++]!
      let distance = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[next++]!
        distance |= (byte & 127) << shift
      }
      position += distance
      places[found.count] = place
      positions[found.count++] = position
    }
    return next
  }

  /** Where the positions of the next passage begin, after those of one that begin at `at`. */
  private after(payload: number, at: number): number {
    return this.skip(this.countAt(payload, at), this.startAt(payload, at))
  }

  /** How many positions a passage has, by its payload or else by the number that begins at `at`. */
  private countAt(payload: number, at: number): number {
    return payload === MANY ? new VarintReader(this.bytes, at).next() : payload
  }

  /** Where they begin. */
  private startAt(payload: number, at: number): number {
    return payload === MANY ? this.skip(1, at) : at
  }

  /** Where the next number begins, after some that begin at `at`. */
  private skip(numbers: number, at: number): number {
    const { bytes } = this
    let next = at
    // The last byte of each is below 128.
    for (let left = numbers; left > 0; next++) if (bytes[next]! < 128) left--
    return next
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
