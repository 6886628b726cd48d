import type { Language } from '../language/language.js'
import type { TranslatedLanguage, TranslationLexicon } from '../translation/lexicon.js'
import type { DistinctTerms } from './distinct-terms.js'
import type { Evidence } from './evidence.js'
import { knownTexts } from './known-texts.js'
import type { ListedTexts } from './listed-texts.js'
import type { TermKeyTable } from './term-keys.js'
import type { TextLists } from './text-lists.js'

/** What a term that only looks related counts, where the same word counts 1. */
const COGNATE = 0.6
/** Alternatives of one word share its probability; a passage with the likeliest should count as covering it. */
const GAIN = 1.6
/** A word without known translations that is missing on the other side says little; a split compound says nothing. */
const UNKNOWN_WEIGHT = 0.35
const SPLIT_WEIGHT = 0.1

/**
 * How much of each text is said in each of some others: the share of its terms, by weight, that have a translation
 * there, or stand there themselves. Terms that many of its fellows have weigh less (idf); of a term's translations
 * the probabilities count (probabilistic structured queries, Darwish and Oard 2003).
 */
export class Coverage {
  /** Of text `from` by text `to`: `values[from * columns + to]`, 0 to 1. */
  readonly values: Float32Array
  readonly columns: number
  private readonly distinct: DistinctTerms
  /** By place of a distinct term: what it weighs, and where its entries begin in the lists of those texts that say it, and of how strongly, 0 to 1. */
  private readonly weights: number[] = []
  private readonly begins: number[] = [0]
  private readonly texts: number[] = []
  private readonly strengths: number[] = []
  private readonly keys: TermKeyTable
  private readonly to: ListedTexts
  /** Strengths of the term that is being looked up, by text. */
  private readonly strength: Float64Array

  constructor(
    from: readonly Evidence[],
    to: readonly Evidence[],
    lexicon: TranslationLexicon,
    languages: { from: Language; to: Language },
  ) {
    this.columns = to.length
    const known = knownTexts(lexicon)
    this.keys = known.keys
    this.strength = new Float64Array(to.length)
    this.values = new Float32Array(from.length * to.length)
    this.to = known.listed(to)
    this.distinct = known.distinct(from)
    const language = isTranslation(languages) ? languages.from : null
    const { terms, counts } = this.distinct
    for (let place = 0; place < terms.length; place++)
      this.lookUp(terms[place]!, language, Math.log(1 + from.length / counts[place]!))
    for (let row = 0; row < from.length; row++) this.fill(row)
  }

  /** The terms of a text, in order, by their places among the distinct ones. */
  termsOf(from: number): Uint32Array {
    return this.distinct.rows[from]!
  }

  weightOf(term: number): number {
    return this.weights[term]!
  }

  /** How strongly a text says a term, 0 to 1. */
  strengthOf(term: number, to: number): number {
    const end = this.begins[term + 1]!
    for (let entry = this.begins[term]!; entry < end; entry++)
      if (this.texts[entry] === to) return this.strengths[entry]!
    return 0
  }

  private fill(row: number): void {
    const { values, columns, begins, texts, strengths } = this
    const base = row * columns
    let total = 0
    for (const term of this.distinct.rows[row]!) {
      const weight = this.weights[term]!
      total += weight
      const end = begins[term + 1]!
      for (let entry = begins[term]!; entry < end; entry++)
        values[base + texts[entry]!]! += weight * strengths[entry]!
    }
    if (total > 0) for (let cell = base; cell < base + columns; cell++) values[cell]! /= total
  }

  /**
   * @param language From which it is translated; null where it is not.
   * @param idf What it weighs where something is known of it.
   */
  private lookUp(term: number, language: TranslatedLanguage | null, idf: number): void {
    const { keys, texts, strength, to } = this
    const begin = texts.length
    const translated = language !== null && this.translate(term, language)
    const [string, surface, cognate] = [
      keys.terms[term]!,
      keys.surfaces[term]!,
      keys.cognates[term]!,
    ]
    this.raise(to.surfaces, string, 1)
    if (surface !== string) this.raise(to.surfaces, surface, 1)
    if (cognate >= 0) this.raiseTo(to.cognates, cognate, COGNATE)
    for (let entry = begin; entry < texts.length; entry++) {
      this.strengths.push(Math.min(1, strength[texts[entry]!]!))
      strength[texts[entry]!] = 0
    }
    this.begins.push(texts.length)
    const isKnown = texts.length > begin || translated
    const share = isKnown ? 1 : keys.split[term] ? SPLIT_WEIGHT : UNKNOWN_WEIGHT
    this.weights.push(idf * share)
  }

  /** @returns True where there are translations. */
  private translate(term: number, from: TranslatedLanguage): boolean {
    const { begins, ends, strings, probabilities } = this.keys.translations(term, from)
    const [begin, end] = [begins[term]!, ends[term]!]
    for (let i = begin; i < end; i++)
      this.raise(this.to.terms, strings[i]!, GAIN * probabilities[i]!)
    return end > begin
  }

  private raise(lists: TextLists, key: number, by: number): void {
    for (let entry = lists.lastOf(key); entry >= 0; entry = lists.previous(entry)) {
      const text = lists.textAt(entry)
      if (this.strength[text] === 0) this.texts.push(text)
      this.strength[text]! += by
    }
  }

  private raiseTo(lists: TextLists, key: number, least: number): void {
    for (let entry = lists.lastOf(key); entry >= 0; entry = lists.previous(entry)) {
      const text = lists.textAt(entry)
      if (this.strength[text] === 0) this.texts.push(text)
      if (this.strength[text]! < least) this.strength[text] = least
    }
  }
}

function isTranslation(languages: { from: Language; to: Language }): languages is Translated {
  const { from, to } = languages
  return from !== to && isTranslated(from) && isTranslated(to)
}

interface Translated {
  from: TranslatedLanguage
  to: TranslatedLanguage
}

export function isTranslated(language: Language): language is TranslatedLanguage {
  return language !== 'und'
}
