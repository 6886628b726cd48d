import { WordNumbers } from '../analysis/analyzed-word.js'
import { analyzerFor } from '../analysis/registry.js'
import type { Language } from '../language/language.js'
import { type EvidenceTerm, EvidenceWords, evidenceTerm, unpackWord } from './evidence-terms.js'

/** A passage as it is to be aligned. */
export interface AlignablePassage {
  text: string
  language: Language
  speaker: string | null
  /** Headings above it, outermost first. */
  heading: readonly string[]
}

/** What a text offers for a comparison. */
export interface Evidence {
  language: Language
  /** UTF-16 code units. */
  length: number
  terms: readonly EvidenceTerm[]
}

/** A passage, its headings and its speaker as evidence. */
export interface PassageEvidence extends Evidence {
  /** The nearest heading; null where there is none. */
  heading: Evidence | null
  speaker: Evidence | null
}

export function evidenceOf(passage: AlignablePassage): PassageEvidence {
  return new EvidenceReader().evidenceOf(passage)
}

export function textEvidence(text: string, language: Language): Evidence {
  return new EvidenceReader().textEvidence(text, language)
}

/** Reads texts as evidence; what a word offers is found out once for all of them. */
export class EvidenceReader {
  private readonly languages = new Map<Language, LanguageTable>()

  evidenceOf({ text, language, speaker, heading }: AlignablePassage): PassageEvidence {
    const nearest = heading.at(-1)
    return {
      ...this.textEvidence(text, language),
      heading: nearest === undefined ? null : this.textEvidence(nearest, language),
      speaker: speaker === null ? null : this.textEvidence(speaker, language),
    }
  }

  textEvidence(text: string, language: Language): Evidence {
    const { numbers, words, terms } = this.of(language)
    const distinct: number[] = []
    words.distinct(numbers.of(text), distinct)
    for (const word of words.take()) terms.push(evidenceTerm(unpackWord(word)))
    return { language, length: text.length, terms: distinct.map((word) => terms[word]!) }
  }

  private of(language: Language): LanguageTable {
    const known = this.languages.get(language)
    if (known) return known
    const numbers = new WordNumbers(analyzerFor(language))
    const made = { numbers, words: new EvidenceWords(numbers), terms: [] }
    this.languages.set(language, made)
    return made
  }
}

/** The words of texts in one language, and what they offer, by number. */
interface LanguageTable {
  numbers: WordNumbers
  words: EvidenceWords
  terms: EvidenceTerm[]
}
