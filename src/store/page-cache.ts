import type { ByteSource } from './bytes.js'
import { PAGE } from './page-checks.js'

/** Longer reads go past the cache: they are as fast as the disk, and would push out everything else. */
const LONGEST = 16 * PAGE

/**
 * Pages of files that were read lately. Two generations: what is read again moves to the younger one, and when that is
 * full, it becomes the older one, which is forgotten.
 */
export class PageCache {
  private younger = new Map<string, Uint8Array>()
  private older = new Map<string, Uint8Array>()
  private files = 0

  /** @param bytes To be kept at most. */
  constructor(private readonly bytes: number) {}

  /** The same file, read through the cache. */
  cached(source: ByteSource): ByteSource {
    return new CachedSource(source, this, this.files++)
  }

  /** A page, from the cache or else as `read` gives it. */
  page(key: string, read: () => Uint8Array): Uint8Array {
    const young = this.younger.get(key)
    if (young) return young
    const page = this.older.get(key) ?? read()
    if (this.younger.size * PAGE * 2 >= this.bytes) {
      this.older = this.younger
      this.younger = new Map()
    }
    this.younger.set(key, page)
    return page
  }
}

class CachedSource implements ByteSource {
  readonly size: number
  private closed = false

  constructor(
    private readonly source: ByteSource,
    private readonly cache: PageCache,
    private readonly file: number,
  ) {
    this.size = source.size
  }

  /** The bytes may be those of the cache: they are not to be written to. */
  read(offset: number, length: number): Uint8Array {
    if (this.closed || length > LONGEST || offset < 0 || offset + length > this.size)
      return this.source.read(offset, length)
    const first = Math.floor(offset / PAGE)
    const start = offset - first * PAGE
    if (start + length <= PAGE) return this.page(first).subarray(start, start + length)
    const bytes = new Uint8Array(length)
    for (let done = 0, number = first; done < length; number++) {
      const from = done === 0 ? start : 0
      const piece = this.page(number).subarray(from, Math.min(PAGE, from + length - done))
      bytes.set(piece, done)
      done += piece.length
    }
    return bytes
  }

  close(): void {
    this.closed = true
    this.source.close()
  }

  private page(number: number): Uint8Array {
    const start = number * PAGE
    return this.cache.page(`${this.file}/${number}`, () =>
      this.source.read(start, Math.min(PAGE, this.size - start)),
    )
  }
}
