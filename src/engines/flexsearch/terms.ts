import { LANGUAGES } from '../../language/language.js'
import type { Explanation } from '../../search/engine.js'
import type { Origin, TermAlternative, TermsNode } from '../../search/plan.js'
import type { PassageStore } from '../../store/passage-store.js'
import { type Accumulator, concatenate, type Scores } from './accumulator.js'
import { inverseDocumentFrequency, SLOT_ODDS, saturate } from './bm25.js'
import { type Clause, explainSum } from './clause.js'
import { CONTEXT_FIELDS, type ContextField, ContextOdds } from './context.js'
import type { FieldIndex } from './field-index.js'
import type { LanguageIndex } from './language-index.js'
import type { SlotMap } from './native.js'
import type { EngineParts } from './parts.js'

/** What the very form that was asked for adds, as a share of the word's weight. */
const EXACT_FORM = 0.1
/** The same where another word folds alike (schon and schön, Masse and Maße): enough to lead. */
const EXACT_SPELLING = 0.5

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

type Slots = NonNullable<ReturnType<SlotMap['get']>>

interface Match extends Pick<TermAlternative, 'term' | 'weight' | 'origin'> {
  slots: Slots
}

/** Passages that have the word as it was typed, ascending, and what that adds. */
interface ExactForm {
  form: string
  ids: Uint32Array
  bonus: number
}

/**
 * A word in the passages of one language, by any of the terms that stand for it. Evidence from several
 * terms, from text and from headings, adds up as odds and then saturates once (see bm25.ts).
 */
export class WordInLanguage {
  private readonly matches: Match[]
  /** Found instead of the word, which may be mistyped. */
  private readonly corrections: Match[]
  private readonly context: ContextOdds
  private readonly exact: ExactForm | undefined

  constructor(
    private readonly node: TermsNode,
    private readonly index: LanguageIndex,
    store: PassageStore,
    private readonly idf: number,
  ) {
    const usable = node.alternatives.filter(({ language }) => language === index.language)
    const matches = lookUp(index.text.map, usable)
    this.matches = matches.filter(({ origin }) => origin !== 'correction')
    this.corrections = matches.filter(({ origin }) => origin === 'correction')
    const beside = lookUp(index.context.map, usable).map(({ slots, weight, origin }) => ({
      slots,
      weight: weight * (origin === 'correction' ? CORRECTED : 1),
    }))
    this.context = new ContextOdds(beside, store)
    this.exact = exactForm(usable, index, idf)
  }

  /** No passage scores more. */
  get bound(): number {
    const inText = this.matches.length + this.corrections.length
    return inText === 0 && this.context.isEmpty ? 0 : this.idf * (1 + EXACT_SPELLING + CORRECTED)
  }

  get hasContext(): boolean {
    return !this.context.isEmpty
  }

  /** The passages whose text has the word, or else what may be meant by it. */
  scores(sums: Accumulator): Scores {
    const own = this.scoresOf(this.matches, 1, sums)
    if (!this.exact && this.corrections.length === 0) return own
    const corrected = this.scoresOf(this.corrections, CORRECTED, sums)
    sums.addScores(own)
    if (this.certainty > 0) sums.addAll(own.ids, this.certainty)
    if (this.exact) sums.addAll(this.exact.ids, this.exact.bonus)
    for (let i = 0; i < corrected.ids.length; i++)
      if (!sums.has(corrected.ids[i]!)) sums.add(corrected.ids[i]!, corrected.scores[i]!)
    return sums.drain()
  }

  contextScore(id: number): number {
    return saturate(this.idf, this.context.of(id))
  }

  /** Why the passage has its score; undefined where its text does not have the word. */
  explain(id: number): Explanation | undefined {
    const own = this.matches.filter(({ slots }) => slotOf(slots, id) >= 0)
    if (own.length > 0) return this.explainMatches(id, own, 1)
    const corrected = this.corrections.filter(({ slots }) => slotOf(slots, id) >= 0)
    return corrected.length > 0 ? this.explainMatches(id, corrected, CORRECTED) : undefined
  }

  explainContext(id: number): Explanation {
    const fields = this.explainFields(id, 0, 1)
    return explainSum(`${this.name}, not in the text`, fields)
  }

