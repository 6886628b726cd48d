import { BEGINNING, type PackedWords, unpackWords } from './lexicon.js'

/** The words that must not be split, unpacked like the forms of a `UnitTable`. */
export class WholeWords {
  private readonly words = new Set<string>()
  private readonly unpacked = new Set<string>()

  constructor(private readonly packed: PackedWords) {}

  has(word: string): boolean {
    const beginning = word.slice(0, BEGINNING)
    if (!this.unpacked.has(beginning)) this.unpack(beginning)
    return this.words.has(word)
  }

  private unpack(beginning: string): void {
    this.unpacked.add(beginning)
    if (beginning.length < BEGINNING) return
    unpackWords(this.packed, beginning, (word) => this.words.add(word))
  }
}
