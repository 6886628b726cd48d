import { crc32 } from 'node:zlib'
import type { ByteSource } from './bytes.js'
import { packContainer } from './container.js'

/** Bytes of a page: what is read from a file at once, and checked. */
export const PAGE = 16 * 1024

export const CHECKSUM_FILE_NAME = 'checksums.bin'

/** The files of an index with one more, which has the checksums (CRC-32) of all their pages: a column for each file. */
export function withChecksums(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const columns = Array.from(files, ([name, bytes]) => [name, pageChecksums(bytes)] as const)
  return new Map([...files, [CHECKSUM_FILE_NAME, packContainer(Object.fromEntries(columns))]])
}

function pageChecksums(bytes: Uint8Array): Uint32Array {
  return Uint32Array.from({ length: Math.ceil(bytes.length / PAGE) }, (_, page) =>
    crc32(bytes.subarray(page * PAGE, (page + 1) * PAGE)),
  )
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
    const first = Math.floor(offset / PAGE)
    const end = Math.ceil((offset + length) / PAGE)
    if (offset < 0 || !this.hasUnchecked(first, end)) return this.source.read(offset, length)
    const start = first * PAGE
    const bytes = this.source.read(start, Math.min(end * PAGE, this.size) - start)
    for (let page = first; page < end; page++) {
      if (this.checked[page] === 1) continue
      const from = (page - first) * PAGE
      if (crc32(bytes.subarray(from, from + PAGE)) !== this.checksums[page]) throw this.damaged()
      this.checked[page] = 1
    }
    return bytes.subarray(offset - start, offset - start + length)
  }

  close(): void {
    this.source.close()
  }

  private hasUnchecked(first: number, end: number): boolean {
    for (let page = first; page < end; page++) if (this.checked[page] !== 1) return true
    return false
  }
}
