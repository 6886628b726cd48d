import { analyzerFor } from '../analysis/registry.js'
import type { Token } from '../analysis/token.js'
import { LANGUAGES, type Language } from '../language/language.js'
import { kept, remembered } from '../memory/remembered.js'
import type { Span, WordNode } from '../query/query.js'

/** A part that a language finds in a word of the query. */
export interface ReadPart {
  language: Language
  term: string
  form: string
}

/** A word of the query as each language reads it. */
export interface ReadWord extends Span {
  word: string
  /** The tokens at this place, in the order of {@link LANGUAGES}: one word, and joined wholes that cover it. */
  tokens: readonly (readonly Token[])[]
  /** True for a word that is grammar in English or German, whatever it is in the other. */
  isGrammar: boolean
  /** The parts that a language finds in it; empty unless it is a compound. */
  parts: readonly ReadPart[]
  /** How many words the joined whole has; 1 without hyphens. */
  siblings: number
}

/** What is one word to the query can be several to the analyzers: `Vater-Sohn`. */
export function readWords({ text, start }: Pick<WordNode, 'text' | 'start'>): ReadWord[] {
  return wordsIn(text).map((read) => {
    return { ...read, start: start + read.start, end: start + read.end }
  })
}

const wordsIn = remembered((text): readonly ReadWord[] => {
  const analyzed = LANGUAGES.map((language) => {
    const tokens = analyzerFor(language).analyze(text)
    return { language, tokens }
  })
  const words = analyzed[0]!.tokens.filter((token) => token.kind === 'word')
  return words.map((word) => {
    const own = analyzed.map(({ tokens }) =>
      kept(tokens.filter((token) => token.start <= word.start && token.end >= word.end)),
    )
    return {
      word: text.slice(word.start, word.end),
      start: word.start,
      end: word.end,
      tokens: kept(own),
      isGrammar: own.some((tokens) => tokens.some(({ functionWord }) => functionWord)),
      parts: kept(
        analyzed.flatMap(({ language, tokens }) =>
          tokens
            .filter(
              ({ kind, start, end }) => kind === 'part' && start >= word.start && end <= word.end,
            )
            .map(({ term, form }) => ({ language, term, form })),
        ),
      ),
      siblings: words.length,
    }
  })
})

/** The terms of a text in a language, without words of grammar, joined wholes and parts. */
export function contentTerms(language: Language, text: string): string[] {
  return analyzerFor(language)
    .analyze(text)
    .filter(({ kind, functionWord }) => kind === 'word' && !functionWord)
    .map(({ term }) => term)
}

/** The word's own token in a language, none of joined wholes. */
export function tokenIn(
  language: Language,
  { tokens }: Pick<ReadWord, 'tokens'>,
): Token | undefined {
  return tokens[LANGUAGES.indexOf(language)]?.find(({ kind }) => kind === 'word')
}
