import type { WordKeys } from '../alignment/word-keys.js'
import type { WordSet } from '../alignment/word-set.js'
import { type ByteSink, type ByteSource, ByteWriter } from './bytes.js'
import { Container, writeContainer } from './container.js'
import { DocumentLists, DocumentListsWriter } from './document-lists.js'
import { NumberList } from './number-list.js'

/** Words of documents, by number, as they are before they are written. */
export interface WordedDocuments {
  keys: WordKeys
  documentCount: number
  /** The words of a document: lists of numbers, each as often as it likes. */
  wordsOf(document: number): Iterable<Uint32Array>
}

/** Words with a number below the first of these take one byte, those below the second two. */
const SHORTER = [1 << 7, 1 << 14] as const

/**
 * Writes the distinct words of documents, each document's in the order in which they come, and of each word the documents. Words are numbered anew: the most
 * frequent ones first, and of those whose numbers are as long, the first in the documents.
 */
export function writeDocumentWords(source: WordedDocuments, sink: ByteSink): void {
  const { order, numbers } = renumbered(source)
  const documents = new ByteWriter()
  const ends = new Uint32Array(source.documentCount)
  const distinct = new DistinctWords(source)
  const lists = new DocumentListsWriter(order.length)
  for (let document = 0; document < ends.length; document++) {
    const own = distinct.of(document)
    for (let i = 0; i < own.length; i++) {
      const word = numbers[own[i]!]!
      documents.varint(word)
      lists.count(word, document)
    }
    ends[document] = documents.length
  }
  lists.begin()
  const bytes = documents.result()
  const reader = new WordReader()
  for (let document = 0, start = 0; document < ends.length; start = ends[document++]!) {
    const own = reader.read(bytes.subarray(start, ends[document]!))
    for (let i = 0; i < own.length; i++) lists.add(own[i]!, document)
  }
  const keys = reordered(source.keys, order, numbers)
  const { surfaces, spelled } = withoutTerms(keys)
  writeContainer(sink, {
    documents: bytes,
    documentEnds: ends,
    ...lists.columns(),
    ...keys,
    surfaces,
    spelled,
  })
}

/** Keys in another order of words, and without words that no document has. */
function reordered(keys: WordKeys, order: Uint32Array, numbers: Uint32Array): WordKeys {
  const places = [...keys.translated.keys()]
    .filter((place) => order[numbers[keys.translated[place]!]!] === keys.translated[place])
    .sort((a, b) => numbers[keys.translated[a]!]! - numbers[keys.translated[b]!]!)
  const lists = places.map((place) => {
    return { start: place === 0 ? 0 : keys.ends[place - 1]!, end: keys.ends[place]! }
  })
  let end = 0
  return {
    terms: Float64Array.from(order, (number) => keys.terms[number]!),
    surfaces: Float64Array.from(order, (number) => keys.surfaces[number]!),
    translated: Uint32Array.from(places, (place) => numbers[keys.translated[place]!]!),
    ends: Uint32Array.from(lists, (list) => {
      end += list.end - list.start
      return end
    }),
    translations: Float64Array.from(
      lists.flatMap((list) => [...keys.translations.subarray(list.start, list.end)]),
    ),
    probabilities: Float64Array.from(
      lists.flatMap((list) => [...keys.probabilities.subarray(list.start, list.end)]),
    ),
  }
}

/** The spellings that are not the terms, and a bit for each word that has such a one. */
function withoutTerms({ terms, surfaces }: WordKeys) {
  const spelled = new Uint8Array(Math.ceil(terms.length / 8))
  for (let word = 0; word < terms.length; word++)
    if (surfaces[word] !== terms[word]) spelled[word >>> 3]! |= 1 << (word & 7)
  return { spelled, surfaces: surfaces.filter((key, word) => key !== terms[word]) }
}

/** The old numbers in the order of the new ones, and the new ones by the old. */
function renumbered(source: WordedDocuments) {
  const counts = new Uint32Array(source.keys.terms.length)
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
  const numbers = new Uint32Array(source.keys.terms.length)
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

/** The distinct words of documents, in the order in which they come. */
class DistinctWords {
  private readonly last: Uint32Array
  private readonly found = new NumberList()
  private questions = 0

  constructor(private readonly source: WordedDocuments) {
    this.last = new Uint32Array(source.keys.terms.length)
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

/** The words of the documents of a part of an index, read when they are asked for, and the documents of words. */
export class DocumentWordFile {
  readonly keys: WordKeys
  private readonly container: Container
  private readonly ends: Uint32Array
  private readonly lists: DocumentLists
  private readonly reader = new WordReader()

  /** @param file As {@link writeDocumentWords} makes it. */
  constructor(file: ByteSource) {
    const container = new Container(file)
    this.container = container
    this.ends = container.column('documentEnds', Uint32Array)
    this.lists = new DocumentLists(container)
    const terms = container.column('terms', Float64Array)
    this.keys = {
      terms,
      surfaces: withTerms(
        terms,
        container.column('surfaces', Float64Array),
        container.column('spelled', Uint8Array),
      ),
      translated: container.column('translated', Uint32Array),
      ends: container.column('ends', Uint32Array),
      translations: container.column('translations', Float64Array),
      probabilities: container.column('probabilities', Float64Array),
    }
  }

  /**
   * The distinct words of a document by their numbers, in the order in which they come; valid until the next question.
   *
   * @param base Added to each number.
   * @param among By numbers with the base added, the words that are given; all by default.
   */
  wordsOf(document: number, base = 0, among?: WordSet): Uint32Array {
    const start = document === 0 ? 0 : this.ends[document - 1]!
    return this.reader.read(
      this.container.borrow('documents', start, this.ends[document]!),
      base,
      among,
    )
  }

  /** Visits the documents that have a word, ascending, until `visit` says that it is enough; it may read nothing else of the index. */
  eachDocument(word: number, visit: (document: number) => boolean): void {
    this.lists.each(word, visit)
  }
}

/** Reads the words of documents. */
class WordReader {
  private numbers = new Uint32Array(1024)

  /** The words of a document, valid until the next question. */
  read(bytes: Uint8Array, base = 0, among?: WordSet): Uint32Array {
    const bits = among?.bits
    if (this.numbers.length < bytes.length) this.numbers = new Uint32Array(2 * bytes.length)
    const { numbers } = this
    let count = 0
    // Not by a reader of numbers: there are many millions of them.
    for (let at = 0; at < bytes.length; ) {
      let byte = bytes[at++]!
      let number = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++]!
        number |= (byte & 127) << shift
      }
      number += base
      if (bits === undefined || (bits[number >>> 5]! & (1 << (number & 31))) !== 0)
        numbers[count++] = number
    }
    return numbers.subarray(0, count)
  }
}

function withTerms(terms: Float64Array, surfaces: Float64Array, spelled: Uint8Array): Float64Array {
  const all = terms.slice()
  for (let word = 0, next = 0; word < all.length; word++)
    if ((spelled[word >>> 3]! & (1 << (word & 7))) !== 0) all[word] = surfaces[next++]!
  return all
}
