import type { Language } from '../../language/language.js'
import type { PhrasePlanNode, PrefixPlanNode, SequenceWord } from '../../search/plan.js'
import { concatenate, type Scores } from './accumulator.js'
import { inverseDocumentFrequency, saturate, saturation } from './bm25.js'
import { type Clause, ListClause } from './clause.js'
import type { Field } from './field.js'
import type { InPieces } from './in-pieces.js'
import type { LanguageIndex } from './language-index.js'
import type { OccurrenceList } from './lists/occurrence-list.js'
import type { EngineParts } from './parts.js'
import type { PassageSet } from './passage-set.js'
import { countAdjacent } from './positions.js'

/** Passages, each once, with how often something occurs in them. */
interface Frequencies {
  ids: Uint32Array
  counts: ArrayLike<number>
}

const NOWHERE: Frequencies = { ids: new Uint32Array(0), counts: [] }

/** Steps to look up the list of a form, and to count a passage in it, which gets a score then; or only to add it to a set. */
const LOOK_UP = 400
const COUNT = 12
const ADD = 1

/** `prefix*` as a clause: the passages with a form that begins so. */
export function* prefixClause(node: PrefixPlanNode, parts: EngineParts): InPieces<Clause> {
  const counted: Counted[] = []
  for (const { language, prefix } of node.prefixes)
    for (const index of indexesIn(language, parts))
      counted.push(
        inLanguage(index, yield* countForms(index, index.textField.forms.byPrefix(prefix), parts)),
      )
  return yield* occurrenceClause(`${node.word}*`, counted, parts)
}

/** A phrase as a clause: the passages with its words next to each other. */
export function* phraseClause(node: PhrasePlanNode, parts: EngineParts): InPieces<Clause> {
  const counted: Counted[] = []
  for (const { language, words } of node.sequences)
    for (const index of indexesIn(language, parts))
      counted.push(inLanguage(index, yield* countSequences(index, words, parts)))
  return yield* occurrenceClause(nameOf(node), counted, parts, node.weight)
}

/** None where no passage is in a language. */
function indexesIn(language: Language, { indexes }: EngineParts): LanguageIndex[] {
  return indexes.filter((index) => index.language === language)
}

function nameOf({ word, origin }: PhrasePlanNode): string {
  return origin === 'asked' ? `"${word}"` : `“${word}”, a ${origin}`
}

/** What was counted in the passages of one language. */
interface Counted {
  frequencies: Frequencies
  averageLength: number
}

function inLanguage({ statistics }: LanguageIndex, frequencies: Frequencies): Counted {
  return { frequencies, averageLength: statistics.averageLength }
}

/** BM25 over what was counted, as if it were one word. */
function* occurrenceClause(
  name: string,
  counted: readonly Counted[],
  parts: EngineParts,
  weight = 1,
): InPieces<Clause> {
  const df = counted.reduce((sum, { frequencies }) => sum + frequencies.ids.length, 0)
  const idf = weight * inverseDocumentFrequency(df, parts.store.size)
  const pieces: Scores[] = []
  for (const each of counted) {
    yield
    pieces.push(scoreOccurrences(each, idf, parts))
  }
  const scores = concatenate(pieces)
  return new ListClause({
    ...scores,
    bound: highest(scores.scores),
    explain(id) {
      const i = scores.ids.indexOf(id)
      return i < 0 ? undefined : { description: name, value: scores.scores[i]!, parts: [] }
    },
  })
}

function highest(scores: Float64Array): number {
  let most = 0
  for (let i = 0; i < scores.length; i++) most = Math.max(most, scores[i]!)
  return most
}

function scoreOccurrences(
  { frequencies, averageLength }: Counted,
  idf: number,
  { store, bm25 }: EngineParts,
): Scores {
  const { ids, counts } = frequencies
  const scores = new Float64Array(ids.length)
  for (let i = 0; i < ids.length; i++) {
    const k = saturation(store.length[ids[i]!]!, averageLength, bm25)
    scores[i] = saturate(idf, counts[i]! / k)
  }
  return { ids, scores }
}

/** How often any of some forms occurs; of as many of them as the budget allows. */
function* countForms(
  index: LanguageIndex,
  forms: readonly number[],
  parts: EngineParts,
): InPieces<Frequencies> {
  const sums = parts.ownSums ?? parts.sums
  for (const list of affordable(index.textField, forms, parts)) {
    const { ids, counts } = list.frequencies()
    sums.addScores({ ids, scores: counts })
    yield
  }
  const { ids, scores } = sums.drain()
  return { ids, counts: scores }
}

/**
 * Where some forms occur, form by form; of as many of them as the budget allows.
 *
 * @param each Steps that a passage takes.
 */
export function* affordable(
  field: Field,
  forms: readonly number[],
  { budget }: EngineParts,
  each = COUNT,
): Generator<OccurrenceList> {
  for (const form of forms) {
    if (budget && !budget.allows(LOOK_UP + each * field.forms.frequency(form))) return
    yield field.occurrences(form)
  }
}

/** How often words stand next to each other in this order. */
function* countSequences(
  index: LanguageIndex,
  words: readonly SequenceWord[],
  parts: EngineParts,
): InPieces<Frequencies> {
  const forms = words.map((word) => formsOf(word, index))
  if (forms.some((candidates) => candidates.length === 0)) return NOWHERE
  if (forms.length === 1) return yield* countForms(index, forms[0]!, parts)
  return yield* countAdjacent(
    forms.map((own) => own.map((form) => index.textField.occurrences(form))),
    parts.budget,
  )
}

/** Adds the passages with a form that begins so to a set, form by form; of as many as the budget allows. */
export function* addPrefix(
  { prefixes }: PrefixPlanNode,
  parts: EngineParts,
  passages: PassageSet,
): InPieces<void> {
  for (const { language, prefix } of prefixes)
    for (const { textField } of indexesIn(language, parts))
      yield* addForms(textField, textField.forms.byPrefix(prefix), parts, passages)
}

/** Adds the passages with its words next to each other to a set. */
export function* addPhrase(
  { sequences }: PhrasePlanNode,
  parts: EngineParts,
  passages: PassageSet,
): InPieces<void> {
  for (const { language, words } of sequences)
    for (const index of indexesIn(language, parts)) {
      if (words.length === 1)
        yield* addForms(index.textField, formsOf(words[0]!, index), parts, passages)
      else passages.add((yield* countSequences(index, words, parts)).ids)
    }
}

function* addForms(
  field: Field,
  forms: readonly number[],
  parts: EngineParts,
  passages: PassageSet,
): InPieces<void> {
  for (const { list } of affordable(field, forms, parts, ADD)) {
    passages.addList(list)
    yield
  }
}

function formsOf(word: SequenceWord, { textField }: LanguageIndex): number[] {
  return 'fold' in word ? textField.forms.byFold(word.fold) : textField.formsOf(word.term)
}
