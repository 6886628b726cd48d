import type { DocumentWords } from './document-pairs.js'

/** Documents of one language, to be found by their words. */
export class DocumentsByWord {
  /** By number of a document: its place, one more; 0 or missing for others. */
  private readonly places: Uint32Array

  /** @param documents Ascending. */
  constructor(
    documents: readonly number[],
    readonly words: IndexedWords,
  ) {
    this.places = new Uint32Array((documents.at(-1) ?? -1) + 1)
    for (let place = 0; place < documents.length; place++)
      this.places[documents[place]!] = place + 1
  }

  /** Visits those that have a word, by their places, until `visit` says that it is enough. */
  eachPlace(word: number, visit: (place: number) => boolean): void {
    const { places } = this
    this.words.eachDocument(word, (document) => {
      const place = places[document] ?? 0
      return place > 0 && visit(place - 1)
    })
  }
}

/** Words by which documents are found without going through all of them. */
export type IndexedWords = Required<DocumentWords>

export function isIndexed(words: DocumentWords): words is IndexedWords {
  return words.eachDocument !== undefined
}
