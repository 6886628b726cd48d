import type { Range } from './excerpt.js'

const END = 0
const FIRST_LETTER = 1
const DIGIT = 27
const JOINER = 30
const UNSURE = 31
/** A code has so many bits, and there are as many codes as bits in a number. */
const BITS = 5
const PAIRS = (1 << (2 * BITS)) - 1

/** Three letters may be written as five, umlauts spelled out, of which the first two tell. */
const BEGINNING = 5

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
/** Foldings and stemmers make them alike: Äpfel, `apfel`; dying, `di`. */
const ALIKE = new Map(Object.entries({ y: 'i', ä: 'a', ö: 'o', ü: 'u' }))
/** What may stand inside a word. */
const JOINERS = "-'’‘`´\u2010\u2011"
/** What never does, besides all that is in ASCII. */
const PUNCTUATION = '„“”‚«»‹›–—…\u00A0'

/** A letter by number, a digit, what joins words, what ends them, and all else. */
const CODES = Uint8Array.from({ length: 0x2040 }, (_, code) => codeOf(String.fromCharCode(code)))

function codeOf(character: string): number {
  const lower = character.toLowerCase()
  const letter = LETTERS.indexOf(ALIKE.get(lower) ?? lower)
  if (letter >= 0) return FIRST_LETTER + letter
  if (/[0-9]/.test(character)) return DIGIT
  if (JOINERS.includes(character)) return JOINER
  return character < '\x80' || PUNCTUATION.includes(character) ? END : UNSURE
}

/** Umlauts spelled out: folded to one letter in some languages, and where compounds are. */
const UMLAUTS = new Uint32Array(PAIRS + 1)
for (const umlaut of ['ae', 'oe', 'ue'])
  UMLAUTS[nextPair(codeAt(umlaut, 0), codeAt(umlaut, 1))] = 0xffffffff

/**
 * Where in a text words may be that have one of some terms, told by their first three letters: the analysis changes those
 * in ways that are known, so that no word is missed, and some are taken that have none. Analyzing a whole passage takes
 * several times as long.
 */
export class Beginnings {
  /** By the first two codes of terms, a bit for each third one. */
  private readonly thirds = UMLAUTS.slice()
  private isAll = false

  /** @param inside True where a word may have a term that begins inside it, as a part of a compound. */
  constructor(private readonly inside: boolean) {}

  /** @param term Or the folded beginning of a word. */
  add(term: string): void {
    const codes: number[] = []
    for (let place = 0; place < term.length && codes.length <= 3; place++) {
      const code = codeAt(term, place)
      if (code !== JOINER) codes.push(code)
    }
    const [first, second, third] = codes
    if (second === undefined) this.isAll = true
    // The third letter of a short one may be one that the analysis has added.
    else this.thirds[nextPair(first!, second)]! |= codes.length > 3 ? 1 << third! : -1
  }

  /** Stretches of the text with all such words, in order; each is words that hyphens and apostrophes join. */
  stretchesOf(text: string): Range[] {
    if (this.isAll) return [{ start: 0, end: text.length }]
    const { thirds, inside } = this
    const found: Range[] = []
    let start = 0
    let pair = 0
    let letters = 0
    let isFound = false
    // Runs for every character of every hit.
    for (let i = 0; i < text.length; i++) {
      const code = codeAt(text, i)
      if (code === JOINER) {
        letters = 0
        continue
      }
      if (((thirds[pair]! >>> code) & 1) === 1 && (inside || letters < BEGINNING)) isFound = true
      if (code === UNSURE) isFound = true
      if (code !== END) {
        pair = nextPair(pair, code)
        letters++
        continue
      }
      if (isFound) found.push({ start, end: i })
      start = i + 1
      pair = 0
      letters = 0
      isFound = false
    }
    if (isFound || (thirds[pair]! & 1) === 1) found.push({ start, end: text.length })
    return found
  }
}

function codeAt(text: string, place: number): number {
  const code = text.charCodeAt(place)
  return code < CODES.length ? CODES[code]! : UNSURE
}

/** The second of a pair of codes with the one that follows. */
function nextPair(pair: number, code: number): number {
  return ((pair << BITS) | code) & PAIRS
}
