import type { Analyzer } from '../analysis/analyzer.js'
import { foldDiacritics } from '../analysis/fold.js'
import type { Range } from './excerpt.js'

const END = 0
const FIRST_LETTER = 1
const DIGIT = 27
const JOINER = 30
const UNSURE = 31
/** A code has so many bits, and there are as many codes as bits in a number. */
const BITS = 5
const ANY = 0xffffffff
const LAST = (1 << BITS) - 1
const PAIRS = (1 << (2 * BITS)) - 1

/** Letters that are looked up at once. */
const BEGINNING = 3
/** Letters of a term that are looked at; more rule out hardly any more words. */
const MOST = 6

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
/** Stemmers make them alike: dying, `di`. Two of `s` count once: Maß, `mass`. */
const ALIKE = new Map(Object.entries({ y: 'i', ss: 's' }))
/** What may stand inside a word. */
const JOINERS = "-'’‘`´\u2010\u2011"
/** What never does, besides all that is in ASCII. */
const PUNCTUATION = '„“”‚«»‹›–—…\u00A0'

/** A letter by number, a digit, what joins words, what ends them, and all else. */
const CODES = Uint8Array.from({ length: 0x2040 }, (_, code) => codeOf(String.fromCharCode(code)))
const S = codeAt('s', 0)

function codeOf(character: string): number {
  const folded = foldDiacritics(character.toLowerCase())
  const letter = ALIKE.get(folded) ?? folded
  if (letter.length === 1 && LETTERS.includes(letter)) return FIRST_LETTER + LETTERS.indexOf(letter)
  if (/[0-9]/.test(character)) return DIGIT
  if (JOINERS.includes(character)) return JOINER
  return character < '\x80' || PUNCTUATION.includes(character) ? END : UNSURE
}

/** Umlauts spelled out: folded to one letter in some languages. */
const UMLAUTS = ['ae', 'oe', 'ue'].map((umlaut) => nextPair(codeAt(umlaut, 0), codeAt(umlaut, 1)))

/**
 * Where in a text words may be that have one of some terms, told by their first letters: the analysis changes those
 * in ways that are known, so that no word is missed, and some are taken that have none. Analyzing a whole passage takes
 * several times as long.
 */
export class Beginnings {
  /** By the first two codes of terms, a bit for each third one. */
  private readonly thirds = new Uint32Array(PAIRS + 1)
  /** Pairs that tell enough. */
  private readonly sure = new Set<number>()
  /** By the first three codes of other terms: those that must follow. */
  private readonly rests = new Map<number, (readonly number[])[]>()
  /** Letters of a word that are looked at: all where a term may begin inside it, as a part of a compound, or any letter may be spelled out. */
  private readonly within: number
  private isAll = false

  constructor({ fold, links }: Pick<Analyzer, 'fold' | 'links'>) {
    const foldsUmlauts = fold('ae') === 'a'
    this.within = links.length > 0 || foldsUmlauts ? Number.MAX_SAFE_INTEGER : BEGINNING
    if (foldsUmlauts) for (const pair of UMLAUTS) this.addPair(pair)
  }

  /** @param term Or the folded beginning of a word. */
  add(term: string): void {
    const codes = codesOf(term)
    const pair = nextPair(codes[0]!, codes[1]!)
    // The last letter may be one that the analysis has added.
    const [third, ...rest] = codes.slice(2, -1)
    if (codes.length < 2) this.isAll = true
    else if (third === undefined) this.addPair(pair)
    else {
      const beginning = (pair << BITS) | third
      this.thirds[pair]! |= 1 << third
      const known = this.rests.get(beginning)
      if (known) known.push(rest)
      else this.rests.set(beginning, [rest])
    }
  }

  /** Stretches of the text with all such words, in order; those next to each other are one, so that phrases are in one. */
  stretchesOf(text: string): Range[] {
    if (this.isAll) return [{ start: 0, end: text.length }]
    const { thirds, within } = this
    const found: Range[] = []
    let start = 0
    let pair = 0
    let letters = 0
    let isFound = false
    let isNext = false
    // Runs for every character of every hit.
    for (let i = 0; i < text.length; i++) {
      const code = codeAt(text, i)
      if (code === JOINER) {
        letters = 0
        continue
      }
      if (((thirds[pair]! >>> code) & 1) === 1 && letters < within)
        isFound ||= this.goesOn(text, i + 1, (pair << BITS) | code)
      if (code === UNSURE) isFound = true
      if (code !== END) {
        if (code === S && (pair & LAST) === S) continue
        pair = nextPair(pair, code)
        letters++
        continue
      }
      if (isFound && isNext) found[found.length - 1]!.end = i
      else if (isFound) found.push({ start, end: i })
      if (pair !== 0) isNext = isFound
      start = i + 1
      pair = 0
      letters = 0
      isFound = false
    }
    if (!isFound && !this.sure.has(pair)) return found
    if (isNext) found[found.length - 1]!.end = text.length
    else found.push({ start, end: text.length })
    return found
  }

  /** Whatever letter follows. */
  private addPair(pair: number): void {
    this.thirds[pair] = ANY
    this.sure.add(pair)
  }

  /** True where what follows the first three codes of some terms is as in one of these. */
  private goesOn(text: string, place: number, beginning: number): boolean {
    if (this.sure.has(beginning >>> BITS)) return true
    const rests = this.rests.get(beginning)!
    return rests.some((rest) => rest.length === 0 || isAt(text, place, rest, beginning & LAST))
  }
}

/** The codes of a term's first letters, of which a word with that term has all but the last. */
function codesOf(term: string): number[] {
  const codes: number[] = []
  for (let place = 0; place < term.length && codes.length <= MOST; place++) {
    const code = codeAt(term, place)
    if (code !== JOINER && !(code === S && codes.at(-1) === S)) codes.push(code)
  }
  return codes
}

/** @param before The code before the place. */
function isAt(text: string, place: number, codes: readonly number[], before: number): boolean {
  let at = 0
  for (let i = place, last = before; i < text.length && at < codes.length; i++) {
    const code = codeAt(text, i)
    if (code === JOINER || (code === S && last === S)) continue
    if (code !== codes[at++]) return false
    last = code
  }
  return at === codes.length
}

function codeAt(text: string, place: number): number {
  const code = text.charCodeAt(place)
  return code < CODES.length ? CODES[code]! : UNSURE
}

/** The second of a pair of codes with the one that follows. */
function nextPair(pair: number, code: number): number {
  return ((pair << BITS) | code) & PAIRS
}
