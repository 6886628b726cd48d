import { francAll } from 'franc'
import { CodeUnitReader, type CodeUnits } from './characters.js'
import { LANGUAGES, type Language, type LanguageGuess } from './language.js'
import { addTally, emptyTally, type Tally, tally } from './tally.js'

/**
 * Guesses the language of each passage of one document, in order. What the document's other passages
 * say is the prior: it decides where a passage itself says little (names, titles, numbers).
 *
 * @param passages Texts of the passages.
 * @param declared The document's language where it is known; every passage then has it, with confidence 1.
 */
export function detectLanguages(
  passages: readonly string[],
  declared?: 'en' | 'de',
): LanguageGuess[] {
  if (declared) return passages.map(() => ({ language: declared, confidence: 1 }))
  return guessTogether(passages.map(tallyOf), (i) => passages[i]!)
}

function guessTogether(
  tallies: readonly Readonly<Tally>[],
  textAt: (i: number) => string,
): LanguageGuess[] {
  const document = emptyTally()
  for (const each of tallies) addTally(document, each)
  return tallies.map((own, i) => {
    const others = { ...document }
    addTally(others, own, -1)
    return decide(() => textAt(i), own, documentPrior(others))
  })
}

/** A stretch of a text, in UTF-16 code units. */
interface Stretch {
  start: number
  end: number
}

/** Guesses the languages of stretches of one text: each is counted once, however often it is asked about. */
export class TextLanguages {
  /** By where a stretch begins: what was counted last. */
  private readonly tallies = new Map<number, { end: number; tally: Readonly<Tally> }>()

  constructor(
    private readonly text: string,
    private readonly read: CodeUnits,
  ) {}

  /** As {@link detectLanguage} does. */
  guess({ start, end }: Stretch): LanguageGuess {
    return decide(() => this.text.slice(start, end), this.tally(start, end))
  }

  /** As {@link detectLanguages} does. */
  guessAll(stretches: readonly Stretch[], declared?: 'en' | 'de'): LanguageGuess[] {
    if (declared) return stretches.map(() => ({ language: declared, confidence: 1 }))
    const tallies = stretches.map(({ start, end }) => this.tally(start, end))
    const textAt = (i: number) => this.text.slice(stretches[i]!.start, stretches[i]!.end)
    return guessTogether(tallies, textAt)
  }

  private tally(start: number, end: number): Readonly<Tally> {
    const known = this.tallies.get(start)
    if (known?.end === end) return known.tally
    const made = weighedTally({ units: this.read.units, length: end }, start)
    this.tallies.set(start, { end, tally: made })
    return made
  }
}

/**
 * Guesses the language of one text.
 *
 * `confidence` (0 to 1) is the estimated probability that the guess is right: the softmax of the votes.
 * On running text of six words or more it is nearly always above .9. `und` with confidence 0 means that
 * nothing tells; `und` with a higher one, that the text is in some other language.
 *
 * @param prior What is believed before the text is seen, usually its document's language.
 */
export function detectLanguage(text: string, prior?: LanguageGuess): LanguageGuess {
  return decide(() => text, tallyOf(text), prior)
}

/** Words that must stand outside quotation marks for the passage to be judged mainly by them. */
const ENOUGH_OUTSIDE = 5
const QUOTED_WEIGHT = 0.1

const reader = new CodeUnitReader()

function tallyOf(text: string): Tally {
  return weighedTally(reader.read(text), 0)
}

function weighedTally(read: CodeUnits, start: number): Tally {
  const { outside, quoted } = tally(read, start)
  addTally(outside, quoted, outside.words >= ENOUGH_OUTSIDE ? QUOTED_WEIGHT : 1)
  return outside
}

/** The share of the strongest language among all votes, each language starting with half a vote. */
function documentPrior({ en, de, umlauts, foreign }: Tally): LanguageGuess {
  const scores = { en, de: de + umlauts, und: foreign }
  const language = strongest(scores)
  const all = scores.en + scores.de + scores.und
  return { language, confidence: (scores[language] + 0.5) / (all + 1.5) }
}

