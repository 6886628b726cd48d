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
  /** By text and place in it. */
  private readonly matches: Match[][]
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
    this.matches = this.matchAll()
    for (let row = 0; row < from.length; row++) this.fill(row)
  }

  /** How strongly each term of a text, in order, is said in another, 0 to 1; and what the term weighs. */
  terms(from: number, to: number): { strength: number; weight: number }[] {
    return this.matches[from]!.map(({ weight, texts, strengths }) => {
      const place = texts.indexOf(to)
      return { strength: place < 0 ? 0 : strengths[place]!, weight }
    })
  }

  /** The matches of all terms, each looked up once. */
  private matchAll(): Match[][] {
    const rows = this.from.map(({ terms }) => this.keys.ofAll(terms))
    const distinct = new DistinctTerms(this.keys.size)
    for (const row of rows) for (const { term } of row) distinct.count(term)
    const numbered = rows.map((row) => row.map(({ term }) => distinct.placeOf(term)))
    distinct.forget()
    const known: Match[] = []
    return numbered.map((places, number) => {
      const { terms } = this.from[number]!
      return places.map((place, i) => {
        known[place] ??= this.lookUp(terms[i]!, rows[number]![i]!, distinct.counts[place]!)
        return known[place]
      })
    })
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
    const { values, columns } = this
    const base = row * columns
    let total = 0
    for (const { weight, texts, strengths } of this.matches[row]!) {
      total += weight
      for (let i = 0; i < texts.length; i++) values[base + texts[i]!]! += weight * strengths[i]!
    }
    if (total > 0) for (let cell = base; cell < base + columns; cell++) values[cell]! /= total
  }

  /** @param count In how many texts it is. */
  private lookUp(term: EvidenceTerm, keys: TermKeys, count: number): Match {
    const texts: number[] = []
    const translations = this.translations(term, keys)
    for (let i = 0; i < translations.terms.length; i++)
      this.raise(TERMS, translations.terms[i]!, GAIN * translations.probabilities[i]!, texts)
    this.raise(SURFACES, keys.term, 1, texts)
    if (keys.surface !== keys.term) this.raise(SURFACES, keys.surface, 1, texts)
    if (keys.cognate >= 0) this.raiseTo(COGNATES, keys.cognate, COGNATE, texts)
    const strengths: number[] = []
    for (let i = 0; i < texts.length; i++) {
      strengths.push(Math.min(1, this.strength[texts[i]!]!))
      this.strength[texts[i]!] = 0
    }
    const isKnown = texts.length > 0 || translations.terms.length > 0
    const share = isKnown ? 1 : term.split ? SPLIT_WEIGHT : UNKNOWN_WEIGHT
    const idf = Math.log(1 + this.from.length / count)
    return { weight: idf * share, texts, strengths }
  }

  private raise(lists: TextLists, key: number, by: number, texts: number[]): void {
    for (let entry = lists.lastOf(key); entry >= 0; entry = lists.previous(entry)) {
      const text = lists.textAt(entry)
      if (this.strength[text] === 0) texts.push(text)
      this.strength[text]! += by
    }
  }

  private raiseTo(lists: TextLists, key: number, least: number, texts: number[]): void {
    for (let entry = lists.lastOf(key); entry >= 0; entry = lists.previous(entry)) {
      const text = lists.textAt(entry)
      if (this.strength[text] === 0) texts.push(text)
      if (this.strength[text]! < least) this.strength[text] = least
    }
  }

  private translations(term: EvidenceTerm, keys: TermKeys): NumberedTranslations {
    const { from, to } = this.languages
    if (from === to || !isTranslated(from) || !isTranslated(to)) return NO_TRANSLATIONS
    return this.keys.translations(term, keys, from)
  }
}

/** By key, one more than the place of a term among the distinct ones of a comparison; 0 between comparisons. */
let places = new Int32Array(0)

/** The distinct terms of some texts, in the order in which they come, and in how many texts each is. */
class DistinctTerms {
  readonly counts: number[] = []
  private readonly terms: number[] = []

  /** @param size Keys are below this. */
  constructor(size: number) {
    if (places.length < size) places = new Int32Array(2 * size)
  }

  count(term: number): void {
    if (places[term] === 0) {
      places[term] = this.terms.push(term)
      this.counts.push(0)
    }
    this.counts[places[term]! - 1]!++
  }

  placeOf(term: number): number {
    return places[term]! - 1
  }

  forget(): void {
    for (const term of this.terms) places[term] = 0
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
