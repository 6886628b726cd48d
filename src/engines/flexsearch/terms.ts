import type { Explanation } from '../../search/engine.js'
import type { TermAlternative, TermsNode } from '../../search/plan.js'
import { type Accumulator, concatenate, type Scores } from './accumulator.js'
import { inverseDocumentFrequency, SLOT_ODDS, saturate } from './bm25.js'
import { type Clause, explainSum } from './clause.js'
import type { FieldIndex } from './field-index.js'
import type { LanguageIndex } from './language-index.js'
import type { SlotMap } from './native.js'
import type { EngineParts } from './parts.js'

/** What a word in the title or a heading counts, as a share of one in the text. */
const CONTEXT_WEIGHT = 0.3
/** What the very form that was asked for adds, as a share of the word's weight. */
const EXACT_FORM = 0.05
/** The same where another word folds alike (schon and schön, Masse and Maße): enough to lead. */
const EXACT_SPELLING = 0.5

type Slots = NonNullable<ReturnType<SlotMap['get']>>

interface Match {
  term: string
  weight: number
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
  private readonly contextOdds: ReadonlyMap<number, number>
  private readonly exact: ExactForm | undefined

  constructor(
    private readonly node: TermsNode,
    private readonly index: LanguageIndex,
    private readonly sectionOf: Uint32Array,
    private readonly idf: number,
  ) {
    const usable = node.alternatives.filter(({ language }) => language === index.language)
    this.matches = lookUp(index.text.map, usable)
    this.contextOdds = oddsBySection(lookUp(index.context.map, usable))
    this.exact = exactForm(usable, index, idf)
  }

  /** No passage scores more. */
  get bound(): number {
    return this.matches.length + this.contextOdds.size === 0 ? 0 : this.idf * (1 + EXACT_SPELLING)
  }

  get hasContext(): boolean {
    return this.contextOdds.size > 0
  }

  /** The passages whose text has the word. */
  scores(sums: Accumulator): Scores {
    for (const { slots, weight } of this.matches)
      for (let slot = 0; slot < slots.length; slot++)
        if (slots[slot]) sums.addAll(slots[slot]!, weight * SLOT_ODDS[slot]!)
    const { ids, scores } = sums.drain((id, odds) => saturate(this.idf, odds + this.contextOf(id)))
    if (!this.exact) return { ids, scores }
    sums.addScores({ ids, scores })
    sums.addAll(this.exact.ids, this.exact.bonus)
    return sums.drain()
  }

  contextScore(id: number): number {
    return saturate(this.idf, this.contextOf(id))
  }

  /** Why the passage has its score; undefined where its text does not have the word. */
  explain(id: number): Explanation | undefined {
    const own = this.matches.filter(({ slots }) => slotOf(slots, id) >= 0)
    if (own.length === 0) return undefined
    const odds = own.reduce(
      (sum, match) => sum + match.weight * SLOT_ODDS[slotOf(match.slots, id)]!,
      0,
    )
    const fromText = saturate(this.idf, odds)
    const terms = own.map(({ term }) => `“${term}”`).join(' and ')
    const parts = [
      line(`${terms} in the text (idf ${this.idf.toFixed(3)})`, fromText),
      line(
        'again in the title or a heading',
        saturate(this.idf, odds + this.contextOf(id)) - fromText,
      ),
      line(`written “${this.exact?.form}” as asked`, this.bonus(id)),
    ]
    return explainSum(
      this.name,
      parts.filter(({ value }) => value !== 0),
    )
  }

  explainContext(id: number): Explanation {
    return line(`${this.name}, only in the title or a heading`, this.contextScore(id))
  }

  private get name(): string {
    const { word, partOf } = this.node
    return `${word}${partOf === null ? '' : `, part of ${partOf}`} [${this.index.language}]`
  }

  private contextOf(id: number): number {
    return this.contextOdds.get(this.sectionOf[id]!) ?? 0
  }

  private bonus(id: number): number {
    return this.exact?.ids.includes(id) ? this.exact.bonus : 0
  }
}

/** A word as a clause: its passages in every language. A passage is in one language's index only. */
export function wordClause(node: TermsNode, parts: EngineParts): Clause {
  const idf = inverseDocumentFrequency(documentFrequency(node, parts), parts.store.passageCount)
  const words = new Map(
    parts.indexes.map((index) => [
      index.language,
      new WordInLanguage(node, index, parts.store.section, idf),
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

/**
 * In how many passages of all languages a word is, by any of its terms. One number for all languages: a
 * false friend that is rare in the wrong language must not outweigh the word in the right one.
 */
function documentFrequency({ alternatives }: TermsNode, { indexes }: EngineParts): number {
  const sum = (pick: (index: LanguageIndex) => FieldIndex) =>
    alternatives.reduce((total, { language, term, weight }) => {
      const index = indexes.find((candidate) => candidate.language === language)
      return total + (index ? weight * pick(index).frequency(term) : 0)
    }, 0)
  // A word that no text has is as rare as the sections that have it.
  return sum(({ textField }) => textField) || sum(({ contextField }) => contextField)
}

function lookUp(map: SlotMap, alternatives: readonly TermAlternative[]): Match[] {
  const byTerm = new Map<string, number>()
  for (const { term, weight } of alternatives)
    byTerm.set(term, Math.max(weight, byTerm.get(term) ?? 0))
  return [...byTerm].flatMap(([term, weight]) => {
    const slots = map.get(term)
    return slots ? [{ term, weight, slots }] : []
  })
}

function oddsBySection(matches: readonly Match[]): Map<number, number> {
  const odds = new Map<number, number>()
  for (const { slots, weight } of matches)
    for (let slot = 0; slot < slots.length; slot++)
      for (const section of Array.from(slots[slot] ?? []))
        odds.set(section, (odds.get(section) ?? 0) + CONTEXT_WEIGHT * weight * SLOT_ODDS[slot]!)
  return odds
}

/** The passages that have the form as it was typed, where that tells them from others with the term. */
function exactForm(
  alternatives: readonly TermAlternative[],
  { textField }: LanguageIndex,
  idf: number,
): ExactForm | undefined {
  for (const { term, form } of alternatives) {
    const forms = textField.formsOf(term)
    const own = forms.find((number) => textField.forms.at(number) === form)
    const alone = forms.length === 1 && alternatives.length === 1
    if (form === null || own === undefined || alone) continue
    const respelled = alternatives.some(({ nameOnly }) => nameOnly)
    const share = respelled || textField.hasHomograph(own) ? EXACT_SPELLING : EXACT_FORM
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
