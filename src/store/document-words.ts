import type { EvidenceWord } from '../alignment/evidence-terms.js'
import { type ByteSink, type ByteSource, ByteWriter, VarintReader } from './bytes.js'
import { Container, writeContainer } from './container.js'
import { NumberList } from './number-list.js'

/** Words of documents, by number, as they are before they are written. */
export interface WordedDocuments {
  /** Numbers of words are below this. */
  wordCount: number
  wordOf(number: number): EvidenceWord
  documentCount: number
  /** The words of a document: lists of numbers, each as often as it likes. */
  wordsOf(document: number): Iterable<Uint32Array>
}

/** Words with a number below the first of these take one byte, those below the second two. */
const SHORTER = [1 << 7, 1 << 14] as const

/**
 * Writes the distinct words of documents, each document's in the order in which they come. Words are numbered anew: the most
 * frequent ones first, and of those whose numbers are as long, the first in the documents.
 */
export function writeDocumentWords(source: WordedDocuments, sink: ByteSink): void {
  const { order, numbers } = renumbered(source)
  const words = new ByteWriter()
  for (const number of order) writeWord(source.wordOf(number), words)
  const documents = new ByteWriter()
  const ends = new Uint32Array(source.documentCount)
  const distinct = new DistinctWords(source)
  for (let document = 0; document < ends.length; document++) {
    const own = distinct.of(document)
    for (let i = 0; i < own.length; i++) documents.varint(numbers[own[i]!]!)
    ends[document] = documents.length
  }
  const count = Uint32Array.of(order.length)
  writeContainer(sink, { count, words: words.result(), documents: documents.result(), ends })
}

/** The old numbers in the order of the new ones, and the new ones by the old. */
function renumbered(source: WordedDocuments) {
  const counts = new Uint32Array(source.wordCount)
  const distinct = new DistinctWords(source)
  const seen = new NumberList()
  for (let document = 0; document < source.documentCount; document++) {
    const own = distinct.of(document)
    for (let i = 0; i < own.length; i++) if (counts[own[i]!]!++ === 0) seen.push(own[i]!)
  }
  const descending = counts.slice().sort().reverse()
  const [least, less] = SHORTER.map((most) => leastOf(descending, most)) as [number, number]
  const lengthOf = (number: number) =>
    counts[number]! >= least ? 0 : counts[number]! >= less ? 1 : 2
  const order = new Uint32Array(seen.length)
  const numbers = new Uint32Array(source.wordCount)
  let next = 0
  for (let length = 0; length < 3; length++)
    for (const number of seen)
      if (lengthOf(number) === length) {
        order[next] = number
        numbers[number] = next++
      }
  return { order, numbers }
}

/** The least count that no more than so many reach. */
function leastOf(descending: Uint32Array, most: number): number {
  return (descending[most] ?? 0) + 1
}

function writeWord({ term, form, split }: EvidenceWord, words: ByteWriter): void {
  const shared = sharedStart(term, form)
  words.varint(2 * shared + Number(split))
  words.text(form)
  words.text(term.slice(shared))
}

/** How many code units two words begin with alike, without half a character. */
function sharedStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let shared = 0
  while (shared < most && one.charCodeAt(shared) === other.charCodeAt(shared)) shared++
  const last = one.charCodeAt(shared - 1)
  return last >= 0xd800 && last < 0xdc00 ? shared - 1 : shared
}

/** The distinct words of documents, in the order in which they come. */
class DistinctWords {
  private readonly last: Uint32Array
  private readonly found = new NumberList()
  private questions = 0

  constructor(private readonly source: WordedDocuments) {
    this.last = new Uint32Array(source.wordCount)
  }

  /** Valid until the next question. */
  of(document: number): Uint32Array {
    const { last, found } = this
    const question = ++this.questions
    found.clear()
    for (const list of this.source.wordsOf(document))
      for (let i = 0; i < list.length; i++) {
        const word = list[i]!
        if (last[word] === question) continue
        last[word] = question
        found.push(word)
      }
    return found.values()
  }
}

/** The words of the documents of a part of an index. */
export class DocumentWordFile {
  readonly documentCount: number
  readonly wordCount: number
  private readonly words: Uint8Array
  /** Where each word begins. */
  private readonly starts: Uint32Array
  private readonly documents: Uint8Array
  private readonly ends: Uint32Array

  /** @param file As {@link writeDocumentWords} makes it; not needed afterwards. */
  constructor(file: ByteSource) {
    const container = new Container(file)
    this.documents = container.column('documents', Uint8Array)
    this.ends = container.column('ends', Uint32Array)
    this.documentCount = this.ends.length
    this.words = container.column('words', Uint8Array)
    this.wordCount = container.column('count', Uint32Array)[0]!
    this.starts = this.findStarts()
  }

  wordOf(number: number): EvidenceWord {
    const reader = new VarintReader(this.words, this.starts[number]!)
    const shared = reader.next()
    const form = this.text(reader)
    const term = form.slice(0, shared >>> 1) + this.text(reader)
    return { form, term, split: (shared & 1) === 1 }
  }

  /**
   * The distinct words of a document by their numbers, in the order in which they come.
   *
   * @param base Added to each number.
   */
  wordsOf(document: number, base = 0): Uint32Array {
    const reader = new VarintReader(this.documents, document === 0 ? 0 : this.ends[document - 1]!)
    const end = this.ends[document]!
    const numbers = new Uint32Array(end - reader.position)
    let count = 0
    while (reader.position < end) numbers[count++] = base + reader.next()
    return numbers.subarray(0, count)
  }

  private findStarts(): Uint32Array {
    const starts = new Uint32Array(this.wordCount)
    const reader = new VarintReader(this.words)
    for (let number = 0; number < starts.length; number++) {
      starts[number] = reader.position
      reader.next()
      for (let text = 0; text < 2; text++) {
        const length = reader.next()
        reader.position += length
      }
    }
    return starts
  }

  private text(reader: VarintReader): string {
    const { buffer, byteOffset } = this.words
    const length = reader.next()
    reader.position += length
    return Buffer.from(buffer, byteOffset + reader.position - length, length).toString()
  }
}
