export type Column = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array

/** Numbers of a page, whatever their size. */
const BITS = 12
const PAGE = 1 << BITS
const PLACES = PAGE - 1
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
    const number = place >>> BITS
    const page = this.pages[number] ?? this.load(number)
    return page[place & PLACES]!
  }

  /** The numbers from one place to another, exclusive; not to be changed. */
  range(start: number, end: number): T {
    const number = start >>> BITS
    if (end <= (number + 1) << BITS) {
      const page = this.pages[number] ?? this.load(number)
      return page.subarray(start & PLACES, end - (number << BITS)) as T
    }
    return this.read(start, end)
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
