import type { Budget } from '../../../search/budget.js'
import type { InPieces } from '../in-pieces.js'
import { placesOf } from '../select.js'
import type { Tallied } from '../tally.js'
import { matchAll } from './all-words.js'
import { collectBest } from './any-word.js'
import type { AskedWord } from './asked-word.js'
import type { CountedPrefix } from './counted-prefix.js'
import { Goal } from './goal.js'
import { concatenated, merge, picked } from './passage-sets.js'
import { Scored } from './scored.js'

/** A query whose best hits can be found without all others. */
export interface BestQuestion {
  /** By language: the words that can be found in it. */
  languages: readonly (readonly AskedWord[])[]
  /** Number of groups of counted words; some may be nowhere in a language. */
  counted: number
  /** Number of groups of words of which every hit has one in its text; if none, any finding word is enough. */
  required: number
  /** What else a hit must be; null for nothing. */
  passes: ((id: number) => boolean) | null
  /** What puts passages that match all counted words before those that do not: more than these can have. */
  bonus: number
  /** By language: the number of its passages. */
  sizes: readonly number[]
  /** No passage has more, but for the bonus. */
  most: number
  /** True if all passages that match all counted words are wanted, or all that have the required ones. */
  keepsAll: boolean
  /** A prefix among the words; null for none. */
  prefix: CountedPrefix | null
  /** Number of best hits that are needed. */
  needed: number
  /** How many times as much a passage may be worth where a counterpart lifts it; 1 where there are none. */
  lift: number
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
  hits: Scored
  /** But for what the very forms of the words add. */
  scores: Float64Array
  /** What these add at most. */
  forms: number
}

/**
 * First those that match all counted words, which go before all others; where these are too few, those that may be the best of the rest. Where
 * they will be too few by all appearances, both in one go.
 */
