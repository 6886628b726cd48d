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

/** The words of texts in one language, each known by a number, so that what a word offers is found out once. */
export class EvidenceWords {
  /** How many there are: those with weight, and parts of compounds. */
  size = 0
  /** Those that came since they were last taken, as {@link packWord} packs them. */
  private added: string[] = []
  private readonly numbers = new Map<string, number>()
  private readonly stems = new Map<string, number>()
  /** By number of a word, that of its term, which several words may have. */
  private stemOf = new Uint32Array(256)
  /** By number of a term, the last text that had it. */
  private lastText = new Uint32Array(256)
  private texts = 0
  /** By number of a word as written, and one more: where begins what it gives. */
  private starts = new Uint32Array(257)
  private given = new Uint32Array(256)
  private known = 0

  /** @param words Numbers the words of the texts. */
  constructor(private readonly words: Pick<WordNumbers, 'size' | 'at'>) {}

  /** Finds the numbers of a text's words with weight, in their order, the first of each term. */
  distinct({ length, numbers }: NumberedWords, found: { push(word: number): void }): void {
    while (this.known < this.words.size) this.register(this.known++)
    const text = ++this.texts
    const { starts, given, stemOf, lastText } = this
    for (let i = 0; i < length; i++) {
      const end = starts[numbers[i]! + 1]!
      for (let j = starts[numbers[i]!]!; j < end; j++) {
        const stem = stemOf[given[j]!]!
        if (lastText[stem] === text) continue
        lastText[stem] = text
        found.push(given[j]!)
      }
    }
  }

  /** Gives the words that came since the last call, in the order of their numbers. */
  take(): string[] {
    const { added } = this
    this.added = []
    return added
  }

  private register(number: number): void {
    const { tokens } = this.words.at(number)
    const split = tokens.length > 1
    let end = this.starts[number]!
    for (let i = 0; i < tokens.length; i++) {
      const { functionWord, kind, term, form } = tokens[i]!
      if (functionWord || kind === 'joined') continue
      this.given = withRoom(this.given, end)
      this.given[end++] = this.numberOf({ term, form, split: split && kind === 'word' })
    }
    this.starts = withRoom(this.starts, number + 1)
    this.starts[number + 1] = end
  }

  private numberOf(word: EvidenceWord): number {
    const key = packWord(word)
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    const number = this.size++
    this.numbers.set(key, number)
    this.added.push(key)
    this.stemOf = withRoom(this.stemOf, number)
    this.stemOf[number] = this.stemNumber(word.term)
    return number
  }

  private stemNumber(term: string): number {
    const known = this.stems.get(term)
    if (known !== undefined) return known
    const number = this.stems.size
    this.stems.set(term, number)
    this.lastText = withRoom(this.lastText, number)
    return number
  }
}

function withRoom(numbers: Uint32Array<ArrayBuffer>, place: number): Uint32Array<ArrayBuffer> {
  if (place < numbers.length) return numbers
  const grown = new Uint32Array(2 * numbers.length)
  grown.set(numbers)
  return grown
}

/** A word as one string, without line breaks. */
export function packWord({ term, form, split }: EvidenceWord): string {
  const sign = split ? '+' : '-'
  return term === form ? sign + form : `${sign}${term}\0${form}`
}

export function unpackWord(packed: string): EvidenceWord {
  const split = packed.startsWith('+')
  const between = packed.indexOf('\0')
  const form = packed.slice(between < 0 ? 1 : between + 1)
  return { term: between < 0 ? form : packed.slice(1, between), form, split }
}
