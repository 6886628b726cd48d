import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { ByteSource } from './bytes.js'

/** A file that stays open; every read goes to the disk (and so to the system's page cache). */
export class FileSource implements ByteSource {
  readonly size: number
  private readonly descriptor: number

  constructor(path: string) {
    this.descriptor = openSync(path, 'r')
    this.size = fstatSync(this.descriptor).size
  }

  read(offset: number, length: number): Uint8Array {
    const bytes = new Uint8Array(length)
    let done = 0
    while (done < length) {
      const read = readSync(this.descriptor, bytes, done, length - done, offset + done)
      if (read === 0) throw new RangeError('read past the end')
      done += read
    }
    return bytes
  }

  close(): void {
    closeSync(this.descriptor)
  }
}
