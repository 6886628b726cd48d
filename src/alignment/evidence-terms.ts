import { foldDiacritics } from '../analysis/fold.js'
import type { Token } from '../analysis/token.js'
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

/** The words of texts in one language, each known by a number, so that what a word offers is found out once. */
export class EvidenceTerms {
  private readonly terms: EvidenceTerm[] = []
  private readonly numbers = new Map<string, number>()
  private readonly stems = new Map<string, number>()
  /** By number of a word, that of its term, which several words may have. */
  private readonly stemOf: number[] = []
  /** By number of a term, the last text that had it. */
  private readonly lastText: number[] = []
  private texts = 0

  at(number: number): EvidenceTerm {
    return this.terms[number]!
  }

  /** The numbers of a text's words with weight, in their order, the first of each term. */
  distinct(tokens: readonly Token[]): number[] {
    const text = ++this.texts
    const found: number[] = []
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!
      if (token.functionWord || token.kind === 'joined') continue
      const split = token.kind === 'word' && tokens[i + 1]?.kind === 'part'
      const number = this.numberOf(token, split)
      const stem = this.stemOf[number]!
      if (this.lastText[stem] === text) continue
      this.lastText[stem] = text
      found.push(number)
    }
    return found
  }

  private numberOf({ term, form }: Token, split: boolean): number {
    const key = split ? `+${form}` : form
    const known = this.numbers.get(key)
    if (known !== undefined && this.terms[known]!.term === term) return known
    const surface = foldDiacritics(form)
    const number = this.terms.push({ term, surface, cognate: cognateKey(surface), split }) - 1
    this.numbers.set(key, number)
    this.stemOf.push(this.stemNumber(term))
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
