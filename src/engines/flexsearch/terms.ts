import { LANGUAGES } from '../../language/language.js'
import type { Budget } from '../../search/budget.js'
import type { Explanation } from '../../search/engine.js'
import type { TermAlternative, TermsNode } from '../../search/plan.js'
import { type Accumulator, concatenate, type Scores } from './accumulator.js'
import { pick, picked } from './best/passage-sets.js'
import { inverseDocumentFrequency } from './bm25.js'
import { Clause, type ContextClause, NO_MATCH } from './clause.js'
import { atOnce, chunksOfScores, type InPieces } from './in-pieces.js'
import type { EngineParts } from './parts.js'
import type { PassageSet } from './passage-set.js'
import { placesOf } from './select.js'
import type { Tally } from './tally.js'
import { heaviest, WordInLanguage } from './word.js'

/** Steps that an entry of a list takes until it is part of a score. */
const STEPS = 4

/** Where so small a share of its passages are hits, these are looked up. */
const FEW = 1 / 16

/** A word as a clause: its passages in every language. A passage is in one language's index only. */
export class WordClause extends Clause {
  readonly bound: number
  readonly context: ContextClause | undefined
  /** By place in {@link LANGUAGES}. */
  readonly words: readonly (WordInLanguage | undefined)[]
  private readonly inLanguages: readonly WordInLanguage[]
  private readonly languageOf: Uint8Array
  private readonly sums: Accumulator
  private readonly budget: Budget | undefined
  private listed: Scores | undefined

  constructor(node: TermsNode, parts: EngineParts) {
    super()
    const { store, indexes, sums } = parts
    this.budget = parts.budget
    const idf = idfOf(node, parts)
    this.words = LANGUAGES.map((language) => {
      const index = indexes.find((candidate) => candidate.language === language)
      return index && new WordInLanguage(node, index, store, idf)
    })
    this.languageOf = store.language
    this.sums = sums
    this.inLanguages = this.words.filter((word) => word !== undefined)
    this.bound = this.inLanguages.reduce((most, { bound }) => Math.max(most, bound), 0)
    this.context = this.inLanguages.some(({ hasContext }) => hasContext)
      ? new WordContext(this.words, store.language)
      : undefined
  }

  get size(): number {
    return this.inLanguages.reduce((sum, { work }) => sum + work, 0)
  }

  get all(): Scores {
    if (!this.listed) {
      const { sums } = this
      const pieces = this.inLanguages.map((word) => {
        if (this.affords(word)) word.score(sums)
        return sums.drain()
      })
      this.listed = concatenate(pieces)
    }
    return this.listed
  }

  /** Adds the passages whose texts match to a set, without scores: a small part of the work of these, which is always done. */
  addPassages(set: PassageSet): void {
    for (const { work, textLists } of this.inLanguages) {
      this.budget?.spend(work)
      for (const list of textLists) set.addList(list)
    }
  }

  explain(id: number): Explanation | undefined {
    return this.words[this.languageOf[id]!]!.explain(id)
  }

  override *among(ids: Uint32Array, sums: Accumulator): InPieces<Float64Array> {
    return this.listed ? yield* super.among(ids, sums) : yield* this.amongTexts(ids)
  }

  private *amongTexts(ids: Uint32Array): InPieces<Float64Array> {
    const scores = new Float64Array(ids.length).fill(NO_MATCH)
    for (const word of this.inLanguages) {
      const steps = STEPS * Math.min(word.work, word.textLists.length * ids.length)
      if (!(this.budget?.allows(steps) ?? true)) continue
      for (const some of chunksOfScores({ ids, scores }))
        yield word.scoreAmong(some.ids, some.scores)
    }
    return scores
  }

  override has(id: number): boolean {
    return this.explain(id) !== undefined
  }

  /** Word by word, without making lists of passages first. */
  override addTo(tally: Tally): void {
    if (this.listed) {
      super.addTo(tally)
      return
    }
    const hits = tally.hitsUpTo(FEW * this.size)
    if (hits) {
      const scores = atOnce(this.amongTexts(hits))
      const places = placesOf(scores, (place) => scores[place] !== NO_MATCH)
      tally.addScores({ ids: picked(hits, places), scores: pick(scores, places) })
      return
    }
    for (const word of this.inLanguages) {
      if (!this.affords(word)) return
      word.addTo(tally, this.sums)
    }
  }

  private affords({ work }: WordInLanguage): boolean {
    return this.budget?.allows(STEPS * work) ?? true
  }
}

/** What stands beside passages of all languages. A class, so that its calls stay fast: there is one per hit. */
class WordContext implements ContextClause {
  /** @param words By place in {@link LANGUAGES}. */
  constructor(
    private readonly words: readonly (WordInLanguage | undefined)[],
    private readonly languageOf: Uint8Array,
  ) {}

  get passages(): Uint32Array[] {
    return this.words.flatMap((word) => word?.contextPassages ?? [])
  }

  score(id: number): number {
    return this.words[this.languageOf[id]!]!.contextScore(id)
  }

  explain(id: number): Explanation {
    return this.words[this.languageOf[id]!]!.explainContext(id)
  }
}

/** The weight of a word: its inverse document frequency. */
export function idfOf(node: TermsNode, parts: EngineParts): number {
  const known = parts.idfs.get(node)
  if (known !== undefined) return known
  const df = documentFrequency(node, parts)
  const idf = inverseDocumentFrequency(df, parts.store.size)
  parts.idfs.set(node, idf)
  return idf
}

/**
 * In how many passages of all languages a word is, by any of its terms. One number for all languages: a
 * false friend that is rare in the wrong language must not outweigh the word in the right one. Corrections
 * count only for a word that is nowhere: they must not make a rare word common.
 */
function documentFrequency(node: TermsNode, parts: EngineParts): number {
  const certain = node.alternatives.filter(({ origin }) => origin !== 'correction')
  return frequencyOf(certain, parts) || frequencyOf(node.alternatives, parts)
}

function frequencyOf(alternatives: readonly TermAlternative[], parts: EngineParts): number {
  // A word that no text has is as rare as the sections that have it.
  return (
    frequencyIn('textField', alternatives, parts) ||
    frequencyIn('contextField', alternatives, parts)
  )
}

function frequencyIn(
  field: 'textField' | 'contextField',
  alternatives: readonly TermAlternative[],
  { indexes }: EngineParts,
): number {
  let sum = 0
  for (const index of indexes) {
    const own = alternatives.filter(({ language }) => language === index.language)
    for (const { term, weight } of heaviest(own)) sum += weight * index[field].frequency(term)
  }
  return sum
}
