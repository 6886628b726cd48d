import { LANGUAGES, type Language } from '../language/language.js'

/** A passage on its way into the store. */
export interface StoredPassage {
  /** The part of its id after `#`. */
  hash: string
  /** UTF-16 offsets into its document's text, and into the file. */
  start: number
  end: number
  sourceStart: number
  sourceEnd: number
  language: Language
  confidence: number
  /** Number of the section, and of the speaker, if there is one. */
  section: number
  speaker: number | null
  /** Words with weight. */
  length: number
}

/** Passages of some documents, column by column; documents, sections and speakers are numbered from 0, bytes from the first of their texts. */
export interface PassageColumns {
  document: Uint32Array
  start: Uint32Array
  end: Uint32Array
  sourceStart: Uint32Array
  sourceEnd: Uint32Array
  byteStart: Float64Array
  byteEnd: Float64Array
  /** Places in {@link LANGUAGES}. */
  language: Uint8Array
  confidence: Float32Array
  section: Uint32Array
  /** One more than the speaker's number; 0 for none. */
  speaker: Uint32Array
  length: Uint32Array
  hashes: readonly string[]
}

/** A passage with its document, and where its text stands in the bytes. */
export interface PlacedPassage extends StoredPassage {
  document: number
  byteStart: number
  byteEnd: number
}

export function passageColumns(passages: readonly PlacedPassage[]): PassageColumns {
  // Not by `from`, which asks an iterator for each.
  const numbers = (pick: (passage: PlacedPassage) => number) => {
    const column = new Uint32Array(passages.length)
    for (let i = 0; i < column.length; i++) column[i] = pick(passages[i]!)
    return column
  }
  return {
    document: numbers((passage) => passage.document),
    start: numbers((passage) => passage.start),
    end: numbers((passage) => passage.end),
    sourceStart: numbers((passage) => passage.sourceStart),
    sourceEnd: numbers((passage) => passage.sourceEnd),
    byteStart: Float64Array.from(passages, (passage) => passage.byteStart),
    byteEnd: Float64Array.from(passages, (passage) => passage.byteEnd),
    language: Uint8Array.from(passages, (passage) => LANGUAGES.indexOf(passage.language)),
    confidence: Float32Array.from(passages, (passage) => passage.confidence),
    section: numbers((passage) => passage.section),
    speaker: numbers(({ speaker }) => (speaker === null ? 0 : speaker + 1)),
    length: numbers((passage) => passage.length),
    hashes: passages.map((passage) => passage.hash),
  }
}
