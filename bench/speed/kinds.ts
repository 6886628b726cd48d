/** How the words of a question are joined, or what is wrong with them. */
export type Mode = 'or' | 'and' | 'phrase' | 'prefix' | 'typo'

/** A kind of question. */
export interface Kind {
  name: string
  mode: Mode
  words: number
  /** One of the words is among the twenty that are in most passages. */
  common?: true
  /** Only passages of the language of the words. */
  filter?: true
  /** Counts by language and document of all hits. */
  facets?: true
  /** Hits to skip. */
  offset?: number
  /** Passages in the other language too. */
  cross?: true
}

export const KINDS: readonly Kind[] = [
  ...[1, 2, 3, 5, 8].map((words): Kind => ({ name: `OR ${words}`, mode: 'or', words })),
  { name: 'OR 3, one very common', mode: 'or', words: 3, common: true },
  ...[2, 3, 5, 8].map((words): Kind => ({ name: `AND ${words}`, mode: 'and', words })),
  { name: 'AND 3, one very common', mode: 'and', words: 3, common: true },
  { name: 'phrase of 2', mode: 'phrase', words: 2 },
  { name: 'prefix of 4 letters', mode: 'prefix', words: 1 },
  { name: 'one typo', mode: 'typo', words: 1 },
  { name: 'OR 3, filtered', mode: 'or', words: 3, filter: true },
  { name: 'OR 3, facets', mode: 'or', words: 3, facets: true },
  { name: 'OR 8, hits 491 to 500', mode: 'or', words: 8, offset: 490 },
  { name: 'OR 3, across languages', mode: 'or', words: 3, cross: true },
]
