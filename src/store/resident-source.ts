import type { ByteSource } from './bytes.js'

const MEGABYTE = 1024 * 1024

const NOTHING = new Uint8Array(0)

/**
 * A file whose bytes stay in memory once they were read, page by page, until it is closed. They are given out as they stand there: a list of some hundred
 * bytes takes neither a call of the system nor memory of its own, if only another one on the same page was read before. Pages that nobody has asked for
 * take no memory, for the system gives it when it is first written to.
 */
export class ResidentSource implements ByteSource {
  readonly size: number
  /** All of the file, as far as it was read. */
  private bytes = NOTHING
  /** 1 for a page that was read. */
  private readonly present: Uint8Array

  /** @param page Bytes that are read at once. */
  constructor(
    private readonly source: ByteSource,
    private readonly page: number,
  ) {
    this.size = source.size
    this.present = new Uint8Array(Math.ceil(this.size / page))
  }

  read(offset: number, length: number): Uint8Array {
    const end = offset + length
    if (offset < 0 || end > this.size) throw new RangeError('read past the end')
    const { page, present } = this
    const last = Math.ceil(end / page)
    for (let i = Math.floor(offset / page); i < last; i++) if (present[i] === 0) this.load(i)
    return this.bytes.subarray(offset, end)
  }

  borrow(offset: number, length: number): Uint8Array {
    return this.read(offset, length)
  }

  /** Reads all that was not read yet, a megabyte at a time. */
  *readAhead(): Generator<void> {
    const { page, present } = this
    for (let i = 0; i < present.length; i++) {
      if (present[i] === 0) this.load(i)
      if (((i + 1) * page) % MEGABYTE === 0) yield
    }
  }

  close(): void {
    this.bytes = NOTHING
    this.present.fill(0)
    this.source.close()
  }

  private load(page: number): void {
    const start = page * this.page
    const bytes = this.source.borrow(start, Math.min(this.page, this.size - start))
    if (this.bytes === NOTHING) this.bytes = new Uint8Array(this.size)
    this.bytes.set(bytes, start)
    this.present[page] = 1
  }
}
