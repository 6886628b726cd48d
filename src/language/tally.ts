import { CodeUnitReader, type CodeUnits, endOf, LETTER, MARK } from './characters.js'
import { VOTES, type Vote } from './function-words.js'
import {
  finished,
  hashOf,
  NO_HASH,
  NOT_THERE,
  nextHash,
  RecentSurfaces,
  SurfaceTable,
} from './surface-table.js'

/** What the words of a text say about its language. */
export interface Tally extends Vote {
  /** Weight of the words with umlauts or ß that no list holds. */
  umlauts: number
  /** Words in Latin letters. */
  words: number
  /** Of these, words that begin with a small letter: prose has many, lists of names few. */
  small: number
  /** Letters outside the Latin script (Cyrillic, Greek, Chinese ...), and letters within it. */
  otherScript: number
  latin: number
}

export function emptyTally(): Tally {
  return { en: 0, de: 0, foreign: 0, umlauts: 0, words: 0, small: 0, otherScript: 0, latin: 0 }
}

export function addTally(to: Tally, from: Tally, weight = 1): void {
  to.en += from.en * weight
  to.de += from.de * weight
  to.foreign += from.foreign * weight
  to.umlauts += from.umlauts * weight
  to.words += from.words * weight
  to.small += from.small * weight
  to.otherScript += from.otherScript * weight
  to.latin += from.latin * weight
}

const INSIDE = LETTER | MARK
const [OPENING_LOW, CLOSING_HIGH] = ['„'.charCodeAt(0), '”'.charCodeAt(0)]

/**
 * Counts the votes of a text, what stands between quotation marks apart from the rest. A mark that is
 * never closed (a quotation that goes on in the next paragraph) quotes nothing.
 *
 * @param start Where in the text to begin; it ends at its length.
 */
export function tally(read: CodeUnits, start: number): { outside: Tally; quoted: Tally } {
  const outside = emptyTally()
  const quoted = emptyTally()
  let open: Tally | undefined
  for (let at = start; at < read.length; ) {
    const end = countWordAt(read, at, open ?? outside)
    if (end > at) {
      at = end
      continue
    }
    const mark = read.units[at++]!
    if (!isQuote(mark)) continue
    if (!open) open = mark === CLOSING_HIGH ? undefined : emptyTally()
    else if (mark !== OPENING_LOW) {
      addTally(quoted, open)
      open = undefined
    }
  }
  if (open) addTally(outside, open)
  return { outside, quoted }
}

/**
 * Counts the word that begins there, and returns where it ends; the same place where none begins. Nearly all words are plain letters with a space or a
 * stop behind them, and are hashed as they are read.
 */
function countWordAt(read: CodeUnits, start: number, into: Tally): number {
  const { units, length } = read
  let hash = NO_HASH
  let small = true
  let end = start
  for (; end < length; end++) {
    const unit = units[end]!
    const lower = unit | 0x20
    if (lower < 0x61 || lower > 0x7a) break
    if (unit !== lower) small = false
    hash = nextHash(hash, lower)
  }
  const next = end < length ? units[end]! : 0
  if (next < 0x80 && next !== APOSTROPHE) {
    if (end - start === 1 && units[start] === CAPITAL_I) countUnusual(read, start, end, into)
    else if (end > start) countPlain(units, start, end, finished(hash), small, into)
    return end
  }
  const wordEnds = wordEnd(read, start)
  if (wordEnds > start) countUnusual(read, start, wordEnds, into)
  return wordEnds
}

/** `"`, `„`, `“`, `”`, `«`, `»` */
function isQuote(unit: number): boolean {
  if (unit < 0x80) return unit === 0x22
  return unit === 0xab || unit === 0xbb || (unit >= 0x201c && unit <= 0x201e)
}

/** Behind letters, an apostrophe and more letters; where it starts if none begin there. */
function wordEnd(read: CodeUnits, start: number): number {
  const end = endOf(read, start, INSIDE)
  const mark = read.units[end]
  if (end === start || end >= read.length || (mark !== 0x27 && mark !== 0x2019)) return end
  const more = endOf(read, end + 1, INSIDE)
  return more === end + 1 ? end : more
}

/** What one word counts, wherever it stands. */
interface Ballot {
  readonly surface: string
  readonly tally: Tally
  /** Counted one by one, in the order of their parts. */
  readonly isDivided: boolean
}

/** Words with marked letters or apostrophes come back often. */
const BALLOTS = 10_000

