import { foldDiacritics } from '../analysis/fold.js'
import { analyzerFor } from '../analysis/registry.js'
import type { Token } from '../analysis/token.js'
import type { Language } from '../language/language.js'
import { cognateKey } from './cognate.js'

/** A passage as it is to be aligned. */
export interface AlignablePassage {
  text: string
  language: Language
  speaker: string | null
  /** Headings above it, outermost first. */
  heading: readonly string[]
}

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
  const terms = new Map<string, EvidenceTerm>()
  const tokens = analyzerFor(language).analyze(text)
  for (const [i, token] of tokens.entries()) {
    if (token.functionWord || token.kind === 'joined' || terms.has(token.term)) continue
    terms.set(token.term, evidenceTerm(token, tokens[i + 1]))
  }
  return { language, length: text.length, terms: [...terms.values()] }
}

function evidenceTerm({ term, form, kind }: Token, next: Token | undefined): EvidenceTerm {
  const surface = foldDiacritics(form)
  const split = kind === 'word' && next?.kind === 'part'
  return { term, surface, cognate: cognateKey(surface), split }
}
