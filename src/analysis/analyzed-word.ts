import type { CodeUnits } from '../language/characters.js'
import { CodeUnitReader } from '../language/characters.js'
import { NOT_THERE, SurfaceTable, stringOf } from '../language/surface-table.js'
import { StringNumbers } from './string-numbers.js'
import type { Token } from './token.js'
import { type Segments, segmentFrom } from './tokenizer.js'
import { WordFacts } from './word-facts.js'

/** What a word as written gives wherever it stands: offsets are relative to its beginning. */
export type WordToken = Omit<Token, 'position'>

/** A word as written, or a hyphenated one as a whole, with its tokens. */
export interface AnalyzedWord {
  readonly surface: string
  /** The word first, then its parts. */
  readonly tokens: readonly WordToken[]
}

/** A word that came for the first time. */
export interface NewWord extends AnalyzedWord {
  /** Of each token, the numbers of its term and its form: the same number is the same string. */
  readonly strings: readonly number[]
}

/** Analyzes single words: see `Analyzer`. */
export interface WordAnalyzer {
  /** @param joined True for a hyphenated word as a whole. */
  word(surface: string, joined: boolean): AnalyzedWord
}

/** A text's words by the numbers that a {@link WordNumbers} has given them. */
export interface NumberedWords {
  length: number
  numbers: Uint32Array
  /** Places among the words, and 1 for a hyphenated word as a whole; parallel, valid until the next text is read. */
  positions: Uint32Array
  joined: Uint8Array
}

/**
 * Numbers words in the order in which they come. Each is analyzed once for all its occurrences; what is to be known of it can be kept in lists. The
 * analysis itself is not kept: whoever needs it asks for it between two texts.
 */
export class WordNumbers {
  private readonly words = new SurfaceTable()
  private readonly joined = new SurfaceTable()
  private readonly strings = new StringNumbers()
  /** Those that came last. */
  private recent: NewWord[] = []
  private readonly reader = new CodeUnitReader()
  private readonly read: NumberedWords = {
    length: 0,
    numbers: new Uint32Array(256),
    positions: new Uint32Array(0),
    joined: new Uint8Array(0),
  }
  private fetched = 0
  /** What others keep of the words. */
  readonly facts = new WordFacts()
  /** Number of different words so far. */
  size = 0

  constructor(private readonly analyzer: WordAnalyzer) {}

  /** A word by its number, if it is new in the last text. */
  at(number: number): NewWord {
    return this.recent[number - this.size + this.recent.length]!
  }

  /** Numbers the words of a text. The answer is valid until the next text is read. */
  of(text: string): NumberedWords {
    return this.from(this.reader.read(text), 0)
  }

  /** Numbers the words of a text that was read, from a place on. */
  from(text: CodeUnits, start: number): NumberedWords {
    const { read } = this
    const segments = segmentFrom(text, start)
    const { length, starts, ends, hashes, joined, positions } = segments
    if (this.recent.length > 0) this.recent = []
    if (read.numbers.length < length) read.numbers = new Uint32Array(2 * length)
    const { numbers } = read
    this.fetched ^= this.words.fetch(hashes, length)
    for (let i = 0; i < length; i++) {
      const table = joined[i] === 1 ? this.joined : this.words
      const number = table.find(text.units, starts[i]!, ends[i]!, hashes[i]!)
      numbers[i] = number === NOT_THERE ? this.add(table, segments, i) : number
    }
    read.length = length
    read.positions = positions
    read.joined = joined
    return read
  }

  private add(table: SurfaceTable, segments: Segments, i: number): number {
    const { read, starts, ends, hashes, joined } = segments
    const [start, end] = [starts[i]!, ends[i]!]
    const word = this.analyzer.word(stringOf(read.units, start, end), joined[i] === 1)
    const { surface, tokens } = word
    const strings: number[] = []
    // By index, and field by field below: half of all words come once, and an iterator and a spread for each are a third of this.
    for (let token = 0; token < tokens.length; token++) {
      const { term, form } = tokens[token]!
      const number = this.strings.numberOf(term)
      strings.push(number, form === term ? number : this.strings.numberOf(form))
    }
    this.recent.push({ surface, tokens, strings })
    table.add(read.units, start, end, hashes[i]!, this.size)
    this.facts.makeRoom(this.size + 1)
    return this.size++
  }
}
