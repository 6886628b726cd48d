import type { Container } from './container.js'
import { type PackedColumn, packList } from './packed-column.js'

/** Words of documents, by number: of each document the distinct ones. */
interface Documents {
  documentCount: number
  wordCount: number
  /** Valid until the next question. */
  wordsOf(document: number): Uint32Array
}

/** Numbers below the first of these take one byte, those below the second two, and so on. */
const [ONE, TWO, THREE] = [1 << 7, 1 << 14, 1 << 21]

/**
 * The columns that {@link DocumentLists} reads: of each word the documents that have it, ascending, each as the difference to the one before,
 * in groups of seven bits. Documents are gone through twice, so that nothing is in memory but the lists.
 */
export function documentLists(documents: Documents) {
  const starts = new Uint32Array(documents.wordCount + 1)
  eachDifference(documents, (word, difference) => {
    starts[word + 1]! += lengthOf(difference)
  })
  for (let word = 0; word < documents.wordCount; word++) starts[word + 1]! += starts[word]!
  const lists = new Uint8Array(starts[documents.wordCount]!)
  const next = starts.slice()
  eachDifference(documents, (word, difference) => {
    let at = next[word]!
    let rest = difference
    for (; rest >= ONE; rest >>>= 7) lists[at++] = (rest & 127) | 128
    lists[at++] = rest
    next[word] = at
  })
  return { lists, listStarts: packList(starts) }
}

function eachDifference(
  { documentCount, wordCount, wordsOf }: Documents,
  visit: (word: number, difference: number) => void,
): void {
  const last = new Uint32Array(wordCount)
  for (let document = 0; document < documentCount; document++) {
    const words = wordsOf(document)
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!
      visit(word, document - last[word]!)
      last[word] = document
    }
  }
}

function lengthOf(difference: number): number {
  return difference < ONE ? 1 : difference < TWO ? 2 : difference < THREE ? 3 : 4
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
    for (let at = 0, document = 0; at < bytes.length; ) {
      let byte = bytes[at++]!
      let difference = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++]!
        difference |= (byte & 127) << shift
      }
      document += difference
      if (visit(document)) return
    }
  }
}
