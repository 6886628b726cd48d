/** A word of an entry. */
export interface EntryWord {
  /** The folded stem, as the language's analyzer makes it. */
  term: string
  /** As written, in lower case. */
  form: string
  /** A word of grammar inside an entry: `of` in `University of Oxford`. */
  functionWord: boolean
}

/** A word, or a few words in a row, in a list that somebody has written. */
export interface Entry {
  /** As it stands in the file. */
  text: string
  /** In order, at least one that is no word of grammar. Compounds are whole. */
  words: EntryWord[]
}

/** Equal for entries with the same terms in the same order, whatever their inflection. */
export function entryKey(terms: readonly string[]): string {
  // No term contains a zero byte, so that no two lists are written alike.
  return terms.join('\0')
}

export function termsOf({ words }: Entry): string[] {
  return words.map(({ term }) => term)
}
