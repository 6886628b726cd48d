import { ByteWriter } from '../../store/bytes.js'
import { RESOLUTION } from './bm25.js'

/** Ascending numbers as varint differences. */
export function writeAscending(writer: ByteWriter, numbers: readonly number[]): void {
  let previous = 0
  for (const number of numbers) {
    writer.varint(number - previous)
    previous = number
  }
}

/** Collects the slots of terms, one term after the other. */
export class PostingsWriter {
  private readonly writer = new ByteWriter()
  private readonly frequencies: number[] = []
  private readonly slots: number[] = []
  private readonly slotCounts: number[] = []
  private readonly slotStarts: number[] = [0]
  private readonly postingOffsets: number[] = [0]

  add(slots: readonly number[][]): void {
    let frequency = 0
    for (let slot = 0; slot < RESOLUTION; slot++) {
      const ids = slots[slot]
      if (!ids) continue
      this.slots.push(slot)
      this.slotCounts.push(ids.length)
      writeAscending(this.writer, ids)
      frequency += ids.length
    }
    this.frequencies.push(frequency)
    this.slotStarts.push(this.slots.length)
    this.postingOffsets.push(this.writer.length)
  }

  bytes(): Uint8Array {
    return this.writer.result()
  }

  columns() {
    return {
      frequencies: Uint32Array.from(this.frequencies),
      slots: Uint8Array.from(this.slots),
      slotCounts: Uint32Array.from(this.slotCounts),
      slotStarts: Uint32Array.from(this.slotStarts),
      postingOffsets: Uint32Array.from(this.postingOffsets),
    }
  }
}
