import type { NumberedWords, WordNumbers } from '../analysis/analyzed-word.js'
import { foldDiacritics } from '../analysis/fold.js'
import { cognateKey } from './cognate.js'

/** A distinct word of a text, or a part of a compound, that can tell what the text is about. */
export interface EvidenceTerm {
  /** As the analyzer of its language makes it. */
  term: string
  /** As written, without case and diacritics: names and numbers are the same in both languages. */
  surface: string
  /** Alike in words of common origin; null where the word is too short to tell. */
  cognate: string | null
  /** True for a compound whose parts are terms too. */
  split: boolean
}

/** A word by what it is made of. */
export interface EvidenceWord {
  term: string
  /** As written, in lower case. */
  form: string
  split: boolean
}

export function evidenceTerm({ term, form, split }: EvidenceWord): EvidenceTerm {
  const surface = foldDiacritics(form)
  return { term, surface, cognate: cognateKey(surface), split }
}

const NONE: readonly number[] = []

/** The words of texts in one language, each known by a number, so that what a word offers is found out once. */
export class EvidenceWords {
  /** Those with weight, and parts of compounds. */
  readonly list: EvidenceWord[] = []
  private readonly numbers = new Map<string, number>()
  private readonly stems = new Map<string, number>()
  /** By number of a word, that of its term, which several words may have. */
  private readonly stemOf: number[] = []
  /** By number of a term, the last text that had it. */
  private readonly lastText: number[] = []
  private texts = 0
  /** By number of a word as written: what it gives. */
  private readonly given: (readonly number[])[] = []

  /** @param words Numbers the words of the texts. */
  constructor(private readonly words: WordNumbers) {}

  /** The numbers of a text's words with weight, in their order, the first of each term. */
  distinct({ length, numbers }: NumberedWords): number[] {
    const text = ++this.texts
    const found: number[] = []
    for (let i = 0; i < length; i++) {
      const given = this.given[numbers[i]!] ?? this.give(numbers[i]!)
      for (let j = 0; j < given.length; j++) {
        const stem = this.stemOf[given[j]!]!
        if (this.lastText[stem] === text) continue
        this.lastText[stem] = text
        found.push(given[j]!)
      }
    }
    return found
  }

  private give(number: number): readonly number[] {
    const { tokens } = this.words.at(number)
    const split = tokens.length > 1
    const given = tokens
      .filter(({ functionWord, kind }) => !functionWord && kind !== 'joined')
      .map(({ term, form, kind }) => this.numberOf({ term, form, split: split && kind === 'word' }))
    // In order, without holes: words are numbered one after the other, but a text may bring several.
    while (this.given.length < number) this.give(this.given.length)
    this.given[number] = given.length === 0 ? NONE : given
    return this.given[number]
  }

  private numberOf(word: EvidenceWord): number {
    const key = `${word.split ? '+' : ' '}${word.term}\0${word.form}`
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    const number = this.list.push(word) - 1
    this.numbers.set(key, number)
    this.stemOf.push(this.stemNumber(word.term))
    return number
  }

  private stemNumber(term: string): number {
    const known = this.stems.get(term)
    if (known !== undefined) return known
    this.stems.set(term, this.stems.size)
    this.lastText.push(0)
    return this.stems.size - 1
  }
}
