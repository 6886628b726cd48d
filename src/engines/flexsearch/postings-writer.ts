import { ByteWriter } from '../../store/bytes.js'
import { writeBlockList } from './lists/block-list-writer.js'

/** Collects the postings of terms, one term after the other: the passages of each, with the impact level (slot) it has there. */
export class PostingsWriter {
  private readonly writer = new ByteWriter()
  private readonly frequencies: number[] = []
  private readonly postingOffsets: number[] = [0]

  /**
   * @param ids Of passages, ascending; none for a term that carries weight nowhere.
   * @param slots By place.
   */
  add(ids: Uint32Array, slots: Uint8Array): void {
    writeBlockList(this.writer, ids, slots)
    this.frequencies.push(ids.length)
    this.postingOffsets.push(this.writer.length)
  }

  bytes(): Uint8Array {
    return this.writer.result()
  }

  columns() {
    return {
      frequencies: Uint32Array.from(this.frequencies),
      postingOffsets: Uint32Array.from(this.postingOffsets),
    }
  }
}
