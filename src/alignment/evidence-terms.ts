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

/** What of it is found out soonest. */
export function spelling({ term, form }: Pick<EvidenceWord, 'term' | 'form'>) {
  return { term, surface: foldDiacritics(form) }
}

/** Not one word, but none or several. */
const SEVERAL = -1

/** The words of texts in one language, each known by a number, so that what a word offers is found out once. */
export class EvidenceWords {
  /** How many there are: those with weight, and parts of compounds. */
  size = 0
  /** Those that came since they were last taken, as {@link packWord} packs them. */
  private added: string[] = []
  /** By number of a string: one more than that of the first word of this form. */
  private numbers = new Uint32Array(256)
  /** Words that have another term than the first of their form, or are divided where that is not. */
  private readonly others = new Map<string, number>()
  /** By number of a word: that of its term, which several words may have; and whether it is divided. */
  private stemOf = new Uint32Array(256)
  private isSplit = new Uint32Array(256)
  /** By number of a term, the last text that had it. */
  private lastText = new Uint32Array(256)
  private texts = 0
  /** Of the facts of a word as written, which one says what it gives, if that is one word, and the next one its term; otherwise {@link SEVERAL} and where that begins. */
  private readonly offer: number
  /** Lists of words, their number before them. */
  private given = new Uint32Array(256)
  private givenLength = 0
  private known = 0

  /** @param words Numbers the words of the texts. */
  constructor(private readonly words: Pick<WordNumbers, 'size' | 'at' | 'facts'>) {
    this.offer = words.facts.reserve(2)
  }

  /** Finds the numbers of a text's words with weight, in their order, the first of each term. */
  distinct({ length, numbers }: NumberedWords, found: { push(word: number): void }): void {
    while (this.known < this.words.size) this.register(this.known++)
    const text = ++this.texts
    const { lastText } = this
    const { list, width } = this.words.facts
    for (let i = 0; i < length; i++) {
      const offer = numbers[i]! * width + this.offer
      const word = list[offer]!
      const given = list[offer + 1]!
      if (word === SEVERAL) this.addEach(given, text, found)
      else if (lastText[given] !== text) {
        lastText[given] = text
        found.push(word)
      }
    }
  }

  /** @param start Of a list of words. */
  private addEach(start: number, text: number, found: { push(word: number): void }): void {
    const { given, stemOf, lastText } = this
    const end = start + given[start]!
    for (let i = start + 1; i <= end; i++) {
      const stem = stemOf[given[i]!]!
      if (lastText[stem] === text) continue
      lastText[stem] = text
      found.push(given[i]!)
    }
  }

  /** Gives the words that came since the last call, in the order of their numbers. */
  take(): string[] {
    const { added } = this
    this.added = []
    return added
  }

  private register(number: number): void {
    const { tokens, strings } = this.words.at(number)
    const words: number[] = []
    for (const [i, { functionWord, kind, term, form }] of tokens.entries()) {
      if (functionWord || kind === 'joined') continue
      const split = tokens.length > 1 && kind === 'word'
      words.push(this.numberOf(strings[2 * i]!, strings[2 * i + 1]!, { term, form, split }))
    }
    const isOne = words.length === 1
    const { list, width } = this.words.facts
    list[number * width + this.offer] = isOne ? words[0]! : SEVERAL
    list[number * width + this.offer + 1] = isOne ? this.stemOf[words[0]!]! : this.givenLength
    if (isOne) return
    for (const word of [words.length, ...words]) {
      this.given = withRoom(this.given, this.givenLength)
      this.given[this.givenLength++] = word
    }
  }

  /** @param stem And form: numbers of the word's strings. */
  private numberOf(stem: number, form: number, word: EvidenceWord): number {
    this.numbers = withRoom(this.numbers, form)
    const first = this.numbers[form]! - 1
    if (first < 0) {
      this.numbers[form] = this.size + 1
      return this.add(stem, word)
    }
    if (this.stemOf[first] === stem && this.isSplit[first] === Number(word.split)) return first
    const key = `${stem} ${form} ${word.split}`
    const known = this.others.get(key)
    if (known !== undefined) return known
    this.others.set(key, this.size)
    return this.add(stem, word)
  }

  private add(stem: number, word: EvidenceWord): number {
    const number = this.size++
    this.added.push(packWord(word))
    this.stemOf = withRoom(this.stemOf, number)
    this.stemOf[number] = stem
    this.isSplit = withRoom(this.isSplit, number)
    this.isSplit[number] = Number(word.split)
    this.lastText = withRoom(this.lastText, stem)
    return number
  }
}

function withRoom(numbers: Uint32Array<ArrayBuffer>, place: number): Uint32Array<ArrayBuffer> {
  if (place < numbers.length) return numbers
  const grown = new Uint32Array(Math.max(2 * numbers.length, place + 1))
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