const NOTHING_TELLS: LanguageGuess = { language: 'und', confidence: 0 }

function decide(text: () => string, votes: Readonly<Tally>, prior?: LanguageGuess): LanguageGuess {
  if (votes.otherScript > votes.latin) return { language: 'und', confidence: 0.99 }
  const lean = prior ? leaning(prior) : 0
  if (lean === 0 && !anythingTells(votes)) return NOTHING_TELLS
  if (isUnknownProse(votes)) return { language: 'und', confidence: 0.8 }
  const known = prior?.language !== 'und' && lean >= CLEAR
  const scores = scoresOf(votes, known)
  if (prior) scores[prior.language] += lean
  const undecided = Math.abs(votes.en - votes.de) < UNDECIDED && votes.foreign < 2
  if (undecided) addTrigrams(text(), scores)
  return softmax(scores)
}

type Scores = Record<Language, number>

/**
 * Log odds of one vote. Fitted on slices of 4 to 10 words it would be 3; votes in long passages depend
 * on each other, and a confidence should rather be too low.
 */
const LOG_ODDS = 2
/** Many words of the foreign list are names too (La Paz, van Gogh, de Gaulle). */
const FOREIGN_HANDICAP = 1
/** Below this margin between the two languages, in votes, the trigrams are asked too. */
const UNDECIDED = 1
/** Votes of a prior that may silence foreign words, and the length in words below which it does. */
const CLEAR = 0.4
const SHORT = 8

/** A prior in votes: half its log odds, 0 (even) to 1.7 (certain). */
function leaning({ confidence }: LanguageGuess): number {
  const p = Math.min(confidence, 0.999)
  return Math.max(0, Math.log(p / (1 - p)) / 2 / LOG_ODDS)
}

/**
 * Votes as scores. Foreign words must outweigh the others clearly, because a sentence full of
 * foreign titles is still a sentence; in a document of known language three to one, because lists of
 * titles have translations beside them, and there a few foreign words alone are a title, not a passage.
 */
function scoresOf({ en, de, umlauts, foreign, words }: Tally, known: boolean): Scores {
  const home = Math.max(en, de + umlauts)
  const und = foreign - home * (known ? 2 : 0.75) - FOREIGN_HANDICAP
  return { en, de: de + umlauts, und: known && words < SHORT ? Math.min(und, 0) : und }
}

/**
 * Whether this is prose in a language that is not looked for: running text has a function word in every
 * two or three words, and of 3916 English and German stretches of 12 words 10 had fewer than one in 11.
 */
function isUnknownProse({ words, small, en, de }: Tally): boolean {
  return words >= 12 && small > words / 2 && Math.max(en, de) < words * 0.09
}

function anythingTells({ en, de, umlauts, foreign, words, small }: Tally): boolean {
  return en + de + umlauts + foreign > 0 || (small > 0 && words < SHORT)
}

/** Adds franc's view, at most one and a half votes: it always prefers one of the two, even for names. */
function addTrigrams(text: string, scores: Scores): void {
  const likeness = new Map(francAll(text, { only: ['eng', 'deu'], minLength: 1 }))
  scores.en += 1.5 * (likeness.get('eng') ?? 0)
  scores.de += 1.5 * (likeness.get('deu') ?? 0)
}

function softmax(scores: Scores): LanguageGuess {
  const language = strongest(scores)
  const odds = LANGUAGES.map((each) => Math.exp(LOG_ODDS * (scores[each] - scores[language])))
  return { language, confidence: 1 / odds.reduce((sum, each) => sum + each) }
}

function strongest(scores: Scores): Language {
  return LANGUAGES.reduce((best, each) => (scores[each] > scores[best] ? each : best))
}
