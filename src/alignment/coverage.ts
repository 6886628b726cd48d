import type { Language } from '../language/language.js'
import type { TranslatedLanguage, TranslationLexicon } from '../translation/lexicon.js'
import type { Evidence, EvidenceTerm } from './evidence.js'

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
  private readonly weights: Map<string, number>
  private readonly strength: Float32Array
  private touched: number[] = []

  constructor(
    private readonly from: readonly Evidence[],
    to: readonly Evidence[],
    private readonly lexicon: TranslationLexicon,
    private readonly languages: { from: Language; to: Language },
  ) {
    this.columns = to.length
    this.index = new TermIndex(to)
    this.weights = idf(from)
    this.strength = new Float32Array(to.length)
    this.values = new Float32Array(from.length * to.length)
    for (let row = 0; row < from.length; row++) this.fill(row)
  }

  /** How strongly each term of a text, in order, is said in another, 0 to 1; and what the term weighs. */
  terms(from: number, to: number): { strength: number; weight: number }[] {
    return this.from[from]!.terms.map((term) => {
      this.match(term)
      const strength = Math.min(1, this.strength[to]!)
      const weight = this.weight(term)
      this.clear()
      return { strength, weight }
    })
  }

  private fill(row: number): void {
    const { values, columns } = this
    let total = 0
    for (const term of this.from[row]!.terms) {
      this.match(term)
      const weight = this.weight(term)
      total += weight
      for (const to of this.touched)
        values[row * columns + to]! += weight * Math.min(1, this.strength[to]!)
      this.clear()
    }
    if (total > 0)
      for (let cell = row * columns; cell < (row + 1) * columns; cell++) values[cell]! /= total
  }

  private match({ term, surface, cognate }: EvidenceTerm): void {
    for (const { term: other, probability } of this.translations(term))
      this.raise(this.index.terms.get(other), (known) => known + GAIN * probability)
    for (const key of term === surface ? [term] : [term, surface])
      this.raise(this.index.surfaces.get(key), () => 1)
    if (cognate !== null)
      this.raise(this.index.cognates.get(cognate), (known) => Math.max(known, COGNATE))
  }

  private raise(texts: readonly number[] | undefined, change: (known: number) => number): void {
    for (const text of texts ?? []) {
      if (this.strength[text] === 0) this.touched.push(text)
      this.strength[text] = change(this.strength[text]!)
    }
  }

  private clear(): void {
    for (const text of this.touched) this.strength[text] = 0
    this.touched = []
  }

  private weight({ term, split }: EvidenceTerm): number {
    const idf = this.weights.get(term)!
    if (this.touched.length > 0 || this.translations(term).length > 0) return idf
    return idf * (split ? SPLIT_WEIGHT : UNKNOWN_WEIGHT)
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

function idf(texts: readonly Evidence[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { terms } of texts)
    for (const { term } of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return new Map([...counts].map(([term, n]) => [term, Math.log(1 + texts.length / n)]))
}