export function* findBest(question: BestQuestion): InPieces<Best> {
  const { required, bonus, keepsAll } = question
  const goal = new Goal(question.needed, question.lift)
  raiseByPrefix(question, goal)
  const all: Uint32Array[] = []
  const atOnce = question.languages.map((words, language) =>
    haveFewTogether(words, question, language),
  )
  const first = required > 0 || bonus > 0 ? yield* withAllWords(question, atOnce, goal, all) : []
  const hits = first.flat().map((piece) => (keepsAll ? piece.hits : promising(piece, goal)))
  if (required > 0) {
    const found = tallied(hits, question)
    return { ...found, all: concatenated(all), exhaustive: true, floor: goal.floor }
  }
  hits.push(...withSomeWords(question, first, atOnce, goal))
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

/**
 * By language, the passages that match all counted words, or those that are required, as far as they can be among the best.
 *
 * @param all Gets all passages that match those that are required, if there are any.
 */
function* withAllWords(
  question: BestQuestion,
  atOnce: readonly boolean[],
  goal: Goal,
  all: Uint32Array[],
): InPieces<Piece[][]> {
  const found: Piece[][] = []
  for (const language of question.languages.keys())
    found.push(atOnce[language] ? [] : yield* withAllWordsIn(language, question, goal, all))
  return found
}

/** True where fewer passages than are needed will match all counted words of a language, if these do not care about each other; which words of a query do. */
function haveFewTogether(
  words: readonly AskedWord[],
  { required, bonus, counted, prefix, sizes, needed }: BestQuestion,
  language: number,
): boolean {
  if (required > 0 || bonus === 0 || prefix) return false
  const own = words.filter(({ role }) => role.counted)
  const isSimple =
    own.length === counted &&
    grouped(own).length === counted &&
    own.some(({ mayFind }) => mayFind) &&
    !own.some(({ isNowhere }) => isNowhere)
  if (!isSimple) return false
  const all = sizes[language]!
  return own.reduce((count, { size }) => (count * size) / all, all) < needed
}

function* withAllWordsIn(
  language: number,
  question: BestQuestion,
  goal: Goal,
  all: Uint32Array[],
): InPieces<Piece[]> {
  const { languages, required, counted, bonus, keepsAll, passes, prefix } = question
  const words = languages[language]!
  const demanded = words.filter(({ role }) => (required > 0 ? role.required : role.counted))
  const groups = grouped(demanded)
  if (groups.length < (required || counted)) return []
  const others = words.filter((word) => !demanded.includes(word))
  const more = others.reduce((sum, { most }) => sum + most, bonus)
  const least = () => (required > 0 ? Number.NEGATIVE_INFINITY : goal.least - more)
  const pieces: Piece[] = []
  for (const some of matchAll(groups, least, question.budget)) {
    if (required > 0) all.push(passing(some.passages(), passes))
    if (!keepsAll) some.keep(goal.least - more)
    const hits = hitsAmong(some.passages(), words, question, some.evidence())
    const piece = scored(hits, language, question)
    goal.settle(piece.scores)
    pieces.push(piece)
    // What was counted of a prefix is in the accumulator, which others use too.
    if (!prefix) yield
  }
  return pieces
}

function passing(ids: Uint32Array, passes: BestQuestion['passes']): Uint32Array {
  return passes
    ? picked(
        ids,
        placesOf(ids, (place) => passes(ids[place]!)),
      )
    : ids
}

function grouped(words: readonly AskedWord[]): AskedWord[][] {
  const groups = new Map<number, AskedWord[]>()
  for (const word of words)
    groups.set(word.role.group, [...(groups.get(word.role.group) ?? []), word])
  return [...groups.values()]
}

/** Passages that may be among the best without matching all counted words; and in some languages, those that do. */
function withSomeWords(
  question: BestQuestion,
  first: readonly (readonly Piece[])[],
  atOnce: readonly boolean[],
  goal: Goal,
): Scored[] {
  const { languages, bonus, counted, most } = question
  const pieces: Piece[] = []
  for (const language of inOrder(languages)) {
    const isFirst = atOnce[language]!
    if (!isFirst && goal.least >= most) continue
    const known = concatenated((first[language] ?? []).map(({ hits }) => hits.ids))
    const search = { ...question, goal, known, bonus: isFirst ? bonus : 0 }
    const words = languages[language]!
    const ids = merge(collectBest(words, search), byPrefix(question, language, goal))
    const hits = hitsAmong(ids, words, question)
    hits.addForms()
    const isAll = isFirst || bonus === 0
    pieces.push(scored(isAll ? hits : lacking(hits, counted), language, question))
  }
  return pieces.map((piece) => promising(piece, goal))
}

/** By a prefix alone, the best hits have so much already. */
function raiseByPrefix({ prefix, languages, passes, needed }: BestQuestion, goal: Goal): void {
  if (!prefix) return
  const own = new Goal(needed, 1)
  prefix.best((id) => languages[prefix.languageOf(id)]!.length > 0 && (!passes || passes(id)), own)
  goal.raise(own.floor)
}

/** Passages of a language that may be among the best by a prefix, and by what other words stand beside; ascending. */
function byPrefix(
  { prefix, languages, passes, needed }: BestQuestion,
  language: number,
  goal: Goal,
): Uint32Array {
  if (!prefix) return new Uint32Array()
  const own = new Goal(needed, 1)
  own.raise(goal.least)
  const isWanted = (id: number) => prefix.languageOf(id) === language && (!passes || passes(id))
  const { ids } = prefix.best(isWanted, own)
  const beside = languages[language]!.filter((word) => word.beside > 0).map((word) =>
    word.word.context.ascending.filter((id) => prefix.passages.has(id)),
  )
  return beside.reduce(merge, ids.sort())
}

/** The language that most of the words are in first: then little of the others can be as good. */
function inOrder(languages: BestQuestion['languages']): number[] {
  const mosts = languages.map((words) => words.reduce((sum, { most }) => sum + most, 0))
  return [...mosts.keys()].sort((a, b) => mosts[b]! - mosts[a]!)
}

/** Those that do not match all counted words. */
function lacking(all: Scored, counted: number): Scored {
  const matches = all.groups((role) => role.counted)
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

function scored(hits: Scored, language: number, question: BestQuestion): Piece {
  const { bonus, counted, languages } = question
  const forms = hits.hasForms ? 0 : languages[language]!.reduce((sum, word) => sum + word.bonus, 0)
  return { hits, scores: hits.scores(bonus, counted), forms }
}

/** Those that can be among the best, if the very forms of all words are there. */
function promising({ hits, scores, forms }: Piece, goal: Goal): Scored {
  return hits.kept((place) => scores[place]! + forms >= goal.least)
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
