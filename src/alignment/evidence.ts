import { WordNumbers } from '../analysis/analyzed-word.js'
import { analyzerFor } from '../analysis/registry.js'
import type { Language } from '../language/language.js'
import { type EvidenceTerm, EvidenceWords, evidenceTerm } from './evidence-terms.js'

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

export function evidenceOf({
  text,
  language,
  speaker,
  heading,
}: AlignablePassage): PassageEvidence {
  const nearest = heading.at(-1)
  return {
    ...textEvidence(text, language),
    heading: nearest === undefined ? null : textEvidence(nearest, language),
    speaker: speaker === null ? null : textEvidence(speaker, language),
  }
}

export function textEvidence(text: string, language: Language): Evidence {
  const words = new WordNumbers()
  const table = new EvidenceWords(words)
  const numbers = table.distinct(words.of(analyzerFor(language).read(text)))
  const terms = numbers.map((number) => evidenceTerm(table.list[number]!))
  return { language, length: text.length, terms }
}
