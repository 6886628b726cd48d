/**
 * What a token is: a word; a hyphenated word as a whole, beside its words; or a part of a compound,
 * beside the compound.
 */
export type TokenKind = 'word' | 'joined' | 'part'

/** A word of a text, or a part of one: `text.slice(token.start, token.end)` is its surface form. */
export interface Token {
  kind: TokenKind
  /** UTF-16 offsets into the analyzed text. */
  start: number
  end: number
  /** 0-based place among the words, for phrases. A joined whole has its first word's, a part its compound's. */
  position: number
  /** The word as written, in lower case: diacritics kept, invisible characters dropped. */
  form: string
  /** What is searched: the folded stem. */
  term: string
  /** A word of grammar (the, und): searched in phrases, without weight in a ranking. */
  functionWord: boolean
}
