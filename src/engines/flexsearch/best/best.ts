import type { Budget } from '../../../search/budget.js'
import type { Tallied } from '../tally.js'
import { matchAll } from './all-words.js'
import { collectBest, Goal } from './any-word.js'
import type { AskedWord } from './asked-word.js'
import { concatenated } from './candidates.js'
import { Scored } from './scored.js'

/** A query whose best hits can be found without all others. */
export interface BestQuestion {
  /** By language: the words that can be found in it. */
  languages: readonly (readonly AskedWord[])[]
  /** Number of counted words; some may be nowhere in a language. */
  counted: number
  /** Number of words that every hit has in its text; if none, any finding word is enough. */
  required: number
  /** What else a hit must be; null for nothing. */
  passes: ((id: number) => boolean) | null
  /** What puts passages that match all counted words before those that do not. */
  bonus: number
  /** No passage has more, but for the bonus. */
  most: number
  /** True if all passages that match all counted words are wanted, or all that have the required ones. */
  keepsAll: boolean
  /** Number of best hits that are needed. */
  needed: number
  /** How many times as much a passage may be worth where a counterpart lifts it; 1 where there are none. */
  lift: number
  /** What passages may have besides, where words are near each other. */
  nearness: number
  budget?: Budget | undefined
}

/** Hits of which the best are the best of all. */
export interface Best extends Tallied {
  /** All hits, where words are required; else those that were looked at. */
  all: Uint32Array
  /** True if `all` are all. */
  exhaustive: boolean
  /** Passages that were left out are worth less than this. */
  floor: number
}

/** Some hits in one language. */
interface Piece {
  language: number
  hits: Scored
  /** But for what the very forms of the words add. */
  scores: Float64Array
}

/**
 * First those that match all counted words, which go before all others; where these are too few, those that may be the best of the rest.
 */
export function findBest(question: BestQuestion): Best {
  const { languages, required, bonus, keepsAll } = question
  const goal = new Goal(question.needed, question.lift)
  const first =
    required > 0 || bonus > 0
      ? languages.map((words, language) =>
          scored(withAllWords(words, question), language, question),
        )
      : []
  for (const { scores } of first) goal.offer(scores)
  const hits = first.map((piece) => (keepsAll ? piece.hits : promising(piece, question, goal)))
  if (required > 0) {
    const all = concatenated(first.map((piece) => piece.hits.ids))
    return { ...tallied(hits, question), all, exhaustive: true, floor: goal.floor }
  }
  if (goal.least < question.most + question.nearness) hits.push(...withSomeWords(question, goal))
  const found = tallied(hits, question)
  return { ...found, all: found.ids, exhaustive: false, floor: goal.floor }
}

/**
 * Scores passages that were found in another way, where no words are required.
 *
 * @param ids By language, ascending.
 */
export function scoreThese(ids: readonly Uint32Array[], question: BestQuestion): Tallied {
  const hits = question.languages.map((words, language) =>
    hitsAmong(ids[language]!, words, question),
  )
  return tallied(hits, question)
}

/** The passages of one language that match all counted words, or those that are required. */
function withAllWords(words: readonly AskedWord[], question: BestQuestion): Scored {
  const { required, counted } = question
  const demanded = words.filter(({ role }) => (required > 0 ? role.required : role.counted))
  if (demanded.length < (required || counted)) return new Scored(new Uint32Array())
  const { ids, odds } = matchAll(demanded, question.budget)
  return hitsAmong(ids, words, question, odds)
}

/** Passages that may be among the best without matching all counted words. */
function withSomeWords(question: BestQuestion, goal: Goal): Scored[] {
  const { languages, bonus, counted } = question
  const score = (ids: Uint32Array, language: number) => {
    const hits = hitsAmong(ids, languages[language]!, question)
    hits.addForms()
    return hits.scores(0, 0)
  }
  const pieces = collectBest({ ...question, goal, score }).map((ids, language): Piece => {
    const hits = hitsAmong(ids, languages[language]!, question)
    return scored(bonus === 0 ? hits : lacking(hits, counted), language, question)
  })
  return pieces.map((piece) => promising(piece, question, goal))
}

/** Those that do not match all counted words. */
function lacking(all: Scored, counted: number): Scored {
  const matches = all.matches((role) => role.counted)
  return all.kept((place) => matches[place]! < counted)
}

/** Those of some passages that are hits. */
function hitsAmong(
  ids: Uint32Array,
  words: readonly AskedWord[],
  { passes }: BestQuestion,
  known: ReadonlyMap<AskedWord, Float64Array> = new Map(),
): Scored {
  const all = new Scored(ids)
  for (const word of words) all.addWord(word, known.get(word))
  const found = all.found()
  return all.kept((place) => found[place] === 1 && (!passes || passes(ids[place]!)))
}

function scored(hits: Scored, language: number, { bonus, counted }: BestQuestion): Piece {
  return { language, hits, scores: hits.scores(bonus, counted) }
}

/** Those that can be among the best, if the very forms of all words are there. */
function promising(
  { language, hits, scores }: Piece,
  { languages, nearness }: BestQuestion,
  goal: Goal,
): Scored {
  const more = languages[language]!.reduce((sum, word) => sum + word.bonus, nearness)
  return hits.kept((place) => scores[place]! + more >= goal.least)
}

function tallied(pieces: readonly Scored[], { bonus, counted }: BestQuestion): Tallied {
  for (const piece of pieces) piece.addForms()
  const ids = concatenated(pieces.map((piece) => piece.ids))
  const all = { ids, scores: new Float64Array(ids.length), several: new Uint8Array(ids.length) }
  let next = 0
  for (const piece of pieces) {
    all.scores.set(piece.scores(bonus, counted), next)
    const matches = piece.matches(() => true)
    for (let place = 0; place < matches.length; place++)
      all.several[next++] = Number(matches[place]! > 1)
  }
  return all
}
