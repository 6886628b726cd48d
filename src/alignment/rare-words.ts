import type { EvidenceTerm } from './evidence-terms.js'

/** Documents, and the words in them, by number. */
export interface DocumentWords {
  /** Numbers of words are below this. */
  readonly size: number
  at(word: number): EvidenceTerm
  /** The words of a document, by its place in the collection: lists of numbers, each as often as it likes. */
  wordsOf(document: number): Iterable<Uint32Array>
}

/** In which documents words are that few have: lists of numbers, one after the other. */
export class RareWords {
  /** By number of a word: in how many documents it is, up to one more than are few. */
  private readonly counts: Uint8Array
  private readonly starts: Uint32Array
  private readonly places: Uint32Array
  /** The last entry of a key's list of words; by entry: its word, and one more than the entry before it in the list. */
  private readonly byKey = new Map<string, number>()
  private readonly entryWords: number[] = []
  private readonly before: number[] = []

  constructor(
    documents: readonly number[],
    words: DocumentWords,
    /** A word is rare that no more documents have. */
    private readonly most: number,
  ) {
    this.counts = new Uint8Array(words.size)
    this.count(documents, words)
    this.starts = this.listStarts()
    this.places = new Uint32Array(this.starts.at(-1)!)
    this.list(documents, words)
    for (let word = 0; word < words.size; word++)
      if (this.counts[word]! > 0) this.addKeys(word, words.at(word))
  }

  /** The documents of all words with a key, ascending; undefined where there are none, or many. */
  placesOf(key: string): Uint32Array | undefined {
    const last = this.byKey.get(key)
    if (last === undefined) return undefined
    if (this.before[last] === 0)
      return this.isRare(last) ? this.of(this.entryWords[last]!) : undefined
    const places = new Set<number>()
    for (let entry = last; entry >= 0; entry = this.before[entry]! - 1) {
      if (!this.isRare(entry)) return undefined
      for (const place of this.of(this.entryWords[entry]!)) places.add(place)
    }
    return places.size > this.most ? undefined : Uint32Array.from(places).sort()
  }

  private isRare(entry: number): boolean {
    return this.counts[this.entryWords[entry]!]! <= this.most
  }

  private of(word: number): Uint32Array {
    return this.places.subarray(this.starts[word], this.starts[word + 1])
  }

  private count(documents: readonly number[], words: DocumentWords): void {
    const last = new Int32Array(words.size).fill(-1)
    for (const [place, document] of documents.entries())
      for (const list of words.wordsOf(document))
        for (let i = 0; i < list.length; i++) {
          const word = list[i]!
          if (last[word] === place) continue
          last[word] = place
          if (this.counts[word]! <= this.most) this.counts[word]!++
        }
  }

  private listStarts(): Uint32Array {
    const starts = new Uint32Array(this.counts.length + 1)
    for (const [word, count] of this.counts.entries())
      starts[word + 1] = starts[word]! + (count <= this.most ? count : 0)
    return starts
  }

  private list(documents: readonly number[], words: DocumentWords): void {
    const next = this.starts.slice()
    const last = new Int32Array(words.size).fill(-1)
    for (const [place, document] of documents.entries())
      for (const list of words.wordsOf(document))
        for (let i = 0; i < list.length; i++) {
          const word = list[i]!
          if (last[word] === place || this.counts[word]! > this.most) continue
          last[word] = place
          this.places[next[word]!++] = place
        }
  }

  private addKeys(word: number, { term, surface }: EvidenceTerm): void {
    this.addKey(word, term)
    if (surface !== term) this.addKey(word, surface)
  }

  private addKey(word: number, key: string): void {
    const last = this.byKey.get(key)
    this.before.push(last === undefined ? 0 : last + 1)
    this.byKey.set(key, this.entryWords.push(word) - 1)
  }
}
