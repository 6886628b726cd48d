import {
  CodeUnitReader,
  type CodeUnits,
  endOf,
  FORMAT,
  LETTER,
  MARK,
  NUMBER,
  nextOf,
} from '../language/characters.js'

/** Stretches of a text that are words, or hyphenated words as a whole, as {@link segment} finds them: parallel lists, to be read at once. */
export interface Segments {
  /** The text. */
  read: CodeUnits
  length: number
  starts: number[]
  ends: number[]
  /** 0-based place among the words. */
  positions: number[]
  joined: boolean[]
}

/** A word begins with one of these, and goes on with these, marks and invisible characters. */
const FIRST = LETTER | NUMBER
const INSIDE = LETTER | MARK | NUMBER | FORMAT
const APOSTROPHES = "'’‘`´"
const JOINERS = `${APOSTROPHES}-\u2010\u2011`
/** What may follow an apostrophe and still be the same word: Audiard's, don't, geht's. */
const CLITICS = new Set(['s', 't', 're', 've', 'll', 'd', 'm', 'n'])
const LONGEST_CLITIC = 2
const DIGITS = /^\p{N}+$/u
/** A longer chain of hyphens is a list or an ornament; it is not also one word. */
const MAX_JOINED = 5

/** One list for all texts: this runs for every text, and none is kept. */
const reader = new CodeUnitReader()
const segments: Segments = {
  read: reader,
  length: 0,
  starts: [],
  ends: [],
  positions: [],
  joined: [],
}

/**
 * Cuts a text into words. Apostrophes hold a clitic to its word (`Audiard's`); any other apostrophe
 * or hyphen inside a word (`d'Azur`, `Vater-Sohn`) gives the joined whole and the parts.
 *
 * @returns a list that is valid until the next call.
 */
export function segment(text: string): Segments {
  const read = reader.read(text)
  segments.length = 0
  let position = 0
  /** Where the chain of joined words begins in the list. */
  let chain = 0
  for (let start = nextOf(read, 0, FIRST); start < read.length; ) {
    const end = endOf(read, start, INSIDE)
    const previous = segments.length - 1
    const isNext = previous >= chain && segments.ends[previous] === start - 1
    const joiner = isNext ? text[start - 1]! : ''
    if (joiner !== '' && APOSTROPHES.includes(joiner) && isClitic(text, start, end))
      segments.ends[previous] = end
    else {
      if (joiner === '' || !JOINERS.includes(joiner)) {
        close(text, chain)
        chain = segments.length
      }
      push(start, end, position++, false)
    }
    start = nextOf(read, end, FIRST)
  }
  close(text, chain)
  return segments
}

function push(start: number, end: number, position: number, joined: boolean): void {
  const at = segments.length++
  segments.starts[at] = start
  segments.ends[at] = end
  segments.positions[at] = position
  segments.joined[at] = joined
}

function isClitic(text: string, start: number, end: number): boolean {
  return end - start <= LONGEST_CLITIC && CLITICS.has(text.slice(start, end).toLowerCase())
}

/** Puts the whole before the words of a chain. */
function close(text: string, chain: number): void {
  const words = segments.length - chain
  if (words < 2 || words > MAX_JOINED || allDigits(text, chain)) return
  const { starts, ends, positions, joined } = segments
  const [start, end] = [starts[chain]!, ends[segments.length - 1]!]
  push(0, 0, 0, false)
  for (let at = segments.length - 1; at > chain; at--) {
    starts[at] = starts[at - 1]!
    ends[at] = ends[at - 1]!
    positions[at] = positions[at - 1]!
  }
  starts[chain] = start
  ends[chain] = end
  joined[chain] = true
}

function allDigits(text: string, chain: number): boolean {
  for (let at = chain; at < segments.length; at++)
    if (!DIGITS.test(text.slice(segments.starts[at], segments.ends[at]))) return false
  return true
}
