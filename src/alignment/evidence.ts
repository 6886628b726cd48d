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
  const seen = new Set<string>()
  const terms: EvidenceTerm[] = []
  const tokens = analyzerFor(language).analyze(text)
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.functionWord || token.kind === 'joined' || seen.has(token.term)) continue
    seen.add(token.term)
    const split = token.kind === 'word' && tokens[i + 1]?.kind === 'part'
    terms.push(evidenceTerm(token, split, language))
  }
  return { language, length: text.length, terms }
}

/** Words come back often; see the analyzer's cache. */
const CACHE_SIZE = 100_000
const cache = new Map<string, EvidenceTerm>()

function evidenceTerm({ term, form }: Token, split: boolean, language: Language): EvidenceTerm {
  const key = `${language}${split ? '+' : ' '}${form}`
  const known = cache.get(key)
  if (known && known.term === term) return known
  const surface = foldDiacritics(form)
  const made = { term, surface, cognate: cognateKey(surface), split }
  if (cache.size >= CACHE_SIZE) cache.clear()
  cache.set(key, made)
  return made
}
