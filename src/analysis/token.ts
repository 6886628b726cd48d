/** A word of a text: `text.slice(token.start, token.end)` is its surface form. */
export interface Token {
  /** UTF-16 offsets into the analyzed text. */
  start: number
  end: number
  /** 0-based place among the words, for phrases. The joined form of a hyphenated word shares its first part's. */
  position: number
  /** The word as written, in lower case: diacritics kept, invisible characters dropped. */
  form: string
  /** What is searched: the folded stem. */
  term: string
  /** A word of grammar (the, und): searched in phrases, without weight in a ranking. */
  functionWord: boolean
  /** Hyphenated words come as parts and as a whole; true on the whole. */
  joined: boolean
}
