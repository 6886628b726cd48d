import { open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import type { ByteSource } from './bytes.js'
import { NumberList } from './number-list.js'

/** Bytes of a page: what is read from a file at once, and checked. */
export const PAGE = 16 * 1024

/** Bytes that are copied rather than kept with the rest of their pages. */
const SHORT = 2 * PAGE

export const CHECKSUM_FILE_NAME = 'checksums.bin'

/** Checksums (CRC-32) of the pages of a file that is written piece by piece. */
export class PageChecksums {
  private readonly complete = new NumberList()
  private current = 0
  /** Bytes of the page that is not complete. */
  private filled = 0

  add(bytes: Uint8Array): void {
    for (let start = 0; start < bytes.length; ) {
      const piece = bytes.subarray(start, start + PAGE - this.filled)
      this.current = crc32(piece, this.current)
      this.filled += piece.length
      start += piece.length
      if (this.filled === PAGE) this.turn()
    }
  }

  /** Of all pages; nothing can be added after that. */
  values(): Uint32Array {
    if (this.filled > 0) this.turn()
    return this.complete.values()
  }

  private turn(): void {
    this.complete.push(this.current)
    this.current = 0
    this.filled = 0
  }
}

/** Bytes that are read at once to check a whole file. */
const STRETCH = 64 * PAGE

/** True for a file whose pages have these checksums. */
export async function hasPages(path: string, checksums: Uint32Array): Promise<boolean> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const buffer = new Uint8Array(STRETCH)
    for (let start = 0; start < size; start += STRETCH) {
      const length = Math.min(STRETCH, size - start)
      for (let done = 0; done < length; ) {
        const { bytesRead } = await file.read(buffer, done, length - done, start + done)
        if (bytesRead === 0) return false
        done += bytesRead
      }
      for (let from = 0; from < length; from += PAGE)
        if (
          crc32(buffer.subarray(from, Math.min(from + PAGE, length))) !==
          checksums[(start + from) / PAGE]
        )
          return false
    }
    return true
  } finally {
    await file.close()
  }
}

/** A file of which each page is checked when it is first read. */
export class CheckedSource implements ByteSource {
  readonly size: number
  /** 1 for a page that is as it was written. */
  private readonly checked: Uint8Array

  /**
   * @param checksums Of the pages.
   * @param damaged What is thrown by a read of a page that has changed.
   */
  constructor(
    private readonly source: ByteSource,
    private readonly checksums: Uint32Array,
    private readonly damaged: () => Error,
  ) {
    this.size = source.size
    this.checked = new Uint8Array(checksums.length)
  }

  read(offset: number, length: number): Uint8Array {
    if (!this.hasUnchecked(offset, length)) return this.source.read(offset, length)
    if (length > SHORT) return this.check(offset, length, 'read')
    return this.check(offset, length, 'borrow').slice()
  }

  borrow(offset: number, length: number): Uint8Array {
    if (!this.hasUnchecked(offset, length)) return this.source.borrow(offset, length)
    return this.check(offset, length, 'borrow')
  }

  close(): void {
    this.source.close()
  }

  /** Reads the pages that some bytes are in, and checks those that are not. */
  private check(offset: number, length: number, how: 'read' | 'borrow'): Uint8Array {
    const { first, end } = pagesOf(offset, length)
    const start = first * PAGE
    const bytes = this.source[how](start, Math.min(end * PAGE, this.size) - start)
    for (let page = first; page < end; page++) {
      if (this.checked[page] === 1) continue
      const from = (page - first) * PAGE
      if (crc32(bytes.subarray(from, from + PAGE)) !== this.checksums[page]) throw this.damaged()
      this.checked[page] = 1
    }
    return bytes.subarray(offset - start, offset - start + length)
  }

  private hasUnchecked(offset: number, length: number): boolean {
    if (offset < 0) return false
    const { first, end } = pagesOf(offset, length)
    for (let page = first; page < end; page++) if (this.checked[page] !== 1) return true
    return false
  }
}

/** The pages that some bytes are in: the first, and one past the last. */
function pagesOf(offset: number, length: number): { first: number; end: number } {
  return { first: Math.floor(offset / PAGE), end: Math.ceil((offset + length) / PAGE) }
}
