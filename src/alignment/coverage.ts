import type { Language } from '../language/language.js'
import type { TranslatedLanguage, TranslationLexicon } from '../translation/lexicon.js'
import type { Evidence } from './evidence.js'
import type { EvidenceTerm } from './evidence-terms.js'

/** What a term that only looks related counts, where the same word counts 1. */
const COGNATE = 0.6
/** Alternatives of one word share its probability; a passage with the likeliest should count as covering it. */
const GAIN = 1.6
/** A word without known translations that is missing on the other side says little; a split compound says nothing. */
const UNKNOWN_WEIGHT = 0.35
const SPLIT_WEIGHT = 0.1

/** Texts by what is in them, to be asked from texts of another language, or of the same. */
class TermIndex {
  readonly terms = new Map<string, number[]>()
  readonly surfaces = new Map<string, number[]>()
  readonly cognates = new Map<string, number[]>()

  constructor(texts: readonly Evidence[]) {
    for (const [number, { terms }] of texts.entries())
      for (const { term, surface, cognate } of terms) {
        post(this.terms, term, number)
        // A name may be inflected on one side: its stem counts as a spelling too.
        post(this.surfaces, surface, number)
        if (term !== surface) post(this.surfaces, term, number)
        if (cognate !== null) post(this.cognates, cognate, number)
      }
  }
}

function post(lists: Map<string, number[]>, key: string, number: number): void {
  const list = lists.get(key)
  if (!list) lists.set(key, [number])
  else if (list.at(-1) !== number) list.push(number)
}

/** A term of one side and where the other side says it. */
interface Match {
  weight: number
  /** The texts, and how strongly each says it, 0 to 1. */
  texts: number[]
  strengths: number[]
}

/**
 * How much of each text is said in each of some others: the share of its terms, by weight, that have a translation
 * there, or stand there themselves. Terms that many of its fellows have weigh less (idf); of a term's translations
 * the probabilities count (probabilistic structured queries, Darwish and Oard 2003).
 */
export class Coverage {
  /** Of text `from` by text `to`: `values[from * columns + to]`, 0 to 1. */
  readonly values: Float32Array
  readonly columns: number
  private readonly index: TermIndex
  private readonly counts: Map<string, number>
  private readonly matches = new Map<string, Match>()
  /** Strengths of the term that is being looked up, by text. */
  private readonly strength: Float64Array

  constructor(
    private readonly from: readonly Evidence[],
    to: readonly Evidence[],
    private readonly lexicon: TranslationLexicon,
    private readonly languages: { from: Language; to: Language },
  ) {
    this.columns = to.length
    this.index = new TermIndex(to)
    this.counts = countTexts(from)
    this.strength = new Float64Array(to.length)
    this.values = new Float32Array(from.length * to.length)
    for (let row = 0; row < from.length; row++) this.fill(row)
  }

  /** How strongly each term of a text, in order, is said in another, 0 to 1; and what the term weighs. */
  terms(from: number, to: number): { strength: number; weight: number }[] {
    return this.from[from]!.terms.map((term) => {
      const { weight, texts, strengths } = this.match(term)
      const place = texts.indexOf(to)
      return { strength: place < 0 ? 0 : strengths[place]!, weight }
    })
  }

  private fill(row: number): void {
    const { values, columns } = this
    const base = row * columns
    let total = 0
    for (const term of this.from[row]!.terms) {
      const { weight, texts, strengths } = this.match(term)
      total += weight
      for (let i = 0; i < texts.length; i++) values[base + texts[i]!]! += weight * strengths[i]!
    }
    if (total > 0) for (let cell = base; cell < base + columns; cell++) values[cell]! /= total
  }

  private match(term: EvidenceTerm): Match {
    const known = this.matches.get(term.term)
    if (known) return known
    const made = this.lookUp(term)
    this.matches.set(term.term, made)
    return made
  }

  private lookUp({ term, surface, cognate, split }: EvidenceTerm): Match {
    const { terms, surfaces, cognates } = this.index
    const texts: number[] = []
    const translations = this.translations(term)
    for (const { term: other, probability } of translations)
      this.raise(terms.get(other), GAIN * probability, texts)
    this.raise(surfaces.get(term), 1, texts)
    if (surface !== term) this.raise(surfaces.get(surface), 1, texts)
    if (cognate !== null) this.raiseTo(cognates.get(cognate), COGNATE, texts)
    const strengths = texts.map((text) => Math.min(1, this.strength[text]!))
    for (const text of texts) this.strength[text] = 0
    const isKnown = texts.length > 0 || translations.length > 0
    const share = isKnown ? 1 : split ? SPLIT_WEIGHT : UNKNOWN_WEIGHT
    const idf = Math.log(1 + this.from.length / this.counts.get(term)!)
    return { weight: idf * share, texts, strengths }
  }

  private raise(found: readonly number[] | undefined, by: number, texts: number[]): void {
    if (!found) return
    for (const text of found) {
      if (this.strength[text] === 0) texts.push(text)
      this.strength[text]! += by
    }
  }

  private raiseTo(found: readonly number[] | undefined, least: number, texts: number[]): void {
    if (!found) return
    for (const text of found) {
      if (this.strength[text] === 0) texts.push(text)
      if (this.strength[text]! < least) this.strength[text] = least
    }
  }

  private translations(term: string) {
    const { from, to } = this.languages
    if (from === to || !isTranslated(from) || !isTranslated(to)) return []
    return this.lexicon.translations(term, from)
  }
}

export function isTranslated(language: Language): language is TranslatedLanguage {
  return language !== 'und'
}

function countTexts(texts: readonly Evidence[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { terms } of texts)
    for (const { term } of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}
