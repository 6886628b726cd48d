import type { Language } from '../../language/language.js'
import type { PhrasePlanNode, PrefixPlanNode, SequenceWord } from '../../search/plan.js'
import { concatenate, type Scores } from './accumulator.js'
import { inverseDocumentFrequency, saturate, saturation } from './bm25.js'
import { type Clause, ListClause } from './clause.js'
import type { LanguageIndex } from './language-index.js'
import type { OccurrenceList } from './lists/occurrence-list.js'
import type { EngineParts } from './parts.js'
import { countAdjacent } from './positions.js'

/** Passages, each once, with how often something occurs in them. */
interface Frequencies {
  ids: Uint32Array
  counts: ArrayLike<number>
}

const NOWHERE: Frequencies = { ids: new Uint32Array(0), counts: [] }

/** Steps to look up the list of a form, and to count a passage in it, which gets a score then. */
const LOOK_UP = 400
const COUNT = 12

/** `prefix*` as a clause: the passages with a form that begins so. */
export function prefixClause(node: PrefixPlanNode, parts: EngineParts): Clause {
  const counted = node.prefixes.map(({ language, prefix }) =>
    count(language, parts, (index) =>
      countForms(index, index.textField.forms.byPrefix(prefix), parts),
    ),
  )
  return occurrenceClause(`${node.word}*`, counted, parts)
}

/** A phrase as a clause: the passages with its words next to each other. */
export function phraseClause(node: PhrasePlanNode, parts: EngineParts): Clause {
  const counted = node.sequences.map(({ language, words }) =>
    count(language, parts, (index) => countSequences(index, words, parts)),
  )
  return occurrenceClause(nameOf(node), counted, parts, node.weight)
}

function nameOf({ word, origin }: PhrasePlanNode): string {
  return origin === 'asked' ? `"${word}"` : `“${word}”, a ${origin}`
}

/** What was counted in the passages of one language. */
interface Counted {
  frequencies: Frequencies
  averageLength: number
}

function count(
  language: Language,
  { indexes }: EngineParts,
  countIn: (index: LanguageIndex) => Frequencies,
): Counted {
  const index = indexes.find((candidate) => candidate.language === language)
  if (!index) return { frequencies: NOWHERE, averageLength: 0 }
  return { frequencies: countIn(index), averageLength: index.statistics.averageLength }
}

/** BM25 over what was counted, as if it were one word. */
function occurrenceClause(
  name: string,
  counted: readonly Counted[],
  parts: EngineParts,
  weight = 1,
): Clause {
  const df = counted.reduce((sum, { frequencies }) => sum + frequencies.ids.length, 0)
  const idf = weight * inverseDocumentFrequency(df, parts.store.size)
  const scores = concatenate(counted.map((each) => scoreOccurrences(each, idf, parts)))
  return new ListClause({
    ...scores,
    bound: scores.scores.reduce((highest, score) => Math.max(highest, score), 0),
    explain(id) {
      const i = scores.ids.indexOf(id)
      return i < 0 ? undefined : { description: name, value: scores.scores[i]!, parts: [] }
    },
  })
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
function countForms(
  index: LanguageIndex,
  forms: readonly number[],
  parts: EngineParts,
): Frequencies {
  const { sums } = parts
  for (const { ids, counts } of affordable(index, forms, parts))
    sums.addScores({ ids, scores: counts })
  const { ids, scores } = sums.drain()
  return { ids, counts: scores }
}

/** In which passages some forms are, and how often, form by form; of as many of them as the budget allows. */
export function* affordable(
  { textField }: LanguageIndex,
  forms: readonly number[],
  { budget }: EngineParts,
): Generator<ReturnType<OccurrenceList['frequencies']>> {
  for (const form of forms) {
    if (budget && !budget.allows(LOOK_UP + COUNT * textField.forms.frequency(form))) return
    yield textField.occurrences(form).frequencies()
  }
}

/** How often words stand next to each other in this order. */
function countSequences(
  index: LanguageIndex,
  words: readonly SequenceWord[],
  parts: EngineParts,
): Frequencies {
  const forms = words.map((word) => formsOf(word, index))
  if (forms.some((candidates) => candidates.length === 0)) return NOWHERE
  if (forms.length === 1) return countForms(index, forms[0]!, parts)
  return countAdjacent(
    forms.map((own) => own.map((form) => index.textField.occurrences(form))),
    parts.budget,
  )
}

function formsOf(word: SequenceWord, { textField }: LanguageIndex): number[] {
  return 'fold' in word ? textField.forms.byFold(word.fold) : textField.formsOf(word.term)
}
