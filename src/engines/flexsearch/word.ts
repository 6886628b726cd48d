import type { Explanation } from '../../search/engine.js'
import type { Origin, TermAlternative, TermsNode } from '../../search/plan.js'
import type { PassageStore } from '../../store/passage-store.js'
import type { Accumulator } from './accumulator.js'
import { addOdds, addWhere } from './best/look-up.js'
import { SLOT_ODDS, saturate, weightedOdds } from './bm25.js'
import { explainSum } from './clause.js'
import {
  CONTEXT_FIELDS,
  type ContextField,
  type ContextOdds,
  fewest,
  type WeightedUnits,
} from './context.js'
import { EXACT_SPELLING, type ExactForm, exactForm } from './exact-form.js'
import type { LanguageIndex } from './language-index.js'
import type { BlockList } from './lists/block-list.js'
import type { ScoredList } from './scored-list.js'
import type { Tally } from './tally.js'

/** What a word like the one asked for counts, as a share of it: less than the word itself in any passage. */
const CORRECTED = 0.3

/** How an explanation says where a term comes from. */
const ORIGINS: Record<Origin, string> = {
  asked: '',
  respelled: ' (spelled otherwise)',
  relative: ' (of the same family)',
  compound: ' (a compound that begins with it)',
  synonym: ' (synonym)',
  completion: ' (begins so)',
  correction: ' (for what may be a mistake)',
  translation: ' (translation)',
}

const FIELD_NAMES: Record<ContextField, string> = {
  title: 'in the title',
  heading: 'in a heading',
  speaker: 'in the name of the speaker',
}

/** A term that stands for a word, with the passages that have it. */
export interface Match extends Pick<TermAlternative, 'term' | 'weight' | 'origin'> {
  provenance: TermAlternative['provenance'] | undefined
  postings: BlockList
}

/**
 * A word in the passages of one language, by any of the terms that stand for it. Evidence from several
 * terms, from text and from headings, adds up as odds and then saturates once (see bm25.ts).
 */
export class WordInLanguage {
  readonly matches: readonly Match[]
  /** Found instead of the word, which may be mistyped. */
  readonly corrections: readonly Match[]
  readonly context: ContextOdds
  readonly exact: ExactForm | undefined

  constructor(
    private readonly node: TermsNode,
    private readonly index: LanguageIndex,
    store: PassageStore,
    readonly idf: number,
  ) {
    const usable = node.alternatives.filter(({ language }) => language === index.language)
    const matches: Match[] = []
    const corrections: Match[] = []
    const beside: WeightedUnits[] = []
    for (const { term, weight, origin, provenance } of heaviest(usable)) {
      const isCorrection = origin === 'correction'
      const postings = index.textField.postings(term)
      if (postings)
        (isCorrection ? corrections : matches).push({ term, weight, origin, provenance, postings })
      const units = index.contextField.postings(term)
      if (units) beside.push({ term, units, weight: weight * (isCorrection ? CORRECTED : 1) })
    }
    this.matches = matches
    this.corrections = corrections
    this.context = index.contexts.of(beside, store)
    this.exact = exactForm(usable, index, idf)
  }

  /** The weight of words that are found instead. */
  get correctedIdf(): number {
    return CORRECTED * this.idf
  }

  /** No passage scores more. */
  get bound(): number {
    const inText = this.matches.length + this.corrections.length
    return inText === 0 && this.context.isEmpty ? 0 : this.idf * (1 + EXACT_SPELLING + CORRECTED)
  }

  /** Entries of lists that are read to score all its passages. */
  get work(): number {
    return this.textLists.reduce((sum, { length }) => sum + length, 0)
  }

  /** The lists in which all passages are whose text has it, or what may be meant by it. */
  get textLists(): BlockList[] {
    const lists = [...this.matches, ...this.corrections].map(({ postings }) => postings)
    if (this.exact) lists.push(this.exact.list)
    return lists
  }

  get hasContext(): boolean {
    return !this.context.isEmpty
  }

  /** Leaves in `sums` the passages whose text has the word, or else what may be meant by it, with their scores. */
  score(sums: Accumulator): void {
    this.addEvidence(this.matches, 1, sums)
    if (this.exact) sums.addList(this.exact.list, this.exact.bonus)
    if (this.corrections.length === 0) return
    const own = sums.drain()
    this.addEvidence(this.corrections, CORRECTED, sums)
    const corrected = sums.drain()
    sums.addScores(own)
    sums.addAll(own.ids, this.certainty)
    for (let i = 0; i < corrected.ids.length; i++)
      if (!sums.has(corrected.ids[i]!)) sums.add(corrected.ids[i]!, corrected.scores[i]!)
  }

  /**
   * The same for some passages: sets the scores, by place, of those whose text has the word, or else what may be meant by it.
   *
   * @param ids Ascending.
   */
  scoreAmong(ids: Uint32Array, scores: Float64Array): void {
    const odds = this.oddsAmong(this.matches, ids)
    const exact = new Float64Array(ids.length)
    if (this.exact) addWhere(this.exact.list, this.exact.bonus, ids, exact)
    const corrected = this.oddsAmong(this.corrections, ids)
    for (let place = 0; place < ids.length; place++) {
      const id = ids[place]!
      if (odds[place]! > 0 || exact[place]! > 0) {
        const x = odds[place]! + this.context.of(id)
        scores[place] = saturate(this.idf, x) + exact[place]! + this.certainty
      } else if (corrected[place]! > 0) {
        const x = corrected[place]! + this.context.of(id)
        scores[place] = saturate(this.correctedIdf, x)
      }
    }
  }

