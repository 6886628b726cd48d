import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { ByteSource } from './bytes.js'
import { ClosedIndexError } from './closed-index-error.js'

/** Where borrowed bytes stand, of whatever file. New memory for each would have to be collected, with all that is in memory. */
const BORROWED = new Uint8Array(64 * 1024)

/** A file that stays open; every read goes to the disk (and so to the system's page cache). */
export class FileSource implements ByteSource {
  readonly size: number
  private descriptor: number | undefined

  constructor(path: string) {
    const descriptor = openSync(path, 'r')
    this.descriptor = descriptor
    this.size = fstatSync(descriptor).size
  }

  read(offset: number, length: number): Uint8Array {
    return this.readInto(new Uint8Array(length), offset)
  }

  borrow(offset: number, length: number): Uint8Array {
    if (length > BORROWED.length) return this.read(offset, length)
    return this.readInto(BORROWED.subarray(0, length), offset)
  }

  /** May be called again: the number of a closed file can belong to another file by then. */
  close(): void {
    if (this.descriptor !== undefined) closeSync(this.descriptor)
    this.descriptor = undefined
  }

  private readInto(bytes: Uint8Array, offset: number): Uint8Array {
    if (this.descriptor === undefined) throw new ClosedIndexError()
    const { length } = bytes
    let done = 0
    while (done < length) {
      const read = readSync(this.descriptor, bytes, done, length - done, offset + done)
      if (read === 0) throw new RangeError('read past the end')
      done += read
    }
    return bytes
  }
}