const ballots = new RecentSurfaces<Ballot>(BALLOTS, (surface) => {
  const own = emptyTally()
  countWord(surface, own)
  return { surface, tally: own, isDivided: /['’]/.test(surface) }
})

/** The votes again, few enough to lie near at hand, by the words' code units. */
const plainVotes: Vote[] = []
const plainWords = new SurfaceTable()
/** By the end of a hash: 1 where a word with it votes. Most words do not. */
const FILTER = 0x3fff
const mayVote = new Uint8Array(FILTER + 1)
for (const [word, vote] of VOTES)
  if (/^[a-z]+$/.test(word)) {
    const { units } = new CodeUnitReader().read(word)
    const number = plainVotes.push(vote) - 1
    const hash = hashOf(units, 0, word.length)
    plainWords.add(units, 0, word.length, hash, number)
    mayVote[hash & FILTER] = 1
  }
const LONGEST_VOTE = Math.max(...Array.from(VOTES.keys(), (word) => word.length))
const lowerCase = new Uint16Array(LONGEST_VOTE)

function countPlain(
  units: Uint16Array,
  start: number,
  end: number,
  hash: number,
  small: boolean,
  into: Tally,
): void {
  into.words++
  into.latin += end - start
  if (small) into.small++
  if (end - start > LONGEST_VOTE || mayVote[hash & FILTER] === 0) return
  for (let i = start; i < end; i++) lowerCase[i - start] = units[i]! | 0x20
  const number = plainWords.find(lowerCase, 0, end - start, hash)
  if (number !== NOT_THERE) castVote(plainVotes[number]!, small, into)
}

/** The English pronoun has a vote of its own. */
const CAPITAL_I = 0x49
const APOSTROPHE = 0x27

function countUnusual(read: CodeUnits, start: number, end: number, into: Tally): void {
  const { surface, tally: own, isDivided } = ballots.at(read, start, end)
  if (isDivided) countWord(surface, into)
  else addWord(into, own)
}

// Runs for every word of every text: what is nothing is not added.
function addWord(to: Tally, from: Tally): void {
  to.words += from.words
  to.latin += from.latin
  to.small += from.small
  if (from.en > 0) to.en += from.en
  if (from.de > 0) to.de += from.de
  if (from.foreign > 0) to.foreign += from.foreign
  if (from.umlauts > 0) to.umlauts += from.umlauts
  if (from.otherScript > 0) to.otherScript += from.otherScript
}

function countWord(surface: string, into: Tally): void {
  if (surface.charCodeAt(0) > LAST_LATIN) {
    into.otherScript += surface.length
    return
  }
  // The English pronoun is the only I: a small i is Polish, Catalan, Swedish ...
  const word = surface === 'I' ? surface : surface.toLowerCase()
  const small = word === surface
  into.words++
  into.latin += surface.length
  if (small) into.small++
  const vote = VOTES.get(word)
  if (vote) castVote(vote, small, into)
  else if (NOT_PLAIN.test(word)) countUncommon(word, small, into)
}

/** U+024F, where the Latin Extended-B block ends. */
const LAST_LATIN = 0x24f
const NOT_PLAIN = /[^a-z]/
/** Letters such as ł, ő, ş: unlike é or ç (café, façade) rare even in loan words. */
const BEYOND_LATIN_1 = /[\u0100-\u024f]/

/** A capital (La Paz, Los Angeles, De rouille et d'os) may be part of a name, whatever the language. */
function castVote(vote: Vote, small: boolean, into: Tally): void {
  into.en += vote.en
  into.de += vote.de
  into.foreign += small ? vote.foreign : vote.foreign / 2
}

/** Words that no list holds and that have an apostrophe, an umlaut or another marked letter. */
function countUncommon(word: string, small: boolean, into: Tally): void {
  const apostrophe = word.search(/['’]/)
  if (apostrophe > 0) {
    for (const vote of votesOfParts(word, apostrophe)) castVote(vote, small, into)
  } else if (word.includes('ß')) into.umlauts += 1.5
  // Names keep their letters in every language, so only small words count in full.
  else if (/[äöü]/.test(word)) into.umlauts += small ? 0.7 : 0.3
  else if (small) into.foreign += BEYOND_LATIN_1.test(word) ? 0.7 : 0.3
}

/** don’t is one word, d’os is d’ before a word, they’ll is a word and ’ll. */
function votesOfParts(word: string, apostrophe: number): Vote[] {
  const stem = word.slice(0, apostrophe)
  const suffix = `'${word.slice(apostrophe + 1)}`
  const known = VOTES.get(stem + suffix) ?? VOTES.get(`${stem}'`)
  if (known) return [known]
  return [VOTES.get(stem), VOTES.get(suffix)].filter((vote) => vote !== undefined)
}