  private oddsAmong(matches: readonly Match[], ids: Uint32Array): Float64Array {
    const odds = new Float64Array(ids.length)
    for (const { postings, weight } of matches)
      addOdds({ list: postings, odds: weightedOdds(weight) }, ids, odds)
    return odds
  }

  /** Adds to a tally the passages whose text has the word, or else what may be meant by it. */
  addTo(tally: Tally, sums: Accumulator): void {
    if (this.matches.length === 1 && this.corrections.length === 0)
      tally.addPostings(this.scoredList(this.matches[0]!))
    else {
      this.score(sums)
      tally.take(sums)
    }
  }

  private scoredList({ postings, weight }: Match): ScoredList {
    const { idf, exact } = this
    const odds = weightedOdds(weight)
    return {
      list: postings,
      odds,
      scores: odds.map((x) => (idf * x) / (1 + x)),
      idf,
      context: this.context.isEmpty ? null : this.context,
      form: exact ? exact.list.readAll().passages : null,
      bonus: exact?.bonus ?? 0,
    }
  }

  /** The passages that the word stands beside, in lists; one may be in several. */
  get contextPassages(): Uint32Array[] {
    return this.context.passages
  }

  contextScore(id: number): number {
    return saturate(this.idf, this.context.of(id))
  }

  /** Why the passage has its score; undefined where its text does not have the word. */
  explain(id: number): Explanation | undefined {
    const own = this.matches.filter(({ postings }) => oddsIn(postings, id) > 0)
    if (own.length > 0) return this.explainMatches(id, own, 1)
    const corrected = this.corrections.filter(({ postings }) => oddsIn(postings, id) > 0)
    return corrected.length > 0 ? this.explainMatches(id, corrected, CORRECTED) : undefined
  }

  explainContext(id: number): Explanation {
    const fields = this.explainFields(id, 0, 1)
    return explainSum(`${this.name}, not in the text`, fields)
  }

  /** Sums up the odds of all matches, then turns each sum into a score. */
  private addEvidence(matches: readonly Match[], share: number, sums: Accumulator): void {
    for (const { postings, weight } of matches) sums.addPostings(postings, weight)
    saturateAll(sums, share * this.idf, this.context)
  }

  private explainMatches(id: number, matches: readonly Match[], share: number): Explanation {
    const odds = matches.reduce(
      (sum, { weight, postings }) => sum + weight * oddsIn(postings, id),
      0,
    )
    const fromText = share * saturate(this.idf, odds)
    const terms = matches.map((match) => `“${match.term}”${originOf(match)}`).join(' and ')
    const parts = [
      line(`${terms} in the text (idf ${this.idf.toFixed(3)})`, fromText),
      ...this.explainFields(id, odds, share),
      line(`written “${this.exact?.form}” as asked`, this.bonus(id)),
      line('the word itself, not a correction', share === CORRECTED ? 0 : this.certainty),
    ]
    return explainSum(
      this.name,
      parts.filter(({ value }) => value !== 0),
    )
  }

  /** Where there are corrections too, what lifts the word itself above all of them. */
  get certainty(): number {
    return this.corrections.length > 0 ? CORRECTED * this.idf : 0
  }

  private get name(): string {
    const { word, partOf } = this.node
    return `${word}${partOf === null ? '' : `, part of ${partOf}`} [${this.index.language}]`
  }

  /** What each field adds to the odds so far. */
  private explainFields(id: number, odds: number, share: number): Explanation[] {
    let before = odds
    return CONTEXT_FIELDS.map((field) => {
      const after = before + this.context.in(field, id)
      const value = share * (saturate(this.idf, after) - saturate(this.idf, before))
      before = after
      return line(FIELD_NAMES[field], value)
    }).filter(({ value }) => value !== 0)
  }

  private bonus(id: number): number {
    return this.exact && this.exact.list.payloadOf(id) >= 0 ? this.exact.bonus : 0
  }
}

/** Adds what stands beside passages that are there, each once, then turns all odds into scores. */
function saturateAll(sums: Accumulator, idf: number, context: ContextOdds): void {
  const { sums: values } = sums
  const touched = sums.ids()
  const added: number[] = []
  for (const passages of fewest(touched, context.passages))
    for (const id of passages) {
      if (!sums.has(id) || values[id]! < 0) continue
      // Negative for those that are done: a passage may be in several lists.
      values[id] = -(values[id]! + context.of(id))
      added.push(id)
    }
  for (const id of added) values[id] = -values[id]!
  saturateEach(touched, values, idf)
}

// Runs for every posting of a query: a function of its own, for speed.
function saturateEach(ids: Uint32Array, odds: Float64Array, idf: number): void {
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!
    odds[id] = (idf * odds[id]!) / (1 + odds[id]!)
  }
}

/** Each term once, for the reason that counts most. */
export function heaviest(alternatives: readonly TermAlternative[]): readonly TermAlternative[] {
  if (alternatives.length < 2) return alternatives
  const byTerm = new Map<string, TermAlternative>()
  for (const alternative of alternatives) {
    const known = byTerm.get(alternative.term)
    if (!known || alternative.weight > known.weight) byTerm.set(alternative.term, alternative)
  }
  return [...byTerm.values()]
}

/** The odds of a passage; 0 where it does not have the term. */
function oddsIn(postings: BlockList, id: number): number {
  const slot = postings.payloadOf(id)
  return slot < 0 ? 0 : SLOT_ODDS[slot]!
}

/** Where a term comes from; of a translation, what it translates, how probably, and who says so. */
function originOf({ origin, provenance }: Match): string {
  if (!provenance) return ORIGINS[origin]
  const { word, probability, source } = provenance
  return ` (translation of “${word}”, ${probability.toFixed(2)}, ${source})`
}

function line(description: string, value: number): Explanation {
  return { description, value, parts: [] }
}
