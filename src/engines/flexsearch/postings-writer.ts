import { type ByteSink, ByteWriter } from '../../store/bytes.js'
import { LimitError } from '../../store/limit-error.js'
import { MOST_BYTES } from '../../store/limits.js'
import { packList } from '../../store/packed-column.js'
import { expectedSlots, type SlotSettings, slotColumns } from './expected-slots.js'
import { BEHIND } from './lists/block-format.js'
import { writeBlockList } from './lists/block-list-writer.js'
import type { ExpectedPayloads } from './lists/expected-payloads.js'

/** Collects the postings of terms, one term after the other: the passages of each, with the impact level (slot) it has there. */
export class PostingsWriter {
  private readonly writer = new ByteWriter()
  private readonly frequencies: number[] = []
  private readonly postingOffsets: number[] = [0]
  private readonly expected: ExpectedPayloads

  constructor(private readonly settings: SlotSettings) {
    this.expected = expectedSlots(settings)
  }

  /**
   * @param ids Of passages, ascending; none for a term that carries weight nowhere.
   * @param slots By place.
   * @param count How many there are, if not as many as there is room for.
   */
  add(ids: Uint32Array, slots: Uint8Array, count = ids.length): void {
    writeBlockList(this.writer, ids, slots, this.expected, count)
    this.frequencies.push(count)
    this.postingOffsets.push(this.writer.length)
  }

  /** Hands on the postings, where there are at least so many bytes of them. */
  drain(sink: ByteSink, least = 0): void {
    this.writer.drain(sink, least)
  }

  /** Hands on what is left, once all terms are there. */
  finish(sink: ByteSink): void {
    this.writer.uint(0, BEHIND)
    this.drain(sink)
  }

  /** @throws LimitError where the postings are more than 4 GiB. */
  columns() {
    if (this.writer.length >= MOST_BYTES)
      throw new LimitError('more than 4 GiB of postings in a language')
    return {
      frequencies: packList(this.frequencies),
      postingOffsets: packList(this.postingOffsets),
      ...slotColumns(this.settings),
    }
  }
}
