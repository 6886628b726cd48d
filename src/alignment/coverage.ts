import type { Language } from '../language/language.js'
import type { TranslatedLanguage, TranslationLexicon } from '../translation/lexicon.js'
import type { Evidence } from './evidence.js'
import type { EvidenceTerm } from './evidence-terms.js'
import {
  type NumberedTranslations,
  type TermKeys,
  type TermKeyTable,
  termKeysFor,
} from './term-keys.js'
import { TextLists } from './text-lists.js'

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
  /** By text, the numbers of its terms among the distinct ones, in order. */
  private readonly rows: Uint32Array[]
  /** By number of a distinct term: what it weighs, and where its entries begin in the lists of those texts that say it, and of how strongly, 0 to 1. */
  private readonly weights: number[] = []
  private readonly begins: number[] = [0]
  private readonly texts: number[] = []
  private readonly strengths: number[] = []
  private readonly keys: TermKeyTable
  /** Strengths of the term that is being looked up, by text. */
  private readonly strength: Float64Array

  constructor(
    private readonly from: readonly Evidence[],
    to: readonly Evidence[],
    lexicon: TranslationLexicon,
    private readonly languages: { from: Language; to: Language },
  ) {
    this.columns = to.length
    this.keys = termKeysFor(lexicon)
    this.strength = new Float64Array(to.length)
    this.values = new Float32Array(from.length * to.length)
    this.list(to)
    this.rows = this.lookUpAll()
    for (let row = 0; row < from.length; row++) this.fill(row)
  }

  /** The terms of a text, in order, as numbers. */
  termsOf(from: number): Uint32Array {
    return this.rows[from]!
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

  /** Looks all distinct terms up, each once. */
  private lookUpAll(): Uint32Array[] {
    const keys = this.from.map(({ terms }) => this.keys.ofAll(terms))
    const distinct = new DistinctTerms(this.keys.size)
    const rows = this.from.map(({ terms }, row) => {
      const own = keys[row]!
      return Uint32Array.from(terms, (term, i) => distinct.numberOf(term, own[i]!))
    })
    distinct.forget()
    for (const { term, keys, count } of distinct.terms) this.lookUp(term, keys, count)
    return rows
  }

  /** Lists the texts by what is in them, until the next texts are compared. */
  private list(texts: readonly Evidence[]): void {
    const all = texts.map(({ terms }) => this.keys.ofAll(terms))
    for (const lists of [TERMS, SURFACES, COGNATES]) lists.begin(this.keys.size)
    for (const [number, text] of all.entries())
      for (const { term, surface, cognate } of text) {
        TERMS.add(term, number)
        // A name may be inflected on one side: its stem counts as a spelling too.
        SURFACES.add(surface, number)
        if (term !== surface) SURFACES.add(term, number)
        if (cognate >= 0) COGNATES.add(cognate, number)
      }
  }

  private fill(row: number): void {
    const { values, columns, begins, texts, strengths } = this
    const base = row * columns
    let total = 0
    for (const term of this.rows[row]!) {
      const weight = this.weights[term]!
      total += weight
      const end = begins[term + 1]!
      for (let entry = begins[term]!; entry < end; entry++)
        values[base + texts[entry]!]! += weight * strengths[entry]!
    }
    if (total > 0) for (let cell = base; cell < base + columns; cell++) values[cell]! /= total
  }

  /** @param count In how many texts it is. */
  private lookUp(term: EvidenceTerm, keys: TermKeys, count: number): void {
    const { texts, strength } = this
    const begin = texts.length
    const { terms, probabilities } = this.translations(term, keys)
    for (let i = 0; i < terms.length; i++) this.raise(TERMS, terms[i]!, GAIN * probabilities[i]!)
    this.raise(SURFACES, keys.term, 1)
    if (keys.surface !== keys.term) this.raise(SURFACES, keys.surface, 1)
    if (keys.cognate >= 0) this.raiseTo(COGNATES, keys.cognate, COGNATE)
    for (let entry = begin; entry < texts.length; entry++) {
      this.strengths.push(Math.min(1, strength[texts[entry]!]!))
      strength[texts[entry]!] = 0
    }
    this.begins.push(texts.length)
    const isKnown = texts.length > begin || terms.length > 0
    const share = isKnown ? 1 : term.split ? SPLIT_WEIGHT : UNKNOWN_WEIGHT
    this.weights.push(Math.log(1 + this.from.length / count) * share)
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

  private translations(term: EvidenceTerm, keys: TermKeys): NumberedTranslations {
    const { from, to } = this.languages
    if (from === to || !isTranslated(from) || !isTranslated(to)) return NO_TRANSLATIONS
    return this.keys.translations(term, keys, from)
  }
}

/** By key, one more than the number of a term among the distinct ones of a comparison; 0 between comparisons. */
let numbers = new Int32Array(0)

/** The distinct terms of some texts, in the order in which they come. */
class DistinctTerms {
  /** Each as it came first, and in how many texts it is. */
  readonly terms: { term: EvidenceTerm; keys: TermKeys; count: number }[] = []

  /** @param size Keys are below this. */
  constructor(size: number) {
    if (numbers.length < size) numbers = new Int32Array(2 * size)
  }

  /** Counts a term of a text. */
  numberOf(term: EvidenceTerm, keys: TermKeys): number {
    const known = numbers[keys.term]! - 1
    if (known >= 0) this.terms[known]!.count++
    else numbers[keys.term] = this.terms.push({ term, keys, count: 1 })
    return known >= 0 ? known : this.terms.length - 1
  }

  forget(): void {
    for (const { keys } of this.terms) numbers[keys.term] = 0
  }
}

const NO_TRANSLATIONS: NumberedTranslations = { terms: [], probabilities: [] }

/** Texts by what is in them, to be asked from texts of another language, or of the same. They are used for one comparison after the other. */
const TERMS = new TextLists()
const SURFACES = new TextLists()
const COGNATES = new TextLists()

export function isTranslated(language: Language): language is TranslatedLanguage {
  return language !== 'und'
}
