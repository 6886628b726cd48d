import type { Language } from '../language/language.js'
import { type PassageEvidence, textEvidence } from './evidence.js'
import { type EvidenceTerm, evidenceTerm, unpackWord } from './evidence-terms.js'
import type { DocumentEvidence } from './likeness.js'

/** What is known of the passages of a document, in order, so that another thread can compare it: no objects of which each refers to others. */
export interface PortableDocument {
  language: Language
  languages: Language[]
  /** UTF-16 code units. */
  lengths: number[]
  /** The nearest headings, and who speaks. */
  headings: (string | undefined)[]
  speakers: (string | undefined)[]
  /** The numbers of all passages' words, and where those of each end. */
  words: Uint32Array
  ends: number[]
}

/** Headings and speakers as evidence, which come back often. */
export class KnownHeadings {
  private readonly known = new Map<string, PassageEvidence['heading']>()

  of(text: string | undefined, language: Language): PassageEvidence['heading'] {
    if (text === undefined) return null
    const key = `${language} ${text}`
    const known = this.known.get(key)
    if (known) return known
    const made = textEvidence(text, language)
    this.known.set(key, made)
    return made
  }
}

/** Makes evidence of documents that another thread has analyzed. */
export class EvidenceOfOthers {
  private readonly terms: EvidenceTerm[] = []
  private readonly headings = new KnownHeadings()

  /** Learns words by their numbers, packed, one on each line; those that are known stay as they are. */
  learn(numbers: Uint32Array, packed: string): void {
    for (const [i, word] of packed.split('\n').entries()) {
      const number = numbers[i]!
      this.terms[number] ??= evidenceTerm(unpackWord(word))
    }
  }

  of({ language, languages, ...document }: PortableDocument): DocumentEvidence {
    const { lengths, headings, speakers, words, ends } = document
    const passages = languages.map((language, i): PassageEvidence => {
      const own = words.subarray(i === 0 ? 0 : ends[i - 1]!, ends[i]!)
      return {
        language,
        length: lengths[i]!,
        terms: Array.from(own, (word) => this.terms[word]!),
        heading: this.headings.of(headings[i], language),
        speaker: this.headings.of(speakers[i], language),
      }
    })
    return { language, passages }
  }
}
