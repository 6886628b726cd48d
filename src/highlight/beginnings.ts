import type { Range } from './excerpt.js'

const END = 0
const FIRST_LETTER = 1
const FIRST_DIGIT = 27
const JOINER = 62
const UNSURE = 63
/** Two codes side by side are a place in a table. */
const BITS = 6

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
/** Foldings and stemmers make them alike: Äpfel, `apfel`; dying, `di`. */
const ALIKE = new Map(Object.entries({ y: 'i', ä: 'a', ö: 'o', ü: 'u' }))
/** What may stand inside a word. */
const JOINERS = "-'’‘`´\u2010\u2011"
/** What never does, besides all that is in ASCII. */
const PUNCTUATION = '„“”‚«»‹›–—…\u00A0'

/** A letter or digit by number, what joins words, what ends them, and all else. */
const CODES = Uint8Array.from({ length: 0x2040 }, (_, code) => codeOf(String.fromCharCode(code)))

function codeOf(character: string): number {
  const lower = character.toLowerCase()
  const letter = LETTERS.indexOf(ALIKE.get(lower) ?? lower)
  if (letter >= 0) return FIRST_LETTER + letter
  if (/[0-9]/.test(character)) return FIRST_DIGIT + Number(character)
  if (JOINERS.includes(character)) return JOINER
  return character < '\x80' || PUNCTUATION.includes(character) ? END : UNSURE
}

/**
 * Where in a text words may be that have one of some terms, told by their first two letters: the analysis changes those
 * in ways that are known, so that no word is missed, and some are taken that have none. Analyzing a whole passage takes
 * several times as long as finding it.
 */
export class Beginnings {
  private readonly pairs = new Uint8Array(1 << (2 * BITS))
  private isAll = false

  /** @param inside True where a word may have a term that begins inside it, as a part of a compound. */
  constructor(private readonly inside: boolean) {
    // Folded to one letter in some languages, and where compounds are.
    for (const umlaut of ['ae', 'oe', 'ue']) this.add(umlaut)
  }

  /** @param term Or the folded beginning of a word. */
  add(term: string): void {
    if (term.length < 2) this.isAll = true
    else this.pairs[pairOf(codeAt(term, 0), codeAt(term, 1))] = 1
  }

  /** Stretches of the text with all such words, in order; each is words that hyphens and apostrophes join. */
  stretchesOf(text: string): Range[] {
    if (this.isAll) return [{ start: 0, end: text.length }]
    const { pairs, inside } = this
    const found: Range[] = []
    let start = 0
    let previous = END
    let letters = 0
    let isFound = false
    for (let i = 0; i <= text.length; i++) {
      const code = i < text.length ? codeAt(text, i) : END
      if (code === END) {
        if (isFound) found.push({ start, end: i })
        start = i + 1
        previous = END
        letters = 0
        isFound = false
      } else if (code === JOINER) letters = 0
      else {
        if (code === UNSURE) isFound = true
        else if ((inside || letters <= 1) && pairs[pairOf(previous, code)] === 1) isFound = true
        previous = code
        letters++
      }
    }
    return found
  }
}

function codeAt(text: string, place: number): number {
  const code = text.charCodeAt(place)
  return code < CODES.length ? CODES[code]! : UNSURE
}

function pairOf(first: number, second: number): number {
  return (first << BITS) | second
}
