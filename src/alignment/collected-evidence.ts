import type { Token } from '../analysis/token.js'
import type { Language } from '../language/language.js'
import { type PassageEvidence, textEvidence } from './evidence.js'
import { EvidenceTerms } from './evidence-terms.js'

/** A passage as it was analyzed for the index. */
export interface AnalyzedPassage {
  /** UTF-16 code units. */
  length: number
  language: Language
  tokens: readonly Token[]
  speaker: string | null
  /** Headings above it, outermost first. */
  heading: readonly string[]
}

/** What is kept of a passage besides its words. */
interface Kept extends Pick<PassageEvidence, 'language' | 'length'> {
  heading: string | undefined
  speaker: string | null
  /** Where its words begin in the list of all. */
  first: number
}

/**
 * The evidence of all passages of a collection, taken from the tokens that the index is made of. It keeps four bytes for each
 * distinct word of a passage.
 */
export class CollectedEvidence {
  private readonly passages: Kept[] = []
  private words = new Uint32Array(1024)
  private length = 0
  private readonly languages = new Map<Language, EvidenceTerms>()
  private readonly texts = new Map<string, PassageEvidence['heading']>()

  /** Adds a passage; numbers ascending from 0. */
  add({ length, language, tokens, speaker, heading }: AnalyzedPassage): void {
    const nearest = heading.at(-1)
    this.passages.push({ language, length, speaker, heading: nearest, first: this.length })
    const words = this.termsOf(language).distinct(tokens)
    this.reserve(words.length)
    for (const word of words) this.words[this.length++] = word
  }

  of(number: number): PassageEvidence {
    const { language, length, heading, speaker, first } = this.passages[number]!
    const words = this.words.subarray(first, this.passages[number + 1]?.first ?? this.length)
    const table = this.termsOf(language)
    return {
      language,
      length,
      terms: Array.from(words, (word) => table.at(word)),
      heading: this.textOf(heading, language),
      speaker: this.textOf(speaker ?? undefined, language),
    }
  }

  languageOf(number: number): Language {
    return this.passages[number]!.language
  }

  /** Headings and speakers come back often. */
  private textOf(text: string | undefined, language: Language): PassageEvidence['heading'] {
    if (text === undefined) return null
    const key = `${language} ${text}`
    const known = this.texts.get(key)
    if (known) return known
    const made = textEvidence(text, language)
    this.texts.set(key, made)
    return made
  }

  private reserve(more: number): void {
    if (this.length + more <= this.words.length) return
    const grown = new Uint32Array(Math.max(2 * this.words.length, this.length + more))
    grown.set(this.words)
    this.words = grown
  }

  private termsOf(language: Language): EvidenceTerms {
    const known = this.languages.get(language)
    if (known) return known
    const made = new EvidenceTerms()
    this.languages.set(language, made)
    return made
  }
}
