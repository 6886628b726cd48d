export type Column = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array

/** Numbers of a page, whatever their size. */
const BITS = 12
const PAGE = 1 << BITS
/** The bits of a place that tell where in its page it is. */
export const PLACES = PAGE - 1
/** Numbers that are read at once where all of them are. */
const AHEAD = 32 * PAGE

/**
 * A column of a file that is read page by page, each when one of its numbers is first asked for. What was read stays in
 * memory: an index that was just opened takes next to none, and one that is asked much no more than all of its columns.
 */
export class PagedColumn<T extends Column> {
  private readonly pages: (T | undefined)[] = []

  /** @param read Reads the numbers from one place to another, exclusive. */
  constructor(
    readonly length: number,
    private readonly read: (start: number, end: number) => T,
  ) {}

  at(place: number): number {
    return this.pageAt(place)[place & PLACES]!
  }

  /** The page in which a place is; there, it is at the place within the page: see {@link PLACES}. */
  pageAt(place: number): T {
    const number = place >>> BITS
    return this.pages[number] ?? this.load(number)
  }

  /** The numbers from one place to another, exclusive; not to be changed. */
  range(start: number, end: number): T {
    const page = this.pageAt(start)
    const from = start & PLACES
    if (from + end - start <= PAGE) return page.subarray(from, from + end - start) as T
    return end - start <= PAGE ? this.across(start, end) : this.read(start, end)
  }

  /** Reads the pages that have not been read, some at a time: a megabyte or less from one step to the next. */
  *readAhead(): Generator<void> {
    for (let start = 0; start < this.length; start += AHEAD) {
      const end = Math.min(start + AHEAD, this.length)
      if (this.isRead(start, end)) continue
      const numbers = this.read(start, end)
      for (let from = start; from < end; from += PAGE)
        this.pages[from >>> BITS] ??= numbers.subarray(from - start, from - start + PAGE) as T
      yield
    }
  }

  /** Numbers of two pages, which are not read again for them. */
  private across(start: number, end: number): T {
    const [first, second] = [this.pageAt(start), this.pageAt(end - 1)]
    const numbers = new (first.constructor as new (length: number) => T)(end - start)
    const ofFirst = PAGE - (start & PLACES)
    numbers.set(first.subarray(start & PLACES))
    numbers.set(second.subarray(0, end - start - ofFirst), ofFirst)
    return numbers
  }

  private isRead(start: number, end: number): boolean {
    for (let from = start; from < end; from += PAGE) if (!this.pages[from >>> BITS]) return false
    return true
  }

  private load(number: number): T {
    const start = number << BITS
    const page = this.read(start, Math.min(start + PAGE, this.length))
    this.pages[number] = page
    return page
  }
}
