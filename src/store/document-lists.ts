import { VarintReader } from './bytes.js'
import type { Container } from './container.js'
import { type PackedColumn, packList } from './packed-column.js'

/** Numbers below the first of these take one byte, those below the second two, and so on. */
const [ONE, TWO, THREE] = [1 << 7, 1 << 14, 1 << 21]

/**
 * Writes the columns that {@link DocumentLists} reads: of each word the documents that have it, ascending, each as the difference to the one
 * before, in groups of seven bits. All words of all documents are given twice, to be counted and to be added, so that nothing is in memory but
 * the lists.
 */
export class DocumentListsWriter {
  private readonly last: Uint32Array
  /** By word, where its list begins; while they are counted, how long that of the word before is. */
  private readonly starts: Uint32Array
  private readonly next: Uint32Array
  private lists = new Uint8Array(0)

  constructor(private readonly words: number) {
    this.last = new Uint32Array(words)
    this.starts = new Uint32Array(words + 1)
    this.next = new Uint32Array(words)
  }

  /** @param document Ascending; a word once for each. */
  count(word: number, document: number): void {
    const { last } = this
    const difference = document - last[word]!
    last[word] = document
    this.starts[word + 1]! +=
      difference < ONE ? 1 : difference < TWO ? 2 : difference < THREE ? 3 : 4
  }

  /** To be called once all are counted. */
  begin(): void {
    const { starts, words } = this
    for (let word = 0; word < words; word++) starts[word + 1]! += starts[word]!
    this.next.set(starts.subarray(0, words))
    this.lists = new Uint8Array(starts[words]!)
    this.last.fill(0)
  }

  /** The same as it was counted. */
  add(word: number, document: number): void {
    const { last, next, lists } = this
    let at = next[word]!
    let rest = document - last[word]!
    last[word] = document
    for (; rest >= ONE; rest >>>= 7) lists[at++] = (rest & 127) | 128
    lists[at++] = rest
    next[word] = at
  }

  columns() {
    return { lists: this.lists, listStarts: packList(this.starts) }
  }
}

/** The documents that have each word, read when they are asked for. */
export class DocumentLists {
  private readonly starts: PackedColumn

  constructor(private readonly container: Container) {
    this.starts = container.packed('listStarts')
  }

  /** Visits the documents that have a word, ascending, until `visit` says that it is enough; it may read nothing else of the index. */
  each(word: number, visit: (document: number) => boolean): void {
    const bytes = this.container.borrow('lists', this.starts.at(word), this.starts.at(word + 1))
    const reader = new VarintReader(bytes)
    for (let document = 0; reader.position < bytes.length; ) {
      document += reader.next()
      if (visit(document)) return
    }
  }
}