  private scoresOf(matches: readonly Match[], share: number, sums: Accumulator): Scores {
    for (const { slots, weight } of matches)
      for (let slot = 0; slot < slots.length; slot++)
        if (slots[slot]) sums.addAll(slots[slot]!, weight * SLOT_ODDS[slot]!)
    return sums.drain((id, odds) => share * saturate(this.idf, odds + this.context.of(id)))
  }

  private explainMatches(id: number, matches: readonly Match[], share: number): Explanation {
    const odds = matches.reduce(
      (sum, match) => sum + match.weight * SLOT_ODDS[slotOf(match.slots, id)]!,
      0,
    )
    const fromText = share * saturate(this.idf, odds)
    const terms = matches.map(({ term, origin }) => `“${term}”${ORIGINS[origin]}`).join(' and ')
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
  private get certainty(): number {
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
    return this.exact?.ids.includes(id) ? this.exact.bonus : 0
  }
}

/** A word as a clause: its passages in every language. A passage is in one language's index only. */
export function wordClause(node: TermsNode, parts: EngineParts): Clause {
  const idf = idfOf(node, parts)
  const words = new Map(
    parts.indexes.map((index) => [
      index.language,
      new WordInLanguage(node, index, parts.store, idf),
    ]),
  )
  const all = [...words.values()]
  const wordOf = (id: number) => words.get(parts.store.languageOf(id))
  const clause: Clause = {
    ...concatenate(all.map((word) => word.scores(parts.sums))),
    bound: Math.max(0, ...all.map((word) => word.bound)),
    explain: (id) => wordOf(id)?.explain(id),
  }
  if (!all.some((word) => word.hasContext)) return clause
  return {
    ...clause,
    context: {
      score: (id) => wordOf(id)?.contextScore(id) ?? 0,
      explain: (id) => wordOf(id)!.explainContext(id),
    },
  }
}

/** The weight of a word: its inverse document frequency. */
export function idfOf(node: TermsNode, parts: EngineParts): number {
  return inverseDocumentFrequency(documentFrequency(node, parts), parts.store.passageCount)
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

function frequencyOf(alternatives: readonly TermAlternative[], { indexes }: EngineParts): number {
  const sum = (pick: (index: LanguageIndex) => FieldIndex) =>
    different(alternatives).reduce((total, { language, term, weight }) => {
      const index = indexes.find((candidate) => candidate.language === language)
      return total + (index ? weight * pick(index).frequency(term) : 0)
    }, 0)
  // A word that no text has is as rare as the sections that have it.
  return sum(({ textField }) => textField) || sum(({ contextField }) => contextField)
}

function lookUp(map: SlotMap, alternatives: readonly TermAlternative[]): Match[] {
  return heaviest(alternatives).flatMap(({ term, weight, origin }) => {
    const slots = map.get(term)
    return slots ? [{ term, weight, origin, slots }] : []
  })
}

/** The alternatives without those that another one makes superfluous. */
function different(alternatives: readonly TermAlternative[]): TermAlternative[] {
  return LANGUAGES.flatMap((language) =>
    heaviest(alternatives.filter((alternative) => alternative.language === language)),
  )
}

/** Each term once, for the reason that counts most. */
function heaviest(alternatives: readonly TermAlternative[]): TermAlternative[] {
  const byTerm = new Map<string, TermAlternative>()
  for (const alternative of alternatives) {
    const known = byTerm.get(alternative.term)
    if (!known || alternative.weight > known.weight) byTerm.set(alternative.term, alternative)
  }
  return [...byTerm.values()]
}

/** The passages that have the form as it was typed. */
function exactForm(
  alternatives: readonly TermAlternative[],
  { textField }: LanguageIndex,
  idf: number,
): ExactForm | undefined {
  for (const { term, form } of alternatives) {
    const own = textField.formsOf(term).find((number) => textField.forms.at(number) === form)
    if (form === null || own === undefined) continue
    const respelled = alternatives.some(({ origin }) => origin === 'respelled')
    const share = respelled || textField.forms.hasHomograph(own) ? EXACT_SPELLING : EXACT_FORM
    return { form, ids: textField.occurrences(own).ids, bonus: idf * share }
  }
  return undefined
}

function slotOf(slots: Slots, id: number): number {
  for (let slot = 0; slot < slots.length; slot++)
    if (slots[slot] && Array.prototype.includes.call(slots[slot], id)) return slot
  return -1
}

function line(description: string, value: number): Explanation {
  return { description, value, parts: [] }
}
