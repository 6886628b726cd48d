import type { Token } from './token.js'

/** What a word as written gives wherever it stands: offsets are relative to its beginning. */
export type WordToken = Omit<Token, 'position'>

/** A word as written, or a hyphenated one as a whole, with its tokens. All its occurrences share one object. */
export class AnalyzedWord {
  /** A number that a {@link WordNumbers} has given it, and which one that was. */
  number = 0
  owner = 0

  constructor(
    readonly surface: string,
    /** The word first, then its parts. */
    readonly tokens: readonly WordToken[],
  ) {}
}

/** A text's words, in order. */
export interface TextWords {
  words: readonly AnalyzedWord[]
  /** Places among the words, parallel; valid until the next text is read. */
  positions: readonly number[]
}

/** A text's words by the numbers that a {@link WordNumbers} has given them. */
export interface NumberedWords {
  length: number
  numbers: Uint32Array
  positions: readonly number[]
}

let owners = 0

/**
 * Numbers words in the order in which they come, so that what is to be known of each can be kept in lists, and is found out once for all its
 * occurrences.
 */
export class WordNumbers {
  private readonly owner = ++owners
  private readonly words: AnalyzedWord[] = []
  private readonly read: NumberedWords = { length: 0, numbers: new Uint32Array(256), positions: [] }

  get size(): number {
    return this.words.length
  }

  at(number: number): AnalyzedWord {
    return this.words[number]!
  }

  /** Numbers the words of a text. The answer is valid until the next text is read. */
  of({ words, positions }: TextWords): NumberedWords {
    const { read, owner } = this
    if (read.numbers.length < words.length) read.numbers = new Uint32Array(2 * words.length)
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!
      if (word.owner !== owner) {
        word.owner = owner
        word.number = this.words.push(word) - 1
      }
      read.numbers[i] = word.number
    }
    read.length = words.length
    read.positions = positions
    return read
  }
}
