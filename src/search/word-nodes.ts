import { foldDiacritics } from '../analysis/fold.js'
import { HOMOGRAPHS } from '../analysis/homographs.js'
import { analyzerFor } from '../analysis/registry.js'
import type { Token } from '../analysis/token.js'
import { LANGUAGES, type Language } from '../language/language.js'
import { kept } from '../memory/remembered.js'
import type { Span } from '../query/query.js'
import type { PhrasePlanNode, PlanNode, TermAlternative, TermsNode } from './plan.js'
import { spellingVariants } from './variants.js'
import type { ReadPart, ReadWord } from './words.js'

/** What a part of a compound in the query counts, as a share of a word. */
const PART_WEIGHT = 0.8
/** What a word with German letters counts in passages of other languages: `Füße` is hardly English `fuss`. */
const FOREIGN_LETTERS = 0.5

/** Of words that were read before: whoever reads a word again gets the same tokens. */
const ALTERNATIVES = new WeakMap<ReadWord['tokens'], readonly TermAlternative[]>()
const PARTS = new WeakMap<ReadWord['parts'], readonly (readonly TermAlternative[])[]>()

/** A word by its terms. */
export function termsNode(read: ReadWord): TermsNode {
  const alternatives = ALTERNATIVES.get(read.tokens) ?? kept(alternativesOf(read))
  ALTERNATIVES.set(read.tokens, alternatives)
  return nodeOf(read.word, alternatives, read)
}

/** A word by terms that are known. */
export function nodeOf(
  word: string,
  alternatives: readonly TermAlternative[],
  span: Span,
): TermsNode {
  return {
    type: 'terms',
    ...spanOf(span),
    word,
    partOf: null,
    alternatives,
    place: null,
    inGlossary: false,
    unfinished: [],
  }
}

/** The parts of a compound, each a word of its own that counts less. */
export function partsOf(read: ReadWord): TermsNode[] {
  if (read.parts.length === 0) return []
  const alternatives = PARTS.get(read.parts) ?? kept(read.parts.map(alternativesOfPart))
  PARTS.set(read.parts, alternatives)
  return read.parts.map(({ form }, i) => {
    return { ...nodeOf(form, alternatives[i]!, read), partOf: read.word }
  })
}

function alternativesOfPart({ language, term }: ReadPart): readonly TermAlternative[] {
  return [{ language, term, weight: PART_WEIGHT, form: null, origin: 'asked' }]
}

/** A word by its terms, or by its form where it is a word of grammar. */
export function wholeWord(read: ReadWord): PlanNode {
  return read.isGrammar ? exactWord(read) : termsNode(read)
}

/** A word, and its parts, which add to its score and find passages without it. */
export function withParts(word: PlanNode, parts: readonly TermsNode[], span: Span): PlanNode {
  if (parts.length === 0) return word
  return { type: 'any', ...spanOf(span), nodes: [word, ...parts], best: false }
}

/** A word as it is written, whatever the language. */
export function exactWord(read: ReadWord): PhrasePlanNode {
  return phrase(read.word, read)[0]!
}

/** Words next to each other as they are written; nothing where there are no words. */
export function phrase(text: string, span: Span): PhrasePlanNode[] {
  const sequences = LANGUAGES.map((language) => {
    const analyzer = analyzerFor(language)
    const words = analyzer.analyze(text).filter((token) => token.kind === 'word')
    return { language, words: words.map(({ form }) => ({ fold: analyzer.fold(form) })) }
  })
  if (sequences[0]!.words.length === 0) return []
  return [{ type: 'phrase', ...spanOf(span), word: text, sequences, origin: 'asked', weight: 1 }]
}

/** Ways to say one thing, or the only one. */
export function bestOf(nodes: readonly PlanNode[], span: Span): PlanNode {
  if (nodes.length === 1) return nodes[0]!
  return { type: 'any', ...spanOf(span), nodes: [...nodes], best: true }
}

export function spanOf({ start, end }: Span): Span {
  return { start, end }
}

function alternativesOf({ tokens, isGrammar, siblings }: ReadWord): TermAlternative[] {
  return LANGUAGES.flatMap((language, place) => {
    const usable = tokens[place]!.filter((token) =>
      isGrammar
        ? !token.functionWord && language !== 'und' && HOMOGRAPHS.has(token.form)
        : !token.functionWord,
    )
    return usable.flatMap((token) => {
      const { term, form } = token
      const weight = (token.kind === 'joined' ? 1 / siblings : 1) * likelihood(language, form)
      const asked: TermAlternative = { language, term, weight, form, origin: 'asked' }
      return [asked, ...nameVariants(language, token)]
    })
  })
}

function likelihood(language: Language, form: string): number {
  return language !== 'de' && /[äöüß]/.test(form) ? FOREIGN_LETTERS : 1
}

/**
 * English stems keep `ue` (value, blue), so that Mueller and Müller differ there; names are found under
 * their other spellings too. German terms fold these spellings already.
 */
function nameVariants(language: Language, { form, kind }: Token): TermAlternative[] {
  if (language !== 'en' || kind !== 'word') return []
  const analyzer = analyzerFor(language)
  return spellingVariants(foldDiacritics(form)).flatMap((variant) =>
    analyzer
      .word(variant, false)
      .tokens.map(({ term }) => ({ language, term, weight: 1, form: null, origin: 'respelled' })),
  )
}
