import { analyzerFor } from '../analysis/registry.js'
import type { Language } from '../language/language.js'
import { type EvidenceTerm, evidenceTerm } from './evidence-terms.js'

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
  const tokens = analyzerFor(language).analyze(text)
  const known = new Set<string>()
  const terms: EvidenceTerm[] = []
  for (const [i, { kind, term, form, functionWord }] of tokens.entries()) {
    if (functionWord || kind === 'joined' || known.has(term)) continue
    known.add(term)
    const split = kind === 'word' && tokens[i + 1]?.kind === 'part'
    terms.push(evidenceTerm({ term, form, split }))
  }
  return { language, length: text.length, terms }
}
